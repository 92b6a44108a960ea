public import Diagnostics
import Languages
import PipelineDefinition
public import VisitorLedger
import VisitorMetrics
public import VisitorModel

extension Workspace {
    /// What does not fit among the counts as they stand, with the cells to look at.
    ///
    /// - Parameters:
    ///   - asOf: What was known at a moment.
    ///   - from: The first month to look at; `nil` for all. Without their past, counts can only contradict one another.
    ///   - through: The last month to look at; `nil` for all.
    ///   - measure: Only counts of one measure; `nil` for all.
    ///   - places: Only counts of some places; `nil` for all.
    ///   - segments: Only counts of some segments; `nil` for all.
    /// - Returns: In the order of the series, then by month; acknowledged ones say so.
    /// - Throws: `LedgerError`.
    public func findings(
        asOf: Timestamp? = nil, from: Month? = nil, through: Month? = nil, measure: String? = nil,
        places: Set<String>? = nil, segments: Set<Segment>? = nil
    ) throws(LedgerError) -> [LocatedFinding] {
        guard let ledger = try readLedger() else { return [] }
        let recorded = try ledger.observations(
            matching: ObservationQuery(
                measures: measure.map { [$0] }, places: places, kinds: [.month], segments: segments, from: from,
                through: through),
            asOf: asOf)
        return findings(
            among: recorded, acknowledged: try ledger.acknowledgements(asOf: asOf), through: through,
            comparingTotals: measure == nil && places == nil)
    }

    /// What does not fit among counts at hand; only monthly ones are looked at.
    ///
    /// - Parameters:
    ///   - recorded: The counts.
    ///   - acknowledgements: What was said to be right.
    ///   - through: The last month to look at; `nil` for all.
    ///   - comparingTotals: Whether inbound visitors are set against all visitors, which takes the counts of every place.
    func findings(
        among recorded: [RecordedObservation], acknowledged acknowledgements: [Acknowledgement], through: Month?,
        comparingTotals: Bool = true
    ) -> [LocatedFinding] {
        let recorded = recorded.those { $0.observation.period.kind == .month }
        let acknowledged = Dictionary(
            acknowledgements.map { ($0.finding, $0) }, uniquingKeysWith: { first, _ in first })
        let checker = PlausibilityChecker(changes: definition.changes)
        // What a whole country's visitors do has causes no report of ours can tell; its figures only serve to compare.
        let countries = Set(definition.destination.places.places.filter { $0.kind == .country }.map(\.id))
        let ours = recorded.lazy.map(\.observation).filter { !countries.contains($0.series.place) }
        let series = inColumnOrder(MonthlySeries.all(in: ours), recorded)
        let found =
            checker.findings(in: series, places: definition.destination.places)
            + (comparingTotals ? inboundOverTotal(recorded, checker) + drifts(recorded, through: through) : [])
        let doubted = Set(found.map { CellName(series: $0.series, month: $0.month) })
        var cells: [CellName: RecordedObservation] = [:]
        if !doubted.isEmpty {
            let series = Set(doubted.map(\.series))
            for entry in recorded where series.contains(entry.observation.series) {
                let name = CellName(entry.observation)
                if doubted.contains(name) { cells[name] = entry }
            }
        }
        return found.map { finding in
            let cell = cells[CellName(series: finding.series, month: finding.month)]
            return LocatedFinding(
                finding: finding, position: cell?.position, load: cell?.load, acknowledgement: acknowledged[finding.id])
        }
    }

    /// What does not fit among the counts that some loads brought, and nobody has acknowledged.
    ///
    /// - Throws: `LedgerError`.
    public func newFindings(of reports: [FileLoadReport]) throws(LedgerError) -> [LocatedFinding] {
        guard let touched = TouchedCounts(reports, in: definition.destination.places) else { return [] }
        let brought = Set(
            reports.compactMap { report -> Int? in
                if case .loaded(let result, _) = report.fate { result.load.id } else { nil }
            })
        return try findings(measure: touched.onlyMeasure, places: touched.placesAround).filter {
            $0.acknowledgement == nil && $0.load.map(brought.contains) ?? false
        }
    }

    /// Says that a doubtful count is right, for ever and with a name.
    ///
    /// - Throws: `DiagnosticsError` when there is no such finding, `LedgerError` when it cannot be recorded.
    public func acknowledge(_ id: String, reason: String, by: String) throws -> Acknowledgement {
        let all = try findings()
        guard let found = all.first(where: { $0.id == id }) else {
            throw DiagnosticsError(.noFinding(id, among: all.map(\.id)))
        }
        return try openLedger().acknowledge(
            id, message: found.finding.message(naming: placeName).ja, reason: reason, by: by)
    }

    /// Series in the order of their columns, so that a column too far is seen as one.
    private func inColumnOrder(_ series: [MonthlySeries], _ recorded: [RecordedObservation]) -> [MonthlySeries] {
        let order = Dictionary(
            definition.destination.places.places.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        // A series stands where the leftmost of its cells does.
        var columns: [SeriesKey: Int] = [:]
        var last: (series: SeriesKey, column: Int)?
        for entry in recorded where entry.observation.value.number != nil {
            let column = entry.observation.provenance.column ?? 0
            if let known = last, known.series == entry.observation.series {
                last?.column = min(known.column, column)
            } else {
                if let known = last { columns[known.series] = min(columns[known.series] ?? .max, known.column) }
                last = (entry.observation.series, column)
            }
        }
        if let known = last { columns[known.series] = min(columns[known.series] ?? .max, known.column) }
        func key(_ series: SeriesKey) -> (String, Int, Int) {
            (
                series.measure + "\u{0}" + series.segment.id + "\u{0}" + series.vintage, columns[series] ?? 0,
                order[series.place] ?? Int.max
            )
        }
        return series.map { (key($0.key), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Ratios to other statistics that left their past.
    private func drifts(_ recorded: [RecordedObservation], through: Month?) -> [PlausibilityFinding] {
        let watched = definition.definitions.filter { $0.driftRule != nil }
        guard !watched.isEmpty else { return [] }
        let view = view(of: recorded, through: through)
        return watched.compactMap { driftCheck(of: $0, in: view) }.flatMap(\.findings)
    }

    /// Inbound visitors against all visitors where two definitions count the same place in the same unit.
    private func inboundOverTotal(
        _ recorded: [RecordedObservation], _ checker: PlausibilityChecker
    ) -> [PlausibilityFinding] {
        let definitions = definition.definitions.filter { !$0.isCrossCheck }
        let pairs = definitions.filter { $0.segment.origin == .inbound }.flatMap { inbound in
            definitions.filter {
                $0.segment == .all && $0.markets.isEmpty && $0.cut.whole == inbound.cut.whole && $0.unit == inbound.unit
                    && $0.measure != inbound.measure
            }.map { (inbound: inbound, total: $0) }
        }
        guard !pairs.isEmpty else { return [] }
        let figures = Figures(table: CountTable(recorded.lazy.map(\.observation)))
        return pairs.flatMap { pair in
            checker.inboundOverTotal(
                inbound: figures.figures(FigureQuery(of: pair.inbound, by: .month)),
                total: figures.figures(FigureQuery(of: pair.total, by: .month)))
        }
    }
}

/// One count's place in the ledger.
private struct CellName: Hashable {
    let series: SeriesKey
    let month: Month

    init(series: SeriesKey, month: Month) {
        self.series = series
        self.month = month
    }

    init(_ observation: Observation) {
        series = observation.series
        month = observation.period.lastMonth
    }
}

extension RecordedObservation {
    /// Where the count was read.
    public var position: SourcePosition {
        let origin = observation.provenance
        return SourcePosition(
            file: fileName, line: origin.line, row: origin.path == nil ? origin.firstRow : nil,
            column: origin.firstRow == origin.lastRow ? origin.column : nil, path: origin.path)
    }
}

extension Diagnostic {
    fileprivate static func noFinding(_ id: String, among ids: [String]) -> Diagnostic {
        let near = closestNames(to: id, among: ids).prefix(3).joined(separator: ", ")
        return Diagnostic(
            code: "findings.none", value: id,
            message: BilingualText(ja: "この指摘はありません。", en: "There is no such finding."),
            remedy: near.isEmpty
                ? BilingualText(ja: "dmo findings で一覧を見てください。", en: "dmo findings lists them.")
                : BilingualText(ja: "もしかして: \(near)", en: "Did you mean \(near)?"))
    }
}
