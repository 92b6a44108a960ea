import Diagnostics
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel

/// What a report says about the quality of its counts.
extension ReportGathering {
    /// How many months back the report tells who has reported.
    private static let monthsOfStates = 24

    /// What became of each expected report of the headline's measure, as `dmo status` tells it.
    func reportStates() -> [String: [Month: ReportState]] {
        let first = through.advanced(by: 1 - Self.monthsOfStates)
        let statuses = workspace.reportStatus(
            among: everything.recorded.compactMap(\.reportedCount).filter {
                $0.measure == metric.measure && $0.month >= first
            },
            from: first, through: through, asOf: asOf, measures: [metric.measure])
        guard let status = statuses.first else { return [:] }
        return status.lines.reduce(into: [:]) { states, line in
            states[line.place] = Dictionary(zip(status.months, line.states.map(\.inReport))) { first, _ in first }
        }
    }

    /// The doubts that are open, and those settled since the last publication.
    func doubts() throws -> DoubtfulCounts {
        guard let ledger = try workspace.readLedger() else { return DoubtfulCounts() }
        let counts = everything.recorded.those { $0.observation.period.lastMonth <= through }
        let findings = workspace.findings(among: counts, acknowledged: try ledger.acknowledgements(asOf: asOf), through: through)
        let moment = publishedAt ?? asOf ?? workspace.now
        let earlier = try ledger.publications().last { $0.recordedAt < moment }
        let settled = findings.compactMap { entry in
            entry.acknowledgement.flatMap { given in
                earlier.map { given.recordedAt > $0.recordedAt } ?? true ? (at: given.recordedAt, entry: entry) : nil
            }
        }
        return DoubtfulCounts(
            open: findings.filter { $0.acknowledgement == nil }.enumerated().sorted {
                ($1.element.finding.month, $0.offset) < ($0.element.finding.month, $1.offset)
            }.map { $0.element.inReport },
            acknowledged: settled.enumerated().sorted {
                ($1.element.at, $0.offset) < ($0.element.at, $1.offset)
            }.map { $0.element.entry.inReport },
            since: earlier.map { String($0.recordedAt.description.prefix(10)) })
    }

    /// How many rows of each file wait for a decision.
    func held() throws -> [HeldRows] {
        guard let ledger = try workspace.readLedger() else { return [] }
        let loads = try ledger.loads(asOf: asOf).filter { $0.withdrawal == nil && $0.account.rowsHeld > 0 }
        guard !loads.isEmpty else { return [] }
        let decisions = try ledger.holdDecisions(asOf: asOf)
        return try loads.compactMap { load in
            // Only so many rows are kept for each file; while nothing is decided, the account knows them all.
            let holds = try ledger.holds(ofLoad: load.id)
            guard !holds.isEmpty else { return nil }
            let open = holds.filter { decisions[$0.id] == nil }
            let rows =
                open.count == holds.count
                ? load.account.rowsHeld : Set(open.map { HeldPlace($0.row.diagnostic.position) }).count
            return rows > 0 ? HeldRows(file: load.header.fileName, count: rows) : nil
        }
    }
}

private struct HeldPlace: Hashable {
    let row: Int?
    let line: Int?

    init(_ position: SourcePosition?) {
        row = position?.row
        line = position?.line
    }
}

extension ReportStatus.State {
    fileprivate var inReport: ReportState {
        switch self {
        case .reported: .reported
        case .partly: .partly
        case .late: .late
        case .closed: .closed
        case .notYetDue: .notYetDue
        case .notExpected: .notExpected
        }
    }
}

extension LocatedFinding {
    fileprivate var inReport: DoubtfulCount {
        DoubtfulCount(
            finding: finding, cell: position?.description ?? "",
            acknowledgement: acknowledgement.map {
                .init(by: $0.by, reason: $0.reason, day: String($0.recordedAt.description.prefix(10)))
            })
    }
}
