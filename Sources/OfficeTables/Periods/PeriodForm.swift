import VisitorModel

/// One reading of a period's form: the table of forms and what each means.
struct PeriodForm {
    /// The period read.
    let read: ReadPeriod
    /// Whether the text says 年 or 年度, not the bare number of a year.
    let namesBasis: Bool

    /// Reads a text.
    ///
    /// - Throws: `PeriodFault`.
    init(_ text: String) throws(PeriodFault) {
        guard var taken = PeriodText(text) else { throw .unreadable(hint: nil) }
        try taken.mergeTwinYears { (number) throws(PeriodFault) in try Self.year(number) }
        let form = String(scalars: taken.form)
        // An era belongs to a year: the first number, or the second year of a span.
        let erasFit = taken.numbers.indices.allSatisfy { index in
            taken.numbers[index].era == nil || index == 0 || index == 2 && twoYearForms.contains(form)
        }
        guard erasFit else { throw .unreadable(hint: nil) }
        let period = try Self.period(form: form, numbers: taken.numbers)
        var notices: [PeriodNotice] = []
        if let first = taken.numbers.first, let era = first.era, !era.overlaps(period) {
            notices.append(.eraOutOfRange(era: era, year: first.value, period: period))
        }
        if form == "9.9", taken.numbers[0].era == nil, taken.numbers[1].digitCount == 1,
            case .month(let month) = period,
            month.number == 1
        {
            notices.append(.monthMayBeOctober(month))
        }
        if fiscalQuarterForms.contains(form) { notices.append(.fiscalQuarter(period)) }
        read = ReadPeriod(period: period, isTotal: taken.isTotal, notices: notices)
        namesBasis = form != "9"
    }

    private static func period(form: String, numbers: [PeriodText.Number]) throws(PeriodFault) -> Period {
        switch form {
        case "9": return try compact(numbers[0])
        case "9年": return .calendarYear(CalendarYear(try year(numbers[0])))
        case "9年度", "FY9", "9FY": return .fiscalYear(FiscalYear(try year(numbers[0])))
        case "9年9月", "9-9", "9/9", "9.9", "9_9": return .month(try month(year(numbers[0]), numbers[1].value))
        case "9月9", "9月,9", "9月-9", "9月/9": return .month(try month(year(numbers[1]), numbers[0].value))
        case "9 9月", "9-9月", "9/9月", "9.9月": return .month(try month(year(numbers[0]), numbers[1].value))
        case "9年度9月":
            return .month(try PeriodReader.combine(year: year(numbers[0]), basis: .fiscal, month: numbers[1].value))
        case "9年9月9日", "9-9-9", "9/9/9", "9.9.9", "9_9_9": return .day(try day(numbers))
        case "9年第9四半期", "9年9四半期", "9Q9", "9-Q9", "9/Q9", "9年Q9", "9年9Q":
            return .quarter(try quarter(year(numbers[0]), numbers[1].value))
        case _ where fiscalQuarterForms.contains(form): return .quarter(try fiscalQuarter(numbers))
        case "9年9~9月", "9年9-9月", "9年9月~9月", "9年9月-9月", "9/9-9", "9/9~9":
            let year = try year(numbers[0])
            return try span(from: month(year, numbers[1].value), to: month(year, numbers[2].value))
        case "9月-9月9", "9月~9月9", "9月-9月,9", "9月~9月,9":
            let year = try year(numbers[2])
            return try span(from: month(year, numbers[0].value), to: month(year, numbers[1].value))
        case "9 9月-9月", "9 9月~9月":
            let year = try year(numbers[0])
            return try span(from: month(year, numbers[1].value), to: month(year, numbers[2].value))
        case _ where twoYearForms.contains(form): return try span(numbers)
        case "9月", "9月9日": throw .yearUnknown
        default:
            guard timeForms.contains(form) else { throw .unreadable(hint: nil) }
            return .day(try localDay(form: form, numbers))
        }
    }

    /// 2013, H25, 201304, 20130401; 41365 looks like a spreadsheet's serial number.
    private static func compact(_ number: PeriodText.Number) throws(PeriodFault) -> Period {
        let value = number.value
        switch (number.era != nil, number.digitCount) {
        case (true, _), (false, 4), (false, 1...2): return .calendarYear(CalendarYear(try year(number)))
        case (false, 6): return .month(try month(plausible(value / 100), value % 100))
        case (false, 8): return .day(try day(month(plausible(value / 10_000), value / 100 % 100), value % 100))
        case (false, 5):
            throw .unreadable(hint: Day(spreadsheetSerial: value).map(PeriodHint.spreadsheetSerial))
        default: throw .unreadable(hint: nil)
        }
    }

    private static func year(_ number: PeriodText.Number) throws(PeriodFault) -> Int {
        guard let era = number.era else {
            guard number.digitCount == 4 else { throw .yearUnknown }
            return try plausible(number.value)
        }
        guard (1...99).contains(number.value), number.digitCount <= 2 else { throw .yearUnknown }
        return try plausible(era.commonYear(of: number.value))
    }

    private static func plausible(_ year: Int) throws(PeriodFault) -> Int {
        guard PeriodReader.plausibleYears.contains(year) else { throw .yearUnknown }
        return year
    }

    private static func month(_ year: Int, _ number: Int) throws(PeriodFault) -> Month {
        guard let month = Month(year: year, number: number) else { throw .monthOutOfRange(number) }
        return month
    }

    private static func day(_ numbers: [PeriodText.Number]) throws(PeriodFault) -> Day {
        try day(month(year(numbers[0]), numbers[1].value), numbers[2].value)
    }

    private static func day(_ month: Month, _ number: Int) throws(PeriodFault) -> Day {
        guard let day = Day(month: month, number: number) else { throw .dayOutOfRange(month: month, day: number) }
        return day
    }

    private static func quarter(_ year: Int, _ number: Int) throws(PeriodFault) -> Quarter {
        guard let quarter = Quarter(year: year, number: number) else { throw .unreadable(hint: .oddSpan) }
        return quarter
    }

    /// The first quarter of a fiscal year is April to June.
    private static func fiscalQuarter(_ numbers: [PeriodText.Number]) throws(PeriodFault) -> Quarter {
        let year = try year(numbers[0])
        let number = numbers[1].value
        guard (1...4).contains(number) else { throw .unreadable(hint: .oddSpan) }
        return number == 4 ? try quarter(year + 1, 1) : try quarter(year, number + 1)
    }

    private static func span(_ numbers: [PeriodText.Number]) throws(PeriodFault) -> Period {
        var second = numbers[2]
        // 平成28年4月～29年3月: the second year belongs to the era of the first.
        if second.era == nil, second.digitCount <= 2 { second.era = numbers[0].era }
        return try span(
            from: month(year(numbers[0]), numbers[1].value), to: month(year(second), numbers[3].value))
    }

    static func span(from first: Month, to last: Month) throws(PeriodFault) -> Period {
        let months = first.distance(to: last) + 1
        switch (months, first.number) {
        case (1, _): return .month(first)
        case (3, 1), (3, 4), (3, 7), (3, 10): return .quarter(first.quarter)
        case (12, 1): return .calendarYear(first.calendarYear)
        case (12, 4): return .fiscalYear(first.fiscalYear)
        default: throw .unreadable(hint: .oddSpan)
        }
    }

    /// The day of a date with a time; 24:00 is the end of its day.
    private static func localDay(form: String, _ numbers: [PeriodText.Number]) throws(PeriodFault) -> Day {
        if form.hasSuffix("Z") { throw .unreadable(hint: .notLocalTime) }
        if form.contains("+"), numbers[numbers.count - 2].value != 9 || numbers[numbers.count - 1].value != 0 {
            throw .unreadable(hint: .notLocalTime)
        }
        let isTime = numbers[3].value <= 24 && numbers.dropFirst(4).prefix(2).allSatisfy { $0.value < 60 }
        guard isTime else { throw .unreadable(hint: nil) }
        return try day(numbers)
    }
}

private let fiscalQuarterForms: Set<String> = ["9年度第9四半期", "9年度9四半期", "9年度Q9", "9年度9Q", "FY9Q9", "FY9-Q9"]

private let twoYearForms: Set<String> = ["9年9月~9年9月", "9年9月-9年9月", "9/9~9/9", "9.9~9.9", "9-9~9-9"]

private let timeForms: Set<String> = {
    var forms: Set<String> = ["9年9月9日9時", "9年9月9日9時9分", "9年9月9日9:9", "9年9月9日9:9:9"]
    for date in ["9-9-9", "9/9/9", "9.9.9"] {
        for separator in [" ", "T"] {
            for time in ["9:9", "9:9:9", "9:9:9.9"] {
                for zone in ["", "Z", "+9:9"] { forms.insert(date + separator + time + zone) }
            }
        }
    }
    return forms
}()
