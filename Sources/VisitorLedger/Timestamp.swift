public import VisitorModel

/// A moment in UTC, to the second: when something was written into the ledger.
///
/// The ledger never asks a clock itself; whoever opens it passes one in, so that every run can be repeated.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let secondsSinceEpoch: Int

    /// Makes a moment from seconds since 1970; moments outside the years 1 to 9999 become the nearest inside.
    public init(secondsSinceEpoch: Int) {
        self.secondsSinceEpoch = min(max(secondsSinceEpoch, Self.firstSecond), Self.lastSecond)
    }

    /// The last moment there is, for "whatever was recorded so far".
    static let distantFuture = Timestamp(secondsSinceEpoch: lastSecond)

    /// The second after it: what is asked about before then includes this moment.
    public var following: Timestamp { Timestamp(secondsSinceEpoch: secondsSinceEpoch + 1) }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }

    private static let firstSecond = -62_135_596_800  // 0001-01-01T00:00:00Z
    private static let lastSecond = 253_402_300_799  // 9999-12-31T23:59:59Z
}

extension Timestamp: CustomStringConvertible {
    /// ISO 8601 in UTC, always 20 characters, so that texts sort as moments do: `2019-04-01T09:30:00Z`.
    public var description: String {
        let day = (secondsSinceEpoch - Self.firstSecond) / 86_400 - 719_162
        let second = secondsSinceEpoch - day * 86_400
        let date = CivilDate(daysSinceEpoch: day)
        let dateText = "\(fixed(date.year, 4))-\(fixed(date.month, 2))-\(fixed(date.day, 2))"
        return "\(dateText)T\(fixed(second / 3_600, 2)):\(fixed(second / 60 % 60, 2)):\(fixed(second % 60, 2))Z"
    }
}

extension Timestamp {
    /// The day it is somewhere at this moment; `nil` outside the years months can have.
    ///
    /// - Parameter minutesAheadOfUTC: Where: 0 for UTC, ``minutesOfJapan`` for an office in Japan.
    public func day(minutesAheadOfUTC: Int = 0) -> Day? {
        let seconds = secondsSinceEpoch + minutesAheadOfUTC * 60 - Self.firstSecond
        let date = CivilDate(daysSinceEpoch: seconds / 86_400 - 719_162)
        return Month(year: date.year, number: date.month).flatMap { Day(month: $0, number: date.day) }
    }
}

/// A number with leading zeros.
private func fixed(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}

/// A day of the Gregorian calendar, only for turning timestamps into text and back.
struct CivilDate: Hashable {
    var year: Int
    var month: Int
    var day: Int

    /// Days since 1970-01-01.
    var daysSinceEpoch: Int { Self.daysBeforeYear(year) + Self.daysBeforeMonth(month, of: year) + day - 1 - 719_162 }

    /// Whether the calendar has such a day in the years 1 to 9999.
    var isValid: Bool {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
        return day <= Self.daysBeforeMonth(month + 1, of: year) - Self.daysBeforeMonth(month, of: year)
    }

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(daysSinceEpoch: Int) {
        let days = daysSinceEpoch + 719_162  // since 0001-01-01
        // 400 years have 146,097 days; the estimate is never early and at most one year late.
        year = days * 400 / 146_097 + 1
        while Self.daysBeforeYear(year) > days { year -= 1 }
        while Self.daysBeforeYear(year + 1) <= days { year += 1 }
        var rest = days - Self.daysBeforeYear(year)
        month = 1
        while month < 12, Self.daysBeforeMonth(month + 1, of: year) <= rest { month += 1 }
        rest -= Self.daysBeforeMonth(month, of: year)
        day = rest + 1
    }

    /// Days from 0001-01-01 to the first of January.
    private static func daysBeforeYear(_ year: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400
    }

    /// Days from the first of January to the first of a month; 13 gives the length of the year.
    private static func daysBeforeMonth(_ month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return lengths.prefix(month - 1).reduce(0, +)
    }
}
