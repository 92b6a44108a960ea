public import Languages

/// A span of time that a count belongs to.
///
/// A calendar year and a fiscal year are different cases and never equal, so that 2015年 and 2015年度 cannot be
/// added or compared by their number alone.
public enum Period: Hashable, Sendable {
    /// One day.
    case day(Day)
    /// One month.
    case month(Month)
    /// Three months of a calendar year.
    case quarter(Quarter)
    /// Six months of a calendar or a fiscal year 上期・下期.
    case half(HalfYear)
    /// Any twelve months in a row, named by their last.
    case twelveMonths(TwelveMonths)
    /// January to December.
    case calendarYear(CalendarYear)
    /// April to March.
    case fiscalYear(FiscalYear)

    /// What sort of span it is.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case day
        case month
        case quarter
        case half
        case twelveMonths = "twelve-months"
        case calendarYear = "calendar-year"
        case fiscalYear = "fiscal-year"
    }

    /// What sort of span this is.
    public var kind: Kind {
        switch self {
        case .day: .day
        case .month: .month
        case .quarter: .quarter
        case .half: .half
        case .twelveMonths: .twelveMonths
        case .calendarYear: .calendarYear
        case .fiscalYear: .fiscalYear
        }
    }

    /// The months the period covers, in order; for a day, the month it lies in.
    public var months: [Month] {
        switch self {
        case .day(let day): [day.month]
        case .month(let month): [month]
        case .quarter(let quarter): quarter.months
        case .half(let half): half.months
        case .twelveMonths(let span): span.months
        case .calendarYear(let year): year.months
        case .fiscalYear(let year): year.months
        }
    }

    /// The first month covered.
    public var firstMonth: Month {
        switch self {
        case .day(let day): day.month
        case .month(let month): month
        case .calendarYear(let year): Month(ordinal: year.number * 12)
        case .quarter, .half, .twelveMonths, .fiscalYear: months[0]
        }
    }

    /// The last month covered.
    public var lastMonth: Month {
        switch self {
        case .day(let day): day.month
        case .month(let month): month
        case .calendarYear(let year): Month(ordinal: year.number * 12 + 11)
        case .quarter, .half, .twelveMonths, .fiscalYear: months[months.count - 1]
        }
    }

    /// The same kind of period one year earlier.
    public var yearBefore: Period {
        switch self {
        case .day(let day):
            // 29 February has no counterpart; the 28th is compared, as offices do.
            .day(
                Day(month: day.month.advanced(by: -12), number: day.number)
                    ?? Day(month: day.month.advanced(by: -12), number: 28) ?? day)
        case .month(let month): .month(month.advanced(by: -12))
        case .quarter(let quarter): .quarter(Quarter(uncheckedYear: quarter.year - 1, number: quarter.number))
        case .half(let half): .half(half.yearBefore)
        case .twelveMonths(let span): .twelveMonths(TwelveMonths(endingIn: span.last.advanced(by: -12)))
        case .calendarYear(let year): .calendarYear(CalendarYear(year.number - 1))
        case .fiscalYear(let year): .fiscalYear(FiscalYear(year.number - 1))
        }
    }

    /// The identifier: `2013-04-01`, `2013-04`, `2013-Q2`, `2013-H1`, `FY2013-H1`, `12M2013-12`, `2013`, `FY2013`.
    public var id: String {
        switch self {
        case .day(let day): day.id
        case .month(let month): month.id
        case .quarter(let quarter): quarter.id
        case .half(let half): half.id
        case .twelveMonths(let span): span.id
        case .calendarYear(let year): year.id
        case .fiscalYear(let year): year.id
        }
    }

    /// Reads an identifier as ``id`` writes it.
    public init?(id: some StringProtocol) {
        if let month = Month(id: id) {
            self = .month(month)
        } else if let half = HalfYear(id: id) {
            self = .half(half)
        } else if id.hasPrefix("12M"), let last = Month(id: id.dropFirst(3)) {
            self = .twelveMonths(TwelveMonths(endingIn: last))
        } else if id.hasPrefix("FY"), id.utf8.count == 6, let year = digits(id.dropFirst(2)) {
            self = .fiscalYear(FiscalYear(year))
        } else if id.utf8.count == 4, let year = digits(id) {
            self = .calendarYear(CalendarYear(year))
        } else if id.utf8.count == 7, id.dropFirst(4).hasPrefix("-Q"), let year = digits(id.prefix(4)),
            let number = digits(id.suffix(1)), let quarter = Quarter(year: year, number: number)
        {
            self = .quarter(quarter)
        } else if id.utf8.count == 10, id.dropFirst(7).hasPrefix("-"), let month = Month(id: id.prefix(7)),
            let number = digits(id.suffix(2)), let day = Day(month: month, number: number)
        {
            self = .day(day)
        } else {
            return nil
        }
    }
}

extension Period: Comparable {
    /// Orders by first month, then day, then from the shorter span to the longer.
    public static func < (left: Period, right: Period) -> Bool { left.sortKey < right.sortKey }

    private var sortKey: (Int, Int, Int) {
        switch self {
        case .day(let day): (day.month.ordinal, day.number, 0)
        case .month(let month): (month.ordinal, 0, 1)
        case .quarter(let quarter): (quarter.months[0].ordinal, 0, 2)
        case .half(let half): (half.months[0].ordinal, 0, half.isFiscal ? 4 : 3)
        case .calendarYear(let year): (year.number * 12, 0, 5)
        case .fiscalYear(let year): (year.number * 12 + 3, 0, 6)
        case .twelveMonths(let span): (span.months[0].ordinal, 0, 7)
        }
    }
}

extension Period {
    /// The period's name: 平成25年4月 / April 2013, 平成25年度 / FY2013.
    public var label: BilingualText {
        switch self {
        case .day(let day):
            BilingualText(
                ja: "\(day.month.year)年\(day.month.number)月\(day.number)日",
                en: "\(day.number) \(day.month.englishName) \(day.month.year)")
        case .month(let month):
            BilingualText(
                ja: "\(JapaneseEra.label(ofYearContaining: month))\(month.number)月",
                en: "\(month.englishName) \(month.year)")
        case .quarter(let quarter):
            BilingualText(
                ja: "\(quarter.year)年\(quarter.number * 3 - 2)～\(quarter.number * 3)月期",
                en: "\(quarter.year) Q\(quarter.number)")
        case .half(let half): half.label
        case .twelveMonths(let span):
            BilingualText(
                ja: "\(JapaneseEra.label(ofYearContaining: span.last))\(span.last.number)月までの12か月",
                en: "12 months to \(span.last.englishName) \(span.last.year)")
        case .calendarYear(let year):
            // A calendar year goes by the era it ends in: 2019 is 令和元年, though it began as 平成31年.
            BilingualText(ja: JapaneseEra.label(ofYearContaining: year.months[11]), en: year.id)
        case .fiscalYear(let year):
            // 2019年度 began in 平成31年4月; offices write 令和元年度, and 平成31年度 in older plans.
            BilingualText(ja: JapaneseEra.label(ofYearContaining: year.months[8]) + "度", en: year.id)
        }
    }
}

extension Month {
    /// The month's English name.
    public var englishName: String {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ][number - 1]
    }
}
