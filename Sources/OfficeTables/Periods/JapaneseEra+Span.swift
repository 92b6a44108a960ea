import VisitorModel

extension JapaneseEra {
    /// The era a text begins with, in full (平成) or as one character (㍻), and how many characters that takes.
    static func leading(_ scalars: ArraySlice<Unicode.Scalar>) -> (era: JapaneseEra, length: Int)? {
        guard let first = scalars.first else { return nil }
        switch first {
        case "㍾": return (.meiji, 1)
        case "㍽": return (.taisho, 1)
        case "㍼": return (.showa, 1)
        case "㍻": return (.heisei, 1)
        case "㋿": return (.reiwa, 1)
        default: break
        }
        switch (first, scalars.dropFirst().first) {
        case ("明", "治"): return (.meiji, 2)
        case ("大", "正"): return (.taisho, 2)
        case ("昭", "和"): return (.showa, 2)
        case ("平", "成"): return (.heisei, 2)
        case ("令", "和"): return (.reiwa, 2)
        default: return nil
        }
    }

    /// The era abbreviated by a letter, in either case.
    init?(abbreviation: Unicode.Scalar) {
        switch abbreviation {
        case "M", "m": self = .meiji
        case "T", "t": self = .taisho
        case "S", "s": self = .showa
        case "H", "h": self = .heisei
        case "R", "r": self = .reiwa
        default: return nil
        }
    }

    /// Whether any day of a period lies in the era, to the day: 昭和64 ended on 7 January 1989, 平成31 on 30 April 2019.
    ///
    /// 明治 is counted from January 1868, to which it was later extended.
    func overlaps(_ period: Period) -> Bool {
        let (first, last) = span
        return period.firstDayNumber <= last && period.lastDayNumber >= first
    }

    /// The first and last day as yyyymmdd numbers.
    private var span: (first: Int, last: Int) {
        switch self {
        case .meiji: (1868_01_01, 1912_07_30)
        case .taisho: (1912_07_30, 1926_12_25)
        case .showa: (1926_12_25, 1989_01_07)
        case .heisei: (1989_01_08, 2019_04_30)
        case .reiwa: (2019_05_01, .max)
        }
    }
}

extension Period {
    private func dayNumber(_ month: Month, _ day: Int) -> Int { month.year * 10_000 + month.number * 100 + day }

    /// The first day as a yyyymmdd number.
    fileprivate var firstDayNumber: Int {
        if case .day(let day) = self { return dayNumber(day.month, day.number) }
        return dayNumber(firstMonth, 1)
    }

    /// The last day as a yyyymmdd number.
    fileprivate var lastDayNumber: Int {
        if case .day(let day) = self { return dayNumber(day.month, day.number) }
        return dayNumber(lastMonth, lastMonth.dayCount)
    }
}
