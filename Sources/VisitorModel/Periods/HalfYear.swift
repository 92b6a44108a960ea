public import Languages

/// Six months: the first or second half of a calendar year, or of a fiscal year (上期 April to September, 下期).
public struct HalfYear: Sendable, Hashable {
    /// The year of the common era; for a fiscal half, the year the fiscal year begins in.
    public let year: Int
    /// 1 or 2.
    public let number: Int
    /// Whether it is half a fiscal year.
    public let isFiscal: Bool

    /// Makes a half; `nil` when the number is not 1 or 2.
    public init?(year: Int, number: Int, isFiscal: Bool) {
        guard (1...2).contains(number) else { return nil }
        self.init(uncheckedYear: year, number: number, isFiscal: isFiscal)
    }

    private init(uncheckedYear year: Int, number: Int, isFiscal: Bool) {
        self.year = year
        self.number = number
        self.isFiscal = isFiscal
    }

    /// The half a month lies in.
    public init(containing month: Month, isFiscal: Bool) {
        let shifted = isFiscal ? month.advanced(by: -3) : month
        self.init(uncheckedYear: shifted.year, number: (shifted.number - 1) / 6 + 1, isFiscal: isFiscal)
    }

    /// The six months, in order.
    public var months: [Month] {
        let first = year * 12 + (number - 1) * 6 + (isFiscal ? 3 : 0)
        return (0..<6).map { Month(ordinal: first + $0) }
    }

    /// The same half a year earlier.
    public var yearBefore: HalfYear { HalfYear(uncheckedYear: year - 1, number: number, isFiscal: isFiscal) }

    /// The identifier, `2013-H1` or `FY2013-H1`.
    public var id: String { (isFiscal ? "FY" : "") + padded(year, 4) + "-H\(number)" }

    /// Reads what ``id`` writes.
    init?(id: some StringProtocol) {
        let isFiscal = id.hasPrefix("FY")
        let rest = isFiscal ? id.dropFirst(2) : id.dropFirst(0)
        guard rest.utf8.count == 7, rest.dropFirst(4).hasPrefix("-H"), let year = digits(rest.prefix(4)),
            let number = digits(rest.suffix(1))
        else { return nil }
        self.init(year: year, number: number, isFiscal: isFiscal)
    }

    /// The half's name: 平成25年度上期, first half of FY2013.
    public var label: BilingualText {
        let whole: Period = isFiscal ? .fiscalYear(FiscalYear(year)) : .calendarYear(CalendarYear(year))
        let words = isFiscal ? ["上期", "下期"] : ["前半", "後半"]
        return BilingualText(
            ja: whole.label.ja + words[number - 1],
            en: (number == 1 ? "first" : "second") + " half of " + whole.label.en)
    }
}

/// Any twelve months in a row: what a year looks like today, whatever the calendar.
public struct TwelveMonths: Sendable, Hashable {
    /// The last month.
    public let last: Month

    /// The twelve months that end in a month.
    public init(endingIn last: Month) { self.last = last }

    /// The months, in order.
    public var months: [Month] { (0..<12).map { last.advanced(by: $0 - 11) } }

    /// The identifier, `12M2013-12`.
    public var id: String { "12M" + last.id }
}
