import Diagnostics
import Expressions
import Languages
import Tables
import VisitorModel

/// What messages call a group: its key and its rows.
struct AggregateGroupName {
    let key: BilingualText
    let rows: BilingualText
    let rowCount: Int

    init(names: [String], key: [CellValue], origin: Provenance) {
        let parts = zip(names, key).map { name, value in
            let shown = value.absence?.name ?? BilingualText(verbatim: value.plainText)
            return BilingualText(ja: "\(name)=\(shown.ja)", en: "\(name)=\(shown.en)")
        }
        self.key = parts.isEmpty ? BilingualText(ja: "全体", en: "all rows") : .list(parts)
        rows = BilingualText(
            ja: "\(origin.firstRow)～\(origin.lastRow)行目", en: "rows \(origin.firstRow) to \(origin.lastRow)")
        rowCount = origin.rowCount
    }
}

extension Diagnostic {
    static func incompleteGroup(
        _ group: AggregateGroupName, output: AggregateOutput, missing: Int, status: ObservationStatus
    ) -> Diagnostic {
        Diagnostic(
            code: "aggregate.incomplete-group", severity: .warning, value: output.text,
            message: BilingualText(
                ja: "\(group.key.ja) の「\(output.name)」は、\(missing)行に値がないため(\(status.name.ja))、値なしとしました"
                    + "(\(group.rows.ja))。",
                en: "\(output.name) of \(group.key.en) has no value: \(missing) of its rows "
                    + "\(missing == 1 ? "is" : "are") missing (\(status.name.en); \(group.rows.en))."),
            remedy: BilingualText(
                ja: "値を入手するか、値のない行を数えない場合は集計の前に filter で除きます。",
                en: "Get the values, or, where missing rows should not count, filter them out first."))
    }

    static func fault(_ fault: AggregateCell.Fault, in group: AggregateGroupName, output: AggregateOutput) -> Diagnostic
    {
        let (code, reason, remedy) = Wording.fault(fault)
        return Diagnostic(
            code: code, severity: .warning, value: output.text,
            message: BilingualText(
                ja: "\(group.key.ja) の「\(output.name)」は、\(reason.ja)、値なしとしました(\(group.rows.ja))。",
                en: "\(output.name) of \(group.key.en) has no value: \(reason.en) (\(group.rows.en))."),
            remedy: remedy)
    }

    static func tooManyGroups(limit: Int, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "aggregate.too-many-groups", position: position,
            message: BilingualText(
                ja: "集計の組が上限の\(limit)を超えたため、集計を中止しました。",
                en: "The aggregate was given up: it has more than \(limit) groups."),
            remedy: BilingualText(
                ja: "by の列を減らすか、filter で期間や場所を絞ってください。",
                en: "Use fewer columns in by, or narrow the rows with filter."))
    }

    static func notAnAggregate(_ text: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "stage.wrong-shape", position: position, value: text,
            message: BilingualText(
                ja: "aggregate の列は集計関数で作ります。", en: "An aggregate's column is made by one function."),
            remedy: Wording.functions)
    }

    static func notAColumn(in text: String, at position: SourcePosition?) -> Diagnostic {
        Diagnostic(
            code: "stage.wrong-shape", position: position, value: text,
            message: BilingualText(
                ja: "集計関数の括弧の中は列名1つだけです。", en: "Between the parentheses stands one column."),
            remedy: BilingualText(
                ja: "計算が必要なら、先に derive で列を作ります。", en: "Where a formula is needed, make a column with derive first."))
    }

    static func unknownAggregate(_ name: String, at position: SourcePosition?) -> Diagnostic {
        let near = closestNames(to: name, among: AggregateFunction.allCases.map(\.rawValue))
        return Diagnostic(
            code: "aggregate.unknown-function", position: position, value: name,
            message: BilingualText(ja: "「\(name)」という集計関数はありません。", en: "There is no aggregate function \(name)."),
            remedy: near.isEmpty
                ? Wording.functions
                : BilingualText(ja: "「\(near[0])」のことですか。", en: "Did you mean \(near[0])?"))
    }

    static func wrongAggregateArguments(
        _ function: AggregateFunction, found: Int, at position: SourcePosition
    ) -> Diagnostic {
        let form = function.inputTypes.isEmpty ? "\(function.rawValue)()" : "\(function.rawValue)(column)"
        return Diagnostic(
            code: "expression.wrong-argument-count", position: position,
            message: BilingualText(
                ja: "\(function.rawValue) の引数は\(function.inputTypes.isEmpty ? 0 : 1)個ですが、\(found)個あります。",
                en: "\(function.rawValue) takes \(function.inputTypes.isEmpty ? "no column" : "one column"), "
                    + "but has \(found)."),
            remedy: BilingualText(ja: "「\(form)」と書きます。", en: "Write \(form)."))
    }

    static func wrongColumnType(
        _ column: TableSchema.Column, function: AggregateFunction, at position: SourcePosition?
    ) -> Diagnostic {
        let names = function.inputTypes.map(\.name)
        return Diagnostic(
            code: "stage.wrong-column-type", position: position, value: column.name,
            message: BilingualText(
                ja: "\(function.rawValue) には\(names.map(\.ja).joined(separator: "か"))の列が必要ですが、"
                    + "「\(column.name)」は\(column.type.name.ja)です。",
                en: "\(function.rawValue) needs \(names.map(\.en).joined(separator: " or ")), but \(column.name) is "
                    + "\(column.type.name.en)."),
            remedy: BilingualText(
                ja: "先に derive で変換した列を作ります。", en: "Make a converted column with derive first."))
    }
}

private enum Wording {
    static let functions = BilingualText(
        ja: "sum(列)、count()、min(列)、max(列)、first(列)、weakest(列)、mean(列) のいずれかを書きます。",
        en: "Write one of sum(column), count(), min(column), max(column), first(column), weakest(column), mean(column)."
    )

    static func fault(
        _ fault: AggregateCell.Fault
    ) -> (code: String, reason: BilingualText, remedy: BilingualText) {
        switch fault {
        case .overflow:
            (
                "aggregate.overflow",
                BilingualText(ja: "数が大きすぎるため", en: "the number is too large to hold"),
                BilingualText(ja: "元の数の単位と桁を確かめてください。", en: "Check the units and digits of the numbers.")
            )
        case .mixedPeriods:
            (
                "aggregate.mixed-periods",
                BilingualText(
                    ja: "月と年度など種類の違う期間が混ざっているため", en: "periods of different kinds, such as months and years, are mixed"),
                BilingualText(
                    ja: "year-month(…) などで期間の種類をそろえます。", en: "Bring them to one kind, for instance with year-month(…).")
            )
        case .unknownStatus(let text):
            (
                "aggregate.unknown-status",
                BilingualText(ja: "「\(text)」という状態がないため", en: "there is no status \(text)"),
                BilingualText(
                    ja: "final、reported、preliminary などの状態を使います。",
                    en: "Use a status such as final, reported, preliminary.")
            )
        }
    }
}
