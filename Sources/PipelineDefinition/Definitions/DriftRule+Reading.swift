import Languages
import VisitorModel

extension DriftRule {
    /// Reads the rule; `nil` without one.
    init?(_ node: DefinitionNode?) {
        guard let node, let own = node.text("beside") else { return nil }
        self.init(own: own)
        if let limit = node.decimal("limit") { self.limit = limit }
        if let history = node.integer("history") { self.history = max(history, 1) }
        if let span: Span = node.choice("by") { self.span = span }
    }
}

extension MappingShape {
    static let driftCheck = MappingShape(
        "drift-check",
        BilingualText(
            ja: "自分の指標÷この統計の比率を、これまでの同じ月の中央値と比べる",
            en: "the ratio one's own ÷ this, held against the median of the same months of earlier years"),
        keys: [
            KeyShape("beside", .text, required: true, "自分の指標（名前@版）", "one's own definition, name@version"),
            KeyShape("limit", .number, "警報とする離れ（%、省略時 15）", "an alarm beyond this many per cent (15 when left out)"),
            KeyShape(
                "history", .integer, "中央値を取るのに要る過去の比率の数（省略時 3）",
                "how many earlier ratios make a median (3 when left out)"),
            KeyShape(
                "by", .choice(DriftRule.Span.allCases.map(\.rawValue)), "比べる期間（省略時 month）",
                "the spans compared (month when left out)"),
        ])
}
