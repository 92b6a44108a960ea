import Languages
import Tables
import VisitorModel

extension ExpressionFunction {
    static let numbers: [ExpressionFunction] = [
        ExpressionFunction(
            "round", [.number("value"), Parameter("digits", [.number], isDigitCount: true)], gives: .type(.number),
            summary: BilingualText(
                ja: "小数点以下を指定の桁数に四捨五入します(負の数は絶対値で四捨五入)。",
                en: "The number rounded half away from zero to so many digits behind the point."),
            body: .known { cell, digits in
                guard let number = cell.number, let count = digits.number?.whole else { return CellOperations.noValue }
                return .number(number.rounded(toFractionDigits: count))
            }),
        ExpressionFunction(
            "abs", [.number("value")], gives: .type(.number),
            summary: BilingualText(ja: "絶対値です。", en: "The number without its sign."),
            body: .known { cell in (cell.number?.isNegative ?? false) ? CellOperations.negative(cell) : cell }),
        ExpressionFunction(
            "min", [Parameter("value", [.number, .period]), Parameter("other", [.number, .period])], repeatsLast: true,
            gives: .typeOfArguments(from: 0),
            summary: BilingualText(ja: "最も小さい数、または最も早い期間です。", en: "The smallest number, or the earliest period."),
            body: .reduced { extreme($0, $1, -1) }),
        ExpressionFunction(
            "max", [Parameter("value", [.number, .period]), Parameter("other", [.number, .period])], repeatsLast: true,
            gives: .typeOfArguments(from: 0),
            summary: BilingualText(ja: "最も大きい数、または最も遅い期間です。", en: "The largest number, or the latest period."),
            body: .reduced { extreme($0, $1, 1) }),
        ExpressionFunction(
            "number", [.text("text")], gives: .type(.number),
            summary: BilingualText(
                ja: "文字「1360」「-12.5」を数として読みます。読めなければ該当なしです。",
                en: "The number a text such as 1360 or -12.5 writes; not applicable when it is none."),
            body: .known { cell in
                cell.text.flatMap(ExactDecimal.init(_:)).map(CellValue.number) ?? CellOperations.noValue
            }),
    ]

    /// The cell at one end of the order; periods of different kinds have none.
    private static func extreme(_ left: CellValue, _ right: CellValue, _ end: Int) -> CellValue {
        guard let order = CellOperations.order(left, right) else { return CellOperations.noValue }
        return order == -end ? right : left
    }
}
