import Diagnostics
import Languages
import Tables

extension Diagnostic {
    private static func problem(
        _ code: String, _ source: ExpressionSource, _ range: Range<Int>, message: BilingualText,
        remedy: BilingualText? = nil
    ) -> Diagnostic {
        Diagnostic(
            code: code, position: source.position(atOffset: range.lowerBound), value: source.excerpt(range),
            message: message, remedy: remedy)
    }

    static func unknownColumn(
        _ name: String, in source: ExpressionSource, at range: Range<Int>, known: [String]
    ) -> Diagnostic {
        problem(
            "expression.unknown-column", source, range,
            message: BilingualText(ja: "「\(name)」という列はありません。", en: "There is no column \(name)."),
            remedy: Wording.columnRemedy(name, known: known))
    }

    static func unknownFunction(_ name: String, in source: ExpressionSource, at range: Range<Int>) -> Diagnostic {
        let near = closestNames(to: name, among: ExpressionFunction.all.map(\.name))
        return problem(
            "expression.unknown-function", source, range,
            message: BilingualText(ja: "「\(name)」という関数はありません。", en: "There is no function \(name)."),
            remedy: near.isEmpty
                ? Wording.known(ExpressionFunction.all.map(\.name)) : Wording.didYouMean(near))
    }

    static func wrongArgumentCount(
        _ function: ExpressionFunction, found: Int, in source: ExpressionSource, at range: Range<Int>
    ) -> Diagnostic {
        let count = function.parameters.count
        return problem(
            "expression.wrong-argument-count", source, range,
            message: BilingualText(
                ja: "関数 \(function.name) の引数は\(count)個\(function.repeatsLast ? "以上" : "")ですが、\(found)個あります。",
                en: "\(function.name) takes \(function.repeatsLast ? "at least " : "")\(count) "
                    + "\(count == 1 ? "argument" : "arguments"), but has \(found)."),
            remedy: BilingualText(ja: "「\(function.signature)」の形で書きます。", en: "Write it as \(function.signature)."))
    }

    static func typeMismatch(
        in source: ExpressionSource, at range: Range<Int>, needed: [ColumnType], found: ColumnType
    ) -> Diagnostic {
        let names = ColumnType.allCases.filter(needed.contains).map(\.name)
        let wanted = BilingualText(
            ja: names.map(\.ja).joined(separator: "か"), en: names.map(\.en).joined(separator: " or "))
        return problem(
            "expression.type-mismatch", source, range,
            message: BilingualText(
                ja: "ここには\(wanted.ja)が必要ですが、\(found.name.ja)です。",
                en: "This must be \(wanted.en), but is \(found.name.en)."),
            remedy: Wording.conversion(from: found, to: needed))
    }

    static func operandMismatch(
        _ symbol: ExpressionOperator, in source: ExpressionSource, at range: Range<Int>, left: ColumnType,
        right: ColumnType
    ) -> Diagnostic {
        problem(
            "expression.type-mismatch", source, range,
            message: BilingualText(
                ja: "「\(symbol.rawValue)」の左は\(left.name.ja)、右は\(right.name.ja)で、組み合わせられません。",
                en: "\(symbol.rawValue) cannot join \(left.name.en) and \(right.name.en)."),
            remedy: Wording.conversion(from: right, to: [left])
                ?? Wording.conversion(from: left, to: [right]))
    }

    static func neverAValue(in source: ExpressionSource, at range: Range<Int>) -> Diagnostic {
        problem(
            "expression.never-a-value", source, range,
            message: BilingualText(ja: "この部分は決して値になりません。", en: "This part can never have a value."),
            remedy: BilingualText(
                ja: "期間は month(\"2013-04\")、period(\"FY2013\")、period(\"2013-04-01\") のように書き、0 で割らないようにします。",
                en: "Write periods as month(\"2013-04\"), period(\"FY2013\") or period(\"2013-04-01\"); "
                    + "do not divide by zero."))
    }

    static func notADigitCount(in source: ExpressionSource, at range: Range<Int>) -> Diagnostic {
        problem(
            "expression.invalid-argument", source, range,
            message: BilingualText(ja: "小数点以下の桁数は 0 から 18 の整数です。", en: "The digits are a whole number from 0 to 18."),
            remedy: BilingualText(ja: "「round(value, 1)」のように書きます。", en: "Write: round(value, 1)."))
    }
}

private enum Wording {
    static func didYouMean(_ names: [String]) -> BilingualText {
        BilingualText(
            ja: names.map { "「\($0)」" }.joined(separator: "、") + "のことですか。",
            en: "Did you mean \(names.joined(separator: ", "))?")
    }

    static func known(_ names: [String]) -> BilingualText {
        let list = BilingualText.list(names.map(BilingualText.init(verbatim:)))
        return BilingualText(ja: "使えるのは \(list.ja) です。", en: "Known are \(list.en).")
    }

    static func columnRemedy(_ name: String, known: [String]) -> BilingualText {
        let parts = name.split(separator: "-").map(String.init)
        let isSubtraction = parts.count > 1 && parts.contains { known.contains($0) }
        if isSubtraction {
            return BilingualText(
                ja: "引き算なら「\(parts.joined(separator: " - "))」のように「-」の前後に空白を入れます。",
                en: "If a subtraction is meant, put spaces around the minus: \(parts.joined(separator: " - ")).")
        }
        let near = closestNames(to: name, among: known)
        let columns = near.isEmpty ? self.known(known) : didYouMean(near)
        let quotes = BilingualText(
            ja: "文字の値なら \"\(name)\" と引用符で囲みます。", en: "If it is a text, put it in quotes: \"\(name)\".")
        return known.isEmpty ? quotes : BilingualText(ja: columns.ja + quotes.ja, en: columns.en + " " + quotes.en)
    }

    static func conversion(from found: ColumnType, to needed: [ColumnType]) -> BilingualText? {
        let function: String? =
            switch found {
            case .text where needed.contains(.number): "number"
            case .text where needed.contains(.period): "period"
            case .number where needed == [.text], .period where needed == [.text]: "text"
            case .period where needed.contains(.number): "year-number"
            default: nil
            }
        guard let function else {
            guard needed == [.boolean] else { return nil }
            return BilingualText(ja: "「visitors > 0」のような比較を書きます。", en: "Write a comparison, such as visitors > 0.")
        }
        return BilingualText(ja: "\(function)(…) で変換できます。", en: "\(function)(…) converts it.")
    }
}
