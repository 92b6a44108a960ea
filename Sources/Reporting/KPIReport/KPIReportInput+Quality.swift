public import VisitorMetrics

/// What became of one expected report: of a place, in a month.
public enum ReportState: Sendable, Hashable, CaseIterable {
    /// A number is there.
    case reported
    /// A number is there, but rows behind it are held, or some of the markets are missing.
    case partly
    /// It is due, and nothing is there.
    case late
    /// The place was closed: a true zero, and nothing to wait for.
    case closed
    /// It is not due yet.
    case notYetDue
    /// Nobody expects it.
    case notExpected
}

/// A doubtful count as a report shows it: with the cell to look at, and who said that it is right.
public struct DoubtfulCount: Sendable, Hashable {
    /// Somebody's word that the count is right.
    public struct Acknowledgement: Sendable, Hashable {
        /// Who says so.
        public var by: String
        /// Why.
        public var reason: String
        /// On which day (of UTC), as text.
        public var day: String

        /// Somebody's word.
        public init(by: String, reason: String, day: String) {
            self.by = by
            self.reason = reason
            self.day = day
        }
    }

    /// What is doubtful, and what may be behind it.
    public var finding: PlausibilityFinding
    /// The file and cell, or the path in XML; empty where it is unknown.
    public var cell: String
    /// Who says that it is right; `nil` while it is open.
    public var acknowledgement: Acknowledgement?

    /// A doubtful count.
    public init(finding: PlausibilityFinding, cell: String, acknowledgement: Acknowledgement? = nil) {
        self.finding = finding
        self.cell = cell
        self.acknowledgement = acknowledgement
    }
}

/// The doubts about a report's counts.
public struct DoubtfulCounts: Sendable, Hashable {
    /// Those nobody has settled, latest month first.
    public var open: [DoubtfulCount]
    /// Those acknowledged since the last publication, or ever where nothing was published, latest word first.
    public var acknowledged: [DoubtfulCount]
    /// The day of that publication, as text; `nil` where there was none.
    public var since: String?

    /// The doubts.
    public init(open: [DoubtfulCount] = [], acknowledged: [DoubtfulCount] = [], since: String? = nil) {
        self.open = open
        self.acknowledged = acknowledged
        self.since = since
    }
}
