public import VisitorModel

/// Who has reported which month.
public struct ReportStatus: Sendable, Hashable {
    /// What became of one expected report.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// A number is there.
        case reported
        /// Nothing is there, or a reason why not.
        case missing
        /// The month has not come yet.
        case notYetDue = "not-yet-due"
        /// Nobody expects it.
        case notExpected = "not-expected"
    }

    /// One place and its months.
    public struct Line: Sendable, Hashable {
        /// The place.
        public var place: String
        /// One state a month.
        public var states: [State]
    }

    /// The measure reported.
    public var measure: String
    /// The months looked at, in order.
    public var months: [Month]
    /// The places, in the order of the description.
    public var lines: [Line]

    /// How many expected reports are there, and how many are due.
    public var coverage: (reported: Int, due: Int) {
        let states = lines.flatMap(\.states)
        let reported = states.count { $0 == .reported }
        return (reported, reported + states.count { $0 == .missing })
    }

    /// The reports that are due and not there.
    public var missing: [(place: String, month: Month)] {
        lines.flatMap { line in
            zip(months, line.states).compactMap { month, state in state == .missing ? (line.place, month) : nil }
        }
    }
}
