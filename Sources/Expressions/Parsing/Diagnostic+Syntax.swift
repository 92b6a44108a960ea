import Diagnostics
import Languages

/// What the grammar wanted where it met something else.
enum ExpectedPiece {
    case value, `operator`, `in`, openParenthesis, closeParenthesis
}

extension Diagnostic {
    private static func syntax(
        _ source: ExpressionSource, _ range: Range<Int>, message: BilingualText, remedy: BilingualText
    ) -> Diagnostic {
        Diagnostic(
            code: "expression.syntax", position: source.position(atOffset: range.lowerBound),
            value: range.isEmpty ? source.text : source.excerpt(range), message: message, remedy: remedy)
    }

    static func unexpected(in source: ExpressionSource, at range: Range<Int>, expected: ExpectedPiece) -> Diagnostic {
        let found = range.isEmpty ? Wording.end : Wording.found(source.excerpt(range))
        let (wanted, remedy) = Wording.expectation(expected)
        return syntax(
            source, range,
            message: BilingualText(
                ja: "式のこの位置には\(wanted.ja)が必要ですが、\(found.ja)。",
                en: "The expression needs \(wanted.en) here, but \(found.en)."),
            remedy: remedy)
    }

    static func unclosedQuote(in source: ExpressionSource, at range: Range<Int>, quote: Character) -> Diagnostic {
        syntax(
            source, range,
            message: BilingualText(
                ja: "ここで始まる引用符 \(quote) が閉じられていません。", en: "The quote \(quote) that begins here is not closed."),
            remedy: BilingualText(
                ja: "終わりに \(quote) を付けます。文字としての \(quote) は2つ続けて書きます。",
                en: "Add \(quote) at its end. A \(quote) inside is written twice."))
    }

    static func barePeriod(in source: ExpressionSource, at range: Range<Int>) -> Diagnostic {
        let text = source.excerpt(range)
        let function = text.utf8.count == 7 && !text.contains("Q") ? "month" : "period"
        return syntax(
            source, range,
            message: BilingualText(ja: "期間はそのままでは書けません。", en: "A period cannot be written bare."),
            remedy: BilingualText(
                ja: "\(function)(\"\(text)\") と書きます。引き算なら「-」の前後に空白を入れます。",
                en: "Write \(function)(\"\(text)\"). If a subtraction is meant, put spaces around the minus."))
    }

    static func unreadableNumber(in source: ExpressionSource, at range: Range<Int>) -> Diagnostic {
        syntax(
            source, range,
            message: BilingualText(ja: "数として読めません。", en: "This cannot be read as a number."),
            remedy: BilingualText(
                ja: "数は 1200 や 12.5 のように18桁以内で書きます。引き算なら「-」の前後に空白を入れます。",
                en: "Write numbers as 1200 or 12.5, of at most 18 digits. A minus needs spaces around it."))
    }

    static func fullWidth(in source: ExpressionSource, at range: Range<Int>) -> Diagnostic {
        syntax(
            source, range,
            message: BilingualText(ja: "式の記号や数字が全角です。", en: "A sign or digit of the expression is full-width."),
            remedy: BilingualText(
                ja: "半角で書きます。列名に含まれる場合は列名を ` ` で囲みます。",
                en: "Write it half-width. If it belongs to a column's name, put the name in ` `."))
    }

    static func foreignSign(in source: ExpressionSource, at range: Range<Int>, ours: String) -> Diagnostic {
        let sign = source.excerpt(range)
        return syntax(
            source, range,
            message: BilingualText(ja: "「\(sign)」という演算子はありません。", en: "There is no operator \(sign)."),
            remedy: BilingualText(ja: "「\(ours)」と書きます。", en: "Write \(ours)."))
    }

    static func unknownSign(in source: ExpressionSource, at range: Range<Int>) -> Diagnostic {
        syntax(
            source, range,
            message: BilingualText(ja: "式で使えない文字です。", en: "This character has no meaning in an expression."),
            remedy: BilingualText(
                ja: "文字の値は \"…\" で、列名に含まれる場合は列名を ` ` で囲みます。",
                en: "Put texts in \"…\"; if it belongs to a column's name, put the name in ` `."))
    }

    static func chainedComparison(in source: ExpressionSource, at range: Range<Int>) -> Diagnostic {
        syntax(
            source, range,
            message: BilingualText(ja: "比較を続けて書くことはできません。", en: "Comparisons cannot be chained."),
            remedy: BilingualText(
                ja: "「a < b and b < c」のように and でつなぎます。", en: "Join them with and: a < b and b < c."))
    }

    static func tooDeep(in source: ExpressionSource, at range: Range<Int>, limit: Int) -> Diagnostic {
        syntax(
            source, range,
            message: BilingualText(
                ja: "式の入れ子が\(limit)段を超えています。", en: "The expression nests more than \(limit) levels deep."),
            remedy: Wording.split)
    }

    static func tooLong(in source: ExpressionSource, limit: Int) -> Diagnostic {
        syntax(
            source, 0..<20,
            message: BilingualText(
                ja: "式が\(limit)文字を超えています。", en: "The expression is longer than \(limit) characters."),
            remedy: Wording.split)
    }
}

private enum Wording {
    static let end = BilingualText(ja: "式がここで終わっています", en: "the expression ends")
    static let split = BilingualText(
        ja: "derive で途中の列を作り、式を分けます。", en: "Split it: make columns for its parts with derive.")

    static func found(_ text: String) -> BilingualText {
        let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
        return BilingualText(ja: "「\(shown)」があります", en: "\(shown) was found")
    }

    static func expectation(_ piece: ExpectedPiece) -> (wanted: BilingualText, remedy: BilingualText) {
        switch piece {
        case .value:
            (
                BilingualText(ja: "値", en: "a value"),
                BilingualText(
                    ja: "列名、数、\"文字\"、関数のいずれかを書きます。",
                    en: "Write a column's name, a number, a \"text\" or a function.")
            )
        case .operator:
            (
                BilingualText(ja: "演算子か式の終わり", en: "an operator or the end"),
                BilingualText(
                    ja: "and、or、= などの演算子でつなぎます。空白を含む文字は \"…\" で囲みます。",
                    en: "Join the parts with an operator such as and, or, =. Put texts in \"…\".")
            )
        case .in:
            (
                BilingualText(ja: "in", en: "in"),
                BilingualText(
                    ja: "「market not in (\"TW\", \"KR\")」のように書きます。", en: "Write: market not in (\"TW\", \"KR\").")
            )
        case .openParenthesis:
            (
                BilingualText(ja: "開き括弧「(」", en: "an opening parenthesis"),
                BilingualText(ja: "「market in (\"TW\", \"KR\")」のように書きます。", en: "Write: market in (\"TW\", \"KR\").")
            )
        case .closeParenthesis:
            (
                BilingualText(ja: "閉じ括弧「)」", en: "a closing parenthesis"),
                BilingualText(
                    ja: "「(」と「)」の数をそろえ、値は「,」で区切ります。",
                    en: "Close every parenthesis, and put commas between values.")
            )
        }
    }
}
