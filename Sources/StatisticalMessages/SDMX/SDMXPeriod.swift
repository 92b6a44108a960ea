import VisitorModel

/// The period a TIME_PERIOD of SDMX means (SDMX 2.1 Information Model, section 4.2.6: Gregorian and reporting periods).
enum SDMXPeriod {
    /// The period by its identifier, or the text as it stands when it is none of ours (a week).
    ///
    /// - Parameters:
    ///   - text: The TIME_PERIOD.
    ///   - frequency: The FREQ, which says what a plain date stands for.
    ///   - yearStart: REPORTING_YEAR_START_DAY, `--04-01` for a fiscal year as in Japan; January when `nil`.
    static func text(_ text: String, frequency: String?, yearStart: String?) -> String {
        period(text, frequency: frequency, yearStart: yearStart)?.id ?? text
    }

    private static func period(_ text: String, frequency: String?, yearStart: String?) -> Period? {
        if let slash = text.firstIndex(of: "/") {
            return span(start: String(text[..<slash]), duration: String(text[text.index(after: slash)...]))
        }
        // A time of day says nothing more: 2010-08-01T00:00:00.
        let date = text.count > 11 && text.dropFirst(10).first == "T" ? String(text.prefix(10)) : text
        if let reporting = reportingPeriod(date, yearStart: yearStart) { return reporting }
        guard let plain = Period(id: date) else { return nil }
        // SDMX-CSV for pivot tables writes every period as a date: FREQ says what it is.
        guard case .day(let day) = plain else { return plain }
        switch frequency {
        case "M": return .month(day.month)
        case "Q": return .quarter(day.month.quarter)
        case "A": return .calendarYear(day.month.calendarYear)
        default: return plain
        }
    }

    /// `2010-Q1`, `2010Q1`, `2010-M01`, `2010M01`, `2010-A1`: parts of a reporting year.
    private static func reportingPeriod(_ text: String, yearStart: String?) -> Period? {
        let year = text.prefix(4)
        guard year.utf8.count == 4, year.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(year) else {
            return nil
        }
        var rest = text.dropFirst(4)
        if rest.first == "-" { rest = rest.dropFirst() }
        guard let kind = rest.first, kind.isLetter, let part = Int(rest.dropFirst()) else { return nil }
        let startMonth: Int
        switch yearStart {
        case nil, "--01-01": startMonth = 1
        case "--04-01": startMonth = 4
        default: return nil
        }
        switch kind {
        case "A":
            guard part == 1 else { return nil }
            return startMonth == 4 ? .fiscalYear(FiscalYear(number)) : .calendarYear(CalendarYear(number))
        case "S":
            return HalfYear(year: number, number: part, isFiscal: startMonth == 4).map(Period.half)
        case "Q":
            guard (1...4).contains(part), let first = Month(year: number, number: startMonth) else { return nil }
            return .quarter(first.advanced(by: (part - 1) * 3).quarter)
        case "M":
            guard (1...12).contains(part), let first = Month(year: number, number: startMonth) else { return nil }
            return .month(first.advanced(by: part - 1))
        default: return nil
        }
    }

    /// `2010-04-01/P1Y`: a start and how long it goes on.
    private static func span(start: String, duration: String) -> Period? {
        guard case .day(let day)? = Period(id: String(start.prefix(10))), day.number == 1 else { return nil }
        switch (duration, day.month.number) {
        case ("P1M", _): return .month(day.month)
        case ("P3M", 1), ("P3M", 4), ("P3M", 7), ("P3M", 10): return .quarter(day.month.quarter)
        case ("P6M", 1), ("P6M", 7): return .half(HalfYear(containing: day.month, isFiscal: false))
        case ("P6M", 4), ("P6M", 10): return .half(HalfYear(containing: day.month, isFiscal: true))
        case ("P1Y", 1), ("P12M", 1): return .calendarYear(day.month.calendarYear)
        case ("P1Y", 4), ("P12M", 4): return .fiscalYear(day.month.fiscalYear)
        case ("P1Y", _), ("P12M", _): return .twelveMonths(TwelveMonths(endingIn: day.month.advanced(by: 11)))
        default: return nil
        }
    }
}
