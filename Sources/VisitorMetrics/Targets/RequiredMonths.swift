public import VisitorModel

/// What each month still to come has to bring so that a year ends on its target.
///
/// The need is shared out in proportion to the same months of a whole year before, by largest remainders, so that the
/// months add up to it exactly.
public struct RequiredMonths: Sendable, Hashable {
    /// One month and what it has to bring.
    public struct Requirement: Sendable, Hashable {
        /// The month.
        public let month: Month
        /// The count it has to bring.
        public let count: Int
    }

    /// The months in order.
    public let requirements: [Requirement]

    /// Shares a need out.
    ///
    /// - Parameters:
    ///   - need: What is lacking, in whole units; nothing is required when it is zero or less.
    ///   - months: The months still to come.
    ///   - shape: Monthly figures of the year to take the shape from; each month must be whole.
    /// - Returns: `nil` when a month has no whole counterpart in the shape, or the counterparts are all zero.
    public init?(need: Int, over months: [Month], shape: [Figure]) {
        let months = months.sorted()
        let weights = months.compactMap { month in
            shape.first { $0.period.kind == .month && $0.period.firstMonth.number == month.number }?.wholeValue
        }
        guard !months.isEmpty, weights.count == months.count,
            let parts = LargestRemainder.parts(of: max(0, need), weights: weights)
        else { return nil }
        requirements = zip(months, parts).map { Requirement(month: $0, count: $1) }
    }
}
