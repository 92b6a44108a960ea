import Languages
import Tables
import VisitorModel

extension ExpressionFunction {
    static let texts: [ExpressionFunction] = [
        ExpressionFunction(
            "text", [.any("value")], gives: .type(.text),
            summary: BilingualText(
                ja: "値を文字にします(数は 12.5、月は 2013-04、真偽は true・false)。",
                en: "The value written out: 12.5, 2013-04, true."),
            body: .known { .text($0.plainText) }),
        ExpressionFunction(
            "concat", [.text("text"), .text("other")], repeatsLast: true, gives: .type(.text),
            summary: BilingualText(ja: "文字をつなぎます。", en: "The texts joined."),
            body: .reduced { .text($0.plainText + $1.plainText) }),
        mapping(
            "lower", BilingualText(ja: "英字を小文字にします。", en: "The text in lower case.")
        ) { $0.lowercased() },
        mapping(
            "upper", BilingualText(ja: "英字を大文字にします。", en: "The text in upper case.")
        ) { $0.uppercased() },
        mapping(
            "trim",
            BilingualText(ja: "前後の空白(全角を含む)を除きます。", en: "The text without white space at its ends.")
        ) { trimmed($0) },
        ExpressionFunction(
            "length", [.text("text")], gives: .type(.number),
            summary: BilingualText(ja: "文字数です。", en: "How many characters the text has."),
            body: .known { .number(ExactDecimal($0.plainText.count)) }),
        test(
            "starts-with", BilingualText(ja: "文字がこの部分で始まるかどうかです。", en: "Whether the text begins with the part.")
        ) { $0.hasPrefix($1) },
        test(
            "ends-with", BilingualText(ja: "文字がこの部分で終わるかどうかです。", en: "Whether the text ends with the part.")
        ) { $0.hasSuffix($1) },
        test(
            "contains", BilingualText(ja: "文字がこの部分を含むかどうかです。", en: "Whether the text holds the part.")
        ) { $1.isEmpty || $0.contains($1) },
    ]

    private static func mapping(
        _ name: String, _ summary: BilingualText, _ operation: @escaping @Sendable (String) -> String
    ) -> ExpressionFunction {
        ExpressionFunction(
            name, [.text("text")], gives: .type(.text), summary: summary,
            body: .known { .text(operation($0.plainText)) })
    }

    private static func test(
        _ name: String, _ summary: BilingualText, _ operation: @escaping @Sendable (String, String) -> Bool
    ) -> ExpressionFunction {
        ExpressionFunction(
            name, [.text("text"), .text("part")], gives: .type(.boolean), summary: summary,
            body: .known { .boolean(operation($0.plainText, $1.plainText)) })
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
