import Diagnostics
import Expressions
public import Languages
import Tables

extension FilterStage {
    /// Why rows are set aside whose condition is neither true nor false.
    public static let unknownReason = BilingualText(
        ja: "値がなく、条件を判定できません", en: "condition unknown: a value is missing")

    static func defaultReason(_ text: String) -> BilingualText {
        let shown = text.count > 80 ? text.prefix(80) + "…" : text[...]
        return BilingualText(ja: "条件「\(shown)」に当てはまりません", en: "does not meet the condition \(shown)")
    }

    public static let summary = BilingualText(
        ja: "条件に当てはまる行だけを残します。", en: "Keeps the rows that meet a condition.")

    public static let documentation = StageDocumentation(
        text: BilingualText(
            ja: "条件が真の行を残し、それ以外は理由ごとに件数を数えて除きます。値がないために判定できない行は、別の理由で数えます。",
            en: "Rows for which the condition is true go on. The others are ignored and counted by reason; rows whose "
                + "condition is unknown because a value is missing are counted apart."),
        shape: .oneOf([
            .condition,
            .mapping(
                [
                    .init("where", .condition, summary: BilingualText(ja: "残す行の条件です。", en: "The condition.")),
                    .init(
                        "reason", .bilingualText, isRequired: false,
                        summary: BilingualText(
                            ja: "除いた行に付ける理由です。省略すると条件の文から作ります。",
                            en: "Why the other rows are ignored; made from the condition when left out.")),
                ], others: nil),
        ]),
        example: """
            - filter: { where: 'prefecture = 35', reason: { ja: 県外のデータ, en: another prefecture } }
            """)
}

extension Diagnostic {
    static func notACondition(_ expression: CompiledExpression, at position: SourcePosition?) -> Diagnostic {
        Diagnostic(
            code: "expression.type-mismatch", position: position, value: expression.expression.source.text,
            message: BilingualText(
                ja: "filter の条件は真偽になる式ですが、これは\(expression.type.name.ja)です。",
                en: "A filter's condition gives yes or no, but this is \(expression.type.name.en)."),
            remedy: BilingualText(ja: "「visitors > 0」のような比較を書きます。", en: "Write a comparison, such as visitors > 0."))
    }
}
