import Diagnostics
import Languages
import VisitorModel

extension DefinitionChange {
    /// Reads what a version changed; `nil` where nothing is said.
    init?(_ node: DefinitionNode?) {
        guard let node, let since = node.month("since"), let what = node.bilingual("what") else { return nil }
        self.init(since: since, what: what)
    }
}

extension MappingShape {
    static let definitionChange = MappingShape(
        "changed", BilingualText(ja: "前の版からの変更", en: "What changed since the version before"),
        keys: [
            KeyShape(
                "since", .month, required: true, "この版で公表し始める月", "the first month figures are published by this version"),
            KeyShape("what", .bilingual, required: true, "変えたこと", "what changed"),
        ])
}

extension WorkspaceDefinition {
    /// Reports every later version of a definition that does not say what it changed.
    static func checkVersions(
        in nodes: [DefinitionNode], definitions: [MetricDefinition], reportingTo collector: DiagnosticCollector
    ) {
        for node in nodes {
            guard let name = node.text("name"), let version = node.integer("version"), node["changed"] == nil,
                definitions.contains(where: { $0.name == name && $0.version < version })
            else { continue }
            collector.report(
                Diagnostic(
                    code: "definition.undeclared-change", position: node["version"]?.position ?? node.position,
                    value: "\(name)@\(version)",
                    message: BilingualText(
                        ja: "前の版から何を変えたかが書かれていません。版の違う数値が黙って並んでしまいます。",
                        en:
                            "It is not said what this version changed; figures of two versions would stand together in silence."
                    ),
                    remedy: BilingualText(
                        ja: "changed: { since: 2019-04, what: { ja: …, en: … } } を書いてください。",
                        en: "Write changed: { since: 2019-04, what: { ja: …, en: … } }.")))
        }
    }
}
