/// A month of a year of the common era.
public struct Month: Hashable, Sendable, Comparable {
    /// The year of the common era.
    public let year: Int
    /// The month's number, 1 to 12.
    public let number: Int

    /// Makes a month; `nil` when the number is not 1 to 12 or the year not 1 to 9999.
    public init?(year: Int, number: Int) {
        guard (1...12).contains(number), (1...9999).contains(year) else { return nil }
        self.year = year
        self.number = number
    }

    /// Makes a month from a count of months since January of year 0, so that months can be added.
    init(ordinal: Int) {
        year = ordinal / 12
        number = ordinal % 12 + 1
    }

    /// Months since January of year 0.
    var ordinal: Int { year * 12 + number - 1 }

    public static func < (left: Month, right: Month) -> Bool { left.ordinal < right.ordinal }

    /// The month a number of months later (earlier when negative).
    public func advanced(by months: Int) -> Month { Month(ordinal: ordinal + months) }

    /// How many months lie between this month and a later one (0 for the same).
    public func distance(to other: Month) -> Int { other.ordinal - ordinal }

    /// The month's days: 28 to 31.
    public var dayCount: Int {
        switch number {
        case 2: isLeapYear ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private var isLeapYear: Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// The calendar year the month belongs to.
    public var calendarYear: CalendarYear { CalendarYear(year) }

    /// The Japanese fiscal year (April to March) the month belongs to.
    public var fiscalYear: FiscalYear { FiscalYear(number >= 4 ? year : year - 1) }

    /// The quarter of the calendar year.
    public var quarter: Quarter { Quarter(uncheckedYear: year, number: (number - 1) / 3 + 1) }

    /// The identifier, `2013-04`.
    public var id: String { padded(year, 4) + "-" + padded(number, 2) }

    /// Reads `2013-04`.
    public init?(id: some StringProtocol) {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            let year = digits(parts[0]), let number = digits(parts[1])
        else { return nil }
        self.init(year: year, number: number)
    }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    let missing = width - text.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + text : text
}

/// ASCII digits only as a number: `Int("+4")` would accept a sign that no identifier has.
func digits(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
}
