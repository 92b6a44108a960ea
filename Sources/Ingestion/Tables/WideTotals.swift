import Diagnostics
import OfficeTables
import Tables
import VisitorModel

/// The sums of a wide table's rows and columns, to hold printed totals against.
struct WideTotals {
    /// Whether totals are compared at all.
    let checks: Bool
    private var rows = TotalCheck<Int>()
    private var columns = TotalCheck<Int>()
    private var currentRow = 0

    init(checks: Bool) {
        self.checks = checks
    }

    /// Takes in what became of one cell.
    mutating func add(_ fate: EntryProcessor.Fate, row: Int, column: Int, valueColumn: Int) {
        guard checks else { return }
        if row != currentRow {
            // Only the current row's sum is needed; columns are summed to the end of the table.
            rows.removeAll()
            currentRow = row
        }
        let value: ObservedValue
        switch fate {
        case .ignored: return
        case .held: value = ObservedValue(absent: .held)
        case .accepted(let cells):
            switch cells[valueColumn] {
            case .number(let number): value = ObservedValue(number)
            case .absent(let status): value = ObservedValue(absent: status)
            default: return
            }
        }
        rows.add(value, to: row)
        columns.add(value, to: column)
    }

    /// A warning when a row's printed total is not the sum of its cells.
    func compareRow(_ row: Int, printed: ObservedValue, at position: SourcePosition) -> Diagnostic? {
        rows.compare(printed: printed, for: row).diagnostic(position: position)
    }

    /// A warning when a column's printed total is not the sum of its cells.
    func compareColumn(_ column: Int, printed: ObservedValue, at position: SourcePosition) -> Diagnostic? {
        columns.compare(printed: printed, for: column).diagnostic(position: position)
    }
}
