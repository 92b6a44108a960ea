import Languages
import Tables

extension ExpressionFunction {
    static let conditions: [ExpressionFunction] = [
        ExpressionFunction(
            "if", [Parameter("condition", [.boolean]), .any("then"), .any("else")], gives: .typeOfArguments(from: 1),
            summary: BilingualText(
                ja: "条件が真なら then、偽なら else の値です。条件が不明なら結果も不明です。",
                en: "The second value where the condition holds, else the third; missing where it is unknown."),
            body: .many { cells in
                switch cells[0] {
                case .boolean(let truth): truth ? cells[1] : cells[2]
                default: cells[0]
                }
            }),
        ExpressionFunction(
            "is-known", [.any("value")], gives: .type(.boolean),
            summary: BilingualText(ja: "値があるかどうかです。", en: "Whether there is a value."),
            body: .unary { .boolean($0.absence == nil) }),
        ExpressionFunction(
            "coalesce", [.any("value"), .any("other")], repeatsLast: true, gives: .typeOfArguments(from: 0),
            summary: BilingualText(
                ja: "左から見て最初にある値です。どれもなければ最も弱い状態の欠測です。",
                en: "The first argument that has a value; without any, missing with the weakest status."),
            body: .many { cells in
                cells.first { $0.absence == nil }
                    ?? cells.dropFirst().reduce(cells[0]) { CellOperations.weakestAbsence($0, $1) ?? $0 }
            }),
    ]
}
