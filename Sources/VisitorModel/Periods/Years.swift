/// A calendar year, January to December: the basis of the prefecture's survey.
public struct CalendarYear: Hashable, Sendable, Comparable {
    /// The year of the common era.
    public let number: Int

    /// Makes a calendar year.
    public init(_ number: Int) { self.number = number }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    /// The twelve months, in order.
    public var months: [Month] { (0..<12).map { Month(ordinal: number * 12 + $0) } }

    /// The identifier, `2013`.
    public var id: String { padded(number, 4) }
}

/// A Japanese fiscal year 年度, April to March, named after the year it begins in.
public struct FiscalYear: Hashable, Sendable, Comparable {
    /// The year of the common era in which it begins.
    public let number: Int

    /// Makes a fiscal year from the year it begins in.
    public init(_ number: Int) { self.number = number }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    /// The twelve months, April first.
    public var months: [Month] { (0..<12).map { Month(ordinal: number * 12 + 3 + $0) } }

    /// The identifier, `FY2013`.
    public var id: String { "FY" + padded(number, 4) }
}

/// A quarter of a calendar year: January to March is the first.
public struct Quarter: Hashable, Sendable, Comparable {
    /// The year of the common era.
    public let year: Int
    /// The quarter's number, 1 to 4.
    public let number: Int

    /// Makes a quarter; `nil` when the number is not 1 to 4.
    public init?(year: Int, number: Int) {
        guard (1...4).contains(number) else { return nil }
        self.init(uncheckedYear: year, number: number)
    }

    init(uncheckedYear year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    public static func < (left: Self, right: Self) -> Bool { (left.year, left.number) < (right.year, right.number) }

    /// The three months, in order.
    public var months: [Month] { (0..<3).map { Month(ordinal: year * 12 + (number - 1) * 3 + $0) } }

    /// The identifier, `2013-Q2`.
    public var id: String { padded(year, 4) + "-Q\(number)" }
}

/// A day of the Gregorian calendar.
public struct Day: Hashable, Sendable, Comparable {
    /// The month it lies in.
    public let month: Month
    /// The day's number in its month, from 1.
    public let number: Int

    /// Makes a day; `nil` when the month has no such day.
    public init?(month: Month, number: Int) {
        guard number >= 1, number <= month.dayCount else { return nil }
        self.month = month
        self.number = number
    }

    public static func < (left: Self, right: Self) -> Bool { (left.month, left.number) < (right.month, right.number) }

    /// The identifier, `2013-04-01`.
    public var id: String { month.id + "-" + padded(number, 2) }
}
