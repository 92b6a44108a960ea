import Diagnostics
import Languages
import VisitorModel

extension WorkspaceDefinition {
    /// Reports every `id` that stands twice in the lists under a key, at its second place.
    static func checkRepeatedIDs(
        under key: String, in nodes: [DefinitionNode], reportingTo collector: DiagnosticCollector
    ) {
        var seen: Set<String> = []
        for member in nodes.flatMap({ $0[key]?.members ?? [] }) {
            guard let id = member["id"], let text = id.text, !seen.insert(text).inserted else { continue }
            collector.report(.defined(text, twiceAt: id.position))
        }
    }

    /// Reports every share of a definition that nobody declared, and of one that is itself no plain sum; and every check
    /// beside a definition nobody declared.
    ///
    /// - Parameter declared: All declared definitions; `nil` when a file could not be read, so that not all are known.
    static func checkShares(
        in nodes: [DefinitionNode], declared: [String]?, definitions: [MetricDefinition],
        reportingTo collector: DiagnosticCollector
    ) {
        for own in nodes.compactMap({ $0["drift-check"]?["beside"] }) {
            guard let declared, let name = own.text, !declared.contains(name) else { continue }
            collector.report(.unknownName(name, kind: Kinds.definition, known: declared, at: own.position))
        }
        for node in nodes {
            guard let total = node["share-of"], let name = total.text else { continue }
            if let declared, !declared.contains(name) {
                collector.report(
                    .unknownName(name, kind: Kinds.definition, known: declared, at: total.position))
            } else if let found = definitions.first(where: { $0.id == name }), found.derivation != .sum {
                collector.report(
                    Diagnostic(
                        code: "definition.share-of-derived", position: total.position, value: name,
                        message: BilingualText(
                            ja: "割合の分母は、足し上げただけの定義でなければなりません。",
                            en: "A share is taken of a plain sum, not of another derived definition.")))
            }
        }
    }

    /// Reports every name in profiles and pipelines that nothing answers to.
    ///
    /// - Parameter declaredProfiles: The names profiles give themselves, also those that were refused for another fault;
    ///   `nil` when a file could not be read, so that not all names are known.
    func checkReferences(declaredProfiles: Set<String>?, reportingTo collector: DiagnosticCollector) {
        let places = destination.places.places.map(\.id)
        for profile in profiles.values.sorted(by: { $0.name < $1.name }) {
            for column in profile.columns {
                if let within = column.within, destination.places[within] == nil {
                    collector.report(.unknownName(within, kind: Kinds.place, known: places, at: column.position))
                }
                let standing: [String] =
                    switch column.source {
                    case .fixed(let value): [column.map[value] ?? value]
                    default: Array(column.map.values)
                    }
                for name in standing.sorted() {
                    switch column.type {
                    case .place where destination.places[name] == nil:
                        collector.report(.unknownName(name, kind: Kinds.place, known: places, at: column.position))
                    case .market where !destination.markets.contains(where: { $0.id == name }):
                        collector.report(
                            .unknownName(
                                name, kind: Kinds.market, known: destination.markets.map(\.id), at: column.position))
                    default: break
                    }
                }
            }
        }
        for pipeline in pipelines {
            if let declaredProfiles, !declaredProfiles.contains(pipeline.profile) {
                collector.report(
                    .unknownName(
                        pipeline.profile, kind: Kinds.profile, known: declaredProfiles.sorted(),
                        at: pipeline.profilePosition))
            }
            guard let output = pipeline.output else { continue }
            guard let measure = destination.measure(output.measure) else {
                collector.report(
                    .unknownName(
                        output.measure, kind: Kinds.measure, known: destination.measures.map(\.id),
                        at: output.measurePosition))
                continue
            }
            if measure.unit != output.unit {
                collector.report(
                    Diagnostic(
                        code: "pipeline.unit-differs", position: output.unitPosition,
                        value: output.unit.rawValue,
                        message: BilingualText(
                            ja: "指標「\(measure.id)」の単位は \(measure.unit.rawValue) です。",
                            en: "The measure “\(measure.id)” is in \(measure.unit.rawValue).")))
            }
        }
    }
}

private enum Kinds {
    static let definition = BilingualText(ja: "定義", en: "definition")
    static let place = BilingualText(ja: "場所", en: "place")
    static let market = BilingualText(ja: "市場", en: "market")
    static let measure = BilingualText(ja: "指標", en: "measure")
    static let profile = BilingualText(ja: "読み方（profile）", en: "profile")
}
