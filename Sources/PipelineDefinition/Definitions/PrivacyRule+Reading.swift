import Diagnostics
import Languages
import VisitorModel

extension PrivacyRule {
    /// Reads the rule; `nil` without one.
    ///
    /// Measures nobody defined and a threshold that protects nobody are reported.
    init?(_ node: DefinitionNode?, measures known: [String], reportingTo collector: DiagnosticCollector) {
        guard let node, let threshold = node.integer("threshold") else { return nil }
        for measure in node["measures"]?.members ?? [] {
            guard let name = measure.text, !known.contains(name) else { continue }
            collector.report(
                .unknownName(name, kind: BilingualText(ja: "指標", en: "measure"), known: known, at: measure.position))
        }
        if threshold < 2 {
            collector.report(
                .wrongForm(
                    at: node["threshold"]?.position ?? node.position, value: String(threshold),
                    expected: BilingualText(
                        ja: "2以上の整数（3なら1人と2人を伏せる）", en: "a whole number from 2 on (3 keeps one and two back)")))
        }
        let splits = node.texts("by").compactMap(Split.init(rawValue:))
        self.init(
            threshold: max(threshold, 2), measures: Set(node.texts("measures")),
            splits: splits.isEmpty ? [.market] : Set(splits))
    }
}

extension MappingShape {
    static let privacy = MappingShape(
        "privacy", BilingualText(ja: "公表するときに伏せる少ない数", en: "Which small counts stay inside when figures are published"),
        keys: [
            KeyShape(
                "threshold", .integer, required: true, "この数に満たない1以上の数を伏せる（3なら1人と2人。0は伏せない）",
                "counts of 1 up to below this are kept back (3: one and two; a zero is not)"),
            KeyShape("measures", .list(.text), required: true, "対象の指標", "the measures that are protected"),
            KeyShape(
                "by", .list(.choice(Split.allCases.map(\.rawValue))), "対象の内訳: market（国・地域）、place（場所）（省略時 market）",
                "the splits that are protected: market, place (market when left out)"),
        ])

    private typealias Split = PrivacyRule.Split
}
