public import Diagnostics
public import Languages
public import VisitorLedger
public import VisitorMetrics
public import VisitorModel

/// What loading files would do, found out by loading them into a copy of the ledger. The ledger itself is as it was.
public struct LoadPreview: Sendable {
    /// A count that would get another value.
    public struct Revised: Sendable, Hashable {
        /// The old and the new value.
        public var revision: Revision
        /// The cell of the new value.
        public var position: SourcePosition?
        /// The cell of the old value.
        public var oldPosition: SourcePosition?
    }

    /// A figure that would have another value, status or coverage.
    public struct FigureEffect: Sendable, Hashable, Identifiable {
        /// The figure's identity.
        public var id: String
        /// What it is, where and when.
        public var label: BilingualText
        /// Whether a goal is set for it.
        public var isHeadline: Bool
        /// The figure as it stands; `nil` when there is none yet.
        public var before: Figure?
        /// The figure as it would be; `nil` when there would be none any more.
        public var after: Figure?

        /// How much it would move; `nil` where one side has no value.
        public var difference: ExactDecimal? { before?.value.flatMap { old in after?.value?.subtracting(old) } }
    }

    /// A goal whose counts the load would touch.
    public struct GoalEffect: Sendable {
        /// Where a goal stands, in its definition's own kind of year.
        public struct Side: Sendable {
            /// How far it is reached.
            public var progress: GoalProgress
            /// The verdict: its headline, then what stands behind it.
            public var verdict: [BilingualText]
            /// Where the year will end; `nil` when there is nothing to forecast.
            public var outlook: GoalOutlook?
        }

        /// The goal.
        public var target: TargetDefinition
        /// As it stands.
        public var before: Side
        /// As it would be.
        public var after: Side

        /// The years of the goal that would change, as they stand and as they would be.
        public var years: [(before: TargetYear, after: TargetYear)] {
            zip(before.progress.headline.years, after.progress.headline.years).filter { $0 != $1 }.map { ($0, $1) }
        }
    }

    /// An indicator of the plan that would have another value or light.
    public struct IndicatorEffect: Sendable, Hashable {
        /// As it stands.
        public var before: IndicatorAssessment
        /// As it would be.
        public var after: IndicatorAssessment
    }

    /// What would become of each file: the account, the held rows, the messages. Load numbers in it are those the loads
    /// would get.
    public var reports: [FileLoadReport]
    /// The counts that would get another value, in the order of the files.
    public var revisions: [Revised]
    /// Doubts that would be new, and that nobody has acknowledged.
    public var newFindings: [LocatedFinding]
    /// Open doubts that would be settled.
    public var settledFindings: [LocatedFinding]
    /// The figures that would change: those with goals first, years before months.
    public var figures: [FigureEffect]
    /// Every goal the files touch, in the order of `kpis.yaml`.
    public var goals: [GoalEffect]
    /// The indicators that would change, in the order of the plan.
    public var indicators: [IndicatorEffect]
    /// The state it was worked out on: everything recorded by then.
    public var basis: Timestamp

    /// Whether no number would change.
    public var changesNothing: Bool { figures.isEmpty && revisions.isEmpty && goals.isEmpty && newFindings.isEmpty }
}
