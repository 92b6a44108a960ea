public import VisitorModel

/// Who has reported which month.
public struct ReportStatus: Sendable, Hashable {
    /// What became of one expected report.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// A number is there.
        case reported
        /// A number is there, but rows behind it are held, or some of the markets are missing.
        case partly
        /// It is due, and nothing is there or a reason why not.
        case late
        /// The place was closed: a true zero, and nothing to wait for.
        case closed
        /// It is not due yet.
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

    /// How many expected reports are there, in whole or part, and how many are due.
    public var coverage: (reported: Int, due: Int) {
        let states = lines.flatMap(\.states)
        let reported = states.count { $0 == .reported || $0 == .partly }
        return (reported, reported + states.count { $0 == .late })
    }

    /// The reports that are due and not there.
    public var missing: [(place: String, month: Month)] { all(.late) }

    /// The places and months in a state.
    public func all(_ state: State) -> [(place: String, month: Month)] {
        lines.flatMap { line in
            zip(months, line.states).compactMap { month, found in found == state ? (line.place, month) : nil }
        }
    }
}
