/// How often a series has a figure.
public enum SeriesFrequency: String, Sendable, Hashable, CaseIterable {
    /// Twelve figures a year.
    case monthly
    /// Four figures a year.
    case quarterly
    /// One figure a year.
    case yearly

    /// Periods in a year.
    public var periodsPerYear: Int {
        switch self {
        case .monthly: 12
        case .quarterly: 4
        case .yearly: 1
        }
    }
}

/// A period of a series as it is written: `2013-01`, `2013-Q1`, `2013`.
public struct SeriesPeriod: Sendable, Hashable, Comparable {
    /// How long it is.
    public let frequency: SeriesFrequency
    /// Periods since the first of the year 0.
    public let ordinal: Int

    /// Makes a period from its ordinal.
    public init(frequency: SeriesFrequency, ordinal: Int) {
        self.frequency = frequency
        self.ordinal = ordinal
    }

    /// Reads a period; `nil` for any other text.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = Self.number(parts[0], digits: 4) else { return nil }
        switch parts.count {
        case 1: self.init(frequency: .yearly, ordinal: year)
        case 2 where parts[1].first == "Q" || parts[1].first == "q":
            guard let quarter = Self.number(parts[1].dropFirst(), digits: 1), (1...4).contains(quarter) else {
                return nil
            }
            self.init(frequency: .quarterly, ordinal: 4 * year + quarter - 1)
        case 2:
            guard let month = Self.number(parts[1], digits: 2), (1...12).contains(month) else { return nil }
            self.init(frequency: .monthly, ordinal: 12 * year + month - 1)
        default: return nil
        }
    }

    private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    /// The calendar year it lies in.
    public var year: Int { ordinal / frequency.periodsPerYear }

    /// The Japanese fiscal year, April to March, it lies in; for yearly figures the year as written.
    public var fiscalYear: Int {
        frequency == .yearly ? ordinal : (ordinal - frequency.periodsPerYear / 4) / frequency.periodsPerYear
    }

    /// The period a number of periods later.
    public func advanced(by count: Int) -> SeriesPeriod {
        SeriesPeriod(frequency: frequency, ordinal: ordinal + count)
    }

    public static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}
