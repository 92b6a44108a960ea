import Diagnostics
import Expressions
import Languages
import Tables
import VisitorModel

/// A table of gate counts with a missing number, a held one and a Japanese column.
let gateSchema = TableSchema([
    .init("place", .text), .init("datetime", .period), .init("persons", .number), .init("year-month", .period),
    .init("種別", .text), .init("open", .boolean),
])

func gateRow(
    place: CellValue = .text("cave"), datetime: CellValue = .period(Period(id: "2013-05-03")!),
    persons: CellValue = .number(10), kind: CellValue = .text("観光来訪者数"), open: CellValue = .boolean(true)
) -> [CellValue] {
    [place, datetime, persons, .period(Period(id: "2013-05")!), kind, open]
}

/// The value of an expression in one row.
func value(of text: String, in row: [CellValue] = gateRow()) throws -> CellValue {
    var batch = RecordBatch(schema: gateSchema)
    batch.append(row, origin: Provenance(row: 1))
    return try Expression.parse(text).checked(against: gateSchema).evaluate(batch: batch)[0]
}

func number(_ text: String) -> CellValue { .number(ExactDecimal(text)!) }

/// The problems of an expression that stands at line 3, column 7 of a file.
func problems(of text: String, isPlain: Bool = true) -> [Diagnostic] {
    let position = SourcePosition(file: "p.yaml", line: 3, column: 7)
    do throws(DiagnosticsError) {
        let source = ExpressionSource(text, position: position, isPlain: isPlain)
        _ = try Expression.parse(source).checked(against: gateSchema)
        return []
    } catch {
        return error.diagnostics
    }
}
