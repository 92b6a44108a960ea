public import Diagnostics
import PipelineDefinition
public import VisitorLedger
public import VisitorMetrics
public import VisitorModel

/// Everything behind a figure: its inputs with their loads and histories, what happened to its series, what is doubted.
public struct PassportDetail: Sendable {
    /// One count the figure was added up from.
    public struct Input: Sendable {
        /// The count with its file, hash and load.
        public var recorded: RecordedObservation
        /// Where it was read.
        public var position: SourcePosition
        /// Every value it ever had, oldest first, this one among them; one entry when it was never changed.
        public var history: [RecordedObservation]
    }

    /// The figure.
    public var figure: Figure
    /// The counts it was added up from.
    public var inputs: [Input]
    /// The loads they came by.
    public var loads: [LoadSummary]
    /// Events that show in its counts.
    public var events: [SeriesEvent]
    /// Breaks in its series, in its period or before.
    public var breaks: [SeriesBreak]
    /// Closures in its period.
    public var closures: [Closure]
    /// Doubts about its inputs, acknowledged or not.
    public var findings: [LocatedFinding]
}

extension Workspace {
    /// Everything behind a figure.
    ///
    /// - Throws: `LedgerError`.
    public func passportDetail(
        of figure: Figure, in view: LedgerView, asOf: Timestamp? = nil
    ) throws(LedgerError) -> PassportDetail {
        let recorded = view.inputs(of: figure)
        let ledger = try readLedger()
        let histories = try ledger?.histories(of: recorded, asOf: asOf) ?? []
        let inputs = zip(recorded, histories).map {
            PassportDetail.Input(recorded: $0, position: $0.position, history: $1)
        }
        let used = Set(recorded.map(\.load))
        let (definition, months) = (figure.definition, figure.period.months)
        let places = figure.place == definition.cut.whole ? definition.cut.members : [figure.place]
        let changes = self.definition.changes
        // Doubts from the past of the counts themselves; and their contradictions with others of the same months, which
        // take no past.
        let doubts = try findings(
            asOf: asOf, measure: definition.measure, places: Set(places),
            segments: Set(recorded.map(\.observation.series.segment)))
        let contradictions = try findings(
            asOf: asOf, from: figure.period.firstMonth, through: figure.period.lastMonth, measure: definition.measure,
            places: Set(places)
        ).filter { entry in
            (entry.finding.kind == .inboundOverTotal || entry.finding.kind == .partsOverWhole)
                && !doubts.contains { $0.id == entry.id }
        }
        let cells = Set(recorded.map { "\($0.observation.series.place)\u{0}\($0.observation.period.id)" })
        return PassportDetail(
            figure: figure, inputs: inputs, loads: try ledger?.loads(asOf: asOf).filter { used.contains($0.id) } ?? [],
            events: changes.events.filter { event in
                months.contains { month in places.contains { event.touches($0, definition.measure, in: month) } }
            },
            breaks: figure.breaks.filter { $0.since <= figure.period.lastMonth },
            closures: changes.closures.filter { closure in
                months.contains { month in places.contains { closure.touches($0, in: month) } }
            },
            findings: (contradictions + doubts).filter {
                $0.finding.series.measure == definition.measure
                    && cells.contains("\($0.finding.series.place)\u{0}\($0.finding.month.id)")
            })
    }
}
