public import VisitorModel

/// A change of the value that holds for one series and period.
public struct Revision: Sendable, Hashable {
    /// A value and the load that gave it.
    public struct Side: Sendable, Hashable {
        /// The value with its status.
        public var value: ObservedValue
        /// The load's number.
        public var load: Int
        /// The load's file, as the user knows it.
        public var fileName: String
    }

    /// The series.
    public var series: SeriesKey
    /// The period.
    public var period: Period
    /// The unit of both values.
    public var unit: StatisticalUnit
    /// What held before.
    public var old: Side
    /// What holds now; `nil` when a withdrawal left nothing.
    public var new: Side?
}
