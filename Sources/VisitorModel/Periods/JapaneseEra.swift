/// An era of the Japanese calendar 元号.
public enum JapaneseEra: String, Sendable, Hashable, CaseIterable {
    case meiji = "明治"
    case taisho = "大正"
    case showa = "昭和"
    case heisei = "平成"
    case reiwa = "令和"

    /// The year of the common era just before the era's first year: 平成 1 is 1989, so 1988.
    public var yearBeforeFirst: Int {
        switch self {
        case .meiji: 1867
        case .taisho: 1911
        case .showa: 1925
        case .heisei: 1988
        case .reiwa: 2018
        }
    }

    /// The letter offices abbreviate it with: H for 平成.
    public var letter: Character {
        switch self {
        case .meiji: "M"
        case .taisho: "T"
        case .showa: "S"
        case .heisei: "H"
        case .reiwa: "R"
        }
    }

    /// The first month whose last day lies in the era.
    public var firstMonth: Month {
        switch self {
        case .meiji: Month(ordinal: 1868 * 12 + 9)
        case .taisho: Month(ordinal: 1912 * 12 + 6)
        case .showa: Month(ordinal: 1926 * 12 + 11)
        case .heisei: Month(ordinal: 1989 * 12)
        case .reiwa: Month(ordinal: 2019 * 12 + 4)
        }
    }

    /// The era in force on the last day of a month; `nil` before 明治.
    public init?(containing month: Month) {
        guard let era = Self.allCases.last(where: { $0.firstMonth <= month }) else { return nil }
        self = era
    }

    /// The year of the common era that an era year names, also past the era's end: 平成35 is 2023.
    public func commonYear(of eraYear: Int) -> Int { yearBeforeFirst + eraYear }

    /// Whether the era had not ended before a month and had begun by it.
    public func contains(_ month: Month) -> Bool { JapaneseEra(containing: month) == self }

    /// The era year of a month with 年: 平成25年, 令和元年; the plain year before 明治.
    static func label(ofYearContaining month: Month) -> String {
        guard let era = JapaneseEra(containing: month) else { return "\(month.year)年" }
        let year = month.year - era.yearBeforeFirst
        return era.rawValue + (year == 1 ? "元" : String(year)) + "年"
    }
}
