/// Equally spaced figures of one series, oldest first; a period without a figure is `nil`, never zero.
public struct TimeSeries: Sendable, Hashable {
    /// The figures.
    public var values: [Double?]
    /// Periods in a season: 12 for months, 4 for quarters, 1 for years.
    public var seasonLength: Int

    /// Makes a series.
    ///
    /// - Parameters:
    ///   - values: The figures, oldest first, `nil` where nothing is known.
    ///   - seasonLength: Periods in a season, at least 1.
    public init(_ values: [Double?], seasonLength: Int) {
        precondition(seasonLength >= 1, "a season has at least one period")
        self.values = values
        self.seasonLength = seasonLength
    }

    /// Number of periods that have a figure.
    public var knownCount: Int { values.count { $0 != nil } }

    /// Whether every known figure is above zero, so that its logarithm may be taken.
    public var isPositive: Bool { values.allSatisfy { $0.map { $0 > 0 } ?? true } }

    /// Whether no known figure is below zero.
    public var isNonnegative: Bool { values.allSatisfy { $0.map { $0 >= 0 } ?? true } }

    /// The figures as plain numbers, with NaN for absent periods.
    ///
    /// NaN never leaves this module: filters skip it, results hold none.
    var samples: [Double] { values.map { $0 ?? .nan } }

    /// The series from its first known figure on.
    public var withoutAbsentBeginning: TimeSeries {
        TimeSeries(Array(values.drop { $0 == nil }), seasonLength: seasonLength)
    }

    /// The same series with some periods made absent: months of a declared event or closure, which should not teach
    /// a model anything.
    public func without(_ indices: some Sequence<Int>) -> TimeSeries {
        var copy = self
        for index in indices where copy.values.indices.contains(index) { copy.values[index] = nil }
        return copy
    }

    /// The same series, cut after a number of periods.
    public func prefix(_ count: Int) -> TimeSeries {
        TimeSeries(Array(values.prefix(count)), seasonLength: seasonLength)
    }
}
