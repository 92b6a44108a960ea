public import Diagnostics
public import Languages
import PipelineDefinition
public import VisitorLedger
public import VisitorModel

extension Workspace {
    /// What the ledger knows.
    ///
    /// - Parameters:
    ///   - definitions: The definitions whose counts are wanted; `nil` for all.
    ///   - asOf: What was known at a moment; `nil` for now.
    ///   - through: The last month to look at; `nil` for all.
    ///   - everywhere: Whether counts of other places are wanted, too, such as printed lines that serve as a check.
    ///   - onlySegments: Segments beside the definitions' own; `nil` for all there are, as a split by market needs.
    /// - Throws: `LedgerError`.
    public func view(
        of definitions: [MetricDefinition]? = nil, asOf: Timestamp? = nil, through: Month? = nil,
        everywhere: Bool = false, onlySegments: Set<Segment>? = nil
    ) throws(LedgerError) -> LedgerView {
        // A share is read with what it is a share of, a check with what it stands beside.
        let definitions = definitions.map { wanted in
            let others = wanted.compactMap(\.derivation.shareTotal) + wanted.compactMap(\.driftRule?.own)
            return wanted + others.compactMap(definition.definition)
        }
        let measures = Set((definitions ?? definition.definitions).map(\.measure))
        var query = ObservationQuery(measures: measures, through: through)
        if let definitions {
            // A ledger by segments and places of the whole prefecture holds far more than a definition adds up.
            if !everywhere { query.places = Set(definitions.flatMap { $0.cut.members + [$0.cut.whole] }) }
            query.segments = onlySegments.map { extra in
                Set(
                    definitions.flatMap { definition in
                        [definition.segment] + definition.markets.map { definition.segment(ofMarket: $0) }
                    }
                ).union(extra)
            }
        }
        guard let ledger = try readLedger() else { return view(of: [], through: through) }
        let key = ViewCache.Key(query: query, asOf: asOf, state: try ledger.countedState())
        if let known = views.view(for: key) { return known }
        let view = view(of: try ledger.observations(matching: query, asOf: asOf), through: through)
        views.keep(view, for: key)
        return view
    }

    /// What the ledger knows of everything that is defined: each definition's own segments, in every place.
    func viewOfAllDefinitions(asOf: Timestamp?, through: Month?) throws(LedgerError) -> LedgerView {
        try view(of: definition.definitions, asOf: asOf, through: through, everywhere: true, onlySegments: [])
    }

    /// Counts ready to be added up, with what formulas need beside them.
    func view(of recorded: [RecordedObservation], through: Month?) -> LedgerView {
        let measures = definition.destination.measures
        return LedgerView(
            recorded: recorded, expected: definition.destination.expectedReports, changes: definition.changes,
            through: through, parameters: parameters,
            units: Dictionary(measures.map { ($0.id, $0.unit) }, uniquingKeysWith: { first, _ in first }),
            totals: definition.definitions, shelf: shelf)
    }

    /// The definition with a name, with or without version.
    ///
    /// - Throws: `DiagnosticsError` with the nearest names when there is none.
    public func metric(named name: String) throws(DiagnosticsError) -> MetricDefinition {
        if let found = definition.definition(name) { return found }
        throw DiagnosticsError(.unknown(name, Kinds.definition, among: definition.definitions.map(\.name)))
    }

    /// The goal with an identifier; without one, the first.
    ///
    /// - Throws: `DiagnosticsError` when there is none.
    public func target(named name: String?) throws(DiagnosticsError) -> TargetDefinition {
        guard let name else {
            if let first = definition.targets.first { return first }
            throw DiagnosticsError(.noTarget)
        }
        if let found = definition.targets.first(where: { $0.id == name }) { return found }
        throw DiagnosticsError(.unknown(name, Kinds.target, among: definition.targets.map(\.id)))
    }

    /// The name of a place for a sentence.
    public func placeName(_ id: String) -> BilingualText {
        definition.destination.places[id]?.names ?? BilingualText(verbatim: id)
    }

    /// The name of a market for a sentence.
    public func marketName(_ id: String) -> BilingualText {
        definition.destination.markets.first { $0.id == id }?.names ?? BilingualText(verbatim: id)
    }
}

private enum Kinds {
    static let definition = BilingualText(ja: "定義", en: "definition")
    static let target = BilingualText(ja: "目標", en: "target")
}

extension Diagnostic {
    fileprivate static func unknown(_ name: String, _ kind: BilingualText, among names: [String]) -> Diagnostic {
        let near = closestNames(to: name, among: names)
        let list = (near.isEmpty ? names : near).joined(separator: ", ")
        return Diagnostic(
            code: "workspace.unknown-name", value: name,
            message: BilingualText(ja: "\(kind.ja)「\(name)」はありません。", en: "There is no \(kind.en) “\(name)”."),
            remedy: near.isEmpty
                ? BilingualText(ja: "あるもの: \(list)", en: "There are: \(list).")
                : BilingualText(ja: "もしかして: \(list)", en: "Did you mean \(list)?"))
    }

    fileprivate static let noTarget = Diagnostic(
        code: "workspace.no-target",
        message: BilingualText(ja: "目標が定義されていません。", en: "No target is defined."),
        remedy: BilingualText(
            ja: "Pipelines/kpis.yaml に targets を書いてください。", en: "Write targets in Pipelines/kpis.yaml."))
}
