public import VisitorLedger
public import VisitorMetrics
public import VisitorModel

/// What moved since a publication, and why.
public struct ChangesSince: Sendable {
    /// A published figure and what it is now.
    public struct Change: Sendable {
        /// The figure as it stands; `nil` when it is no longer drawn up.
        public var figure: Figure?
        /// The figure as it was published.
        public var published: Publication.PublishedFigure
        /// Its value then.
        public var old: ExactDecimal?
        /// Its value now.
        public var new: ExactDecimal? { figure?.value }
        /// The counts in it that moved.
        public var causes: [MovedCount]

        /// How much it moved; `nil` where one side is missing.
        public var difference: ExactDecimal? { old.flatMap { old in new?.subtracting(old) } }
    }

    /// A count that has another value than at the time.
    public struct MovedCount: Sendable, Hashable {
        /// The series.
        public var series: SeriesKey
        /// The period.
        public var period: Period
        /// The value then; `nil` when there was none.
        public var old: ObservedValue?
        /// The value now; `nil` when it was withdrawn.
        public var new: ObservedValue?
        /// The file that brought the value now, or the one that was withdrawn.
        public var file: String
        /// When that was recorded.
        public var recordedAt: Timestamp
        /// The load that did it.
        public var load: Int
        /// Why it was withdrawn, where it was.
        public var withdrawal: Withdrawal?
    }

    /// The publication.
    public var publication: Publication
    /// The figures whose value, status or coverage is another now, in the order they were published.
    public var changes: [Change]
    /// The counts that moved, by series and period.
    public var moved: [MovedCount]
    /// The definition files that say something else now.
    public var changedDefinitions: [String]
    /// How many figures were published.
    public var figures: Int
}
