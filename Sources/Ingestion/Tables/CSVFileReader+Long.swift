import CSVReading
import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel

extension CSVFileReader {
    /// Reads a row of a long table: one number a value column.
    func processLong(_ row: SheetRow) {
        var entry = Entry(columnCount: profile.columns.count)
        entry.row = row.record.row
        entry.line = row.record.line
        if let fault = layout.widthFault(of: row, in: processor.file) {
            return processor.hold([fault], rawText: row.record.rawText)
        }
        labels.fill(&entry, from: row.cells, layout: layout)
        let fate = processor.process(entry, isTextOnly: row.isTextAlone, rawText: { row.record.rawText })
        if case .accepted(let cells) = fate {
            if !textsSinceData.isEmpty { textsSinceData = [] }
            if hasSums { checkSums(cells, row: row) }
        }
        guard totals.isWatching, !row.isTextAlone else { return }
        for index in profile.columns.indices where profile.columns[index].isValue {
            totals.take(entry, fate, valueColumn: index, processor: &processor)
        }
    }

    /// Columns that must be the sum of others: 出生 = 男 + 女.
    private func checkSums(_ cells: [CellValue], row: SheetRow) {
        for (index, column) in profile.columns.enumerated() where !column.sumOf.isEmpty {
            var check = TotalCheck<Int>()
            for (place, part) in profile.columns.enumerated() where column.sumOf.contains(part.name) {
                check.add(cells[place].observed, to: 0)
            }
            let position = SourcePosition(
                file: processor.file, line: row.record.line, row: row.record.row,
                column: layout.fieldColumns[index].map { $0 + 1 })
            if let warning = check.compare(printed: cells[index].observed, for: 0).diagnostic(position: position) {
                processor.outcome.note(warning)
            }
        }
    }
}

extension TableLayout {
    /// A row that lacks cells the profile reads, or has filled cells beyond the header.
    func widthFault(of row: SheetRow, in file: String) -> Diagnostic? {
        let width = header.count
        let isTooLong = width > 0 && (row.filled.last ?? 0) >= width
        // A single text cell is a note or a heading, judged by what it says.
        guard isTooLong || row.cells.count <= lastColumnRead && row.filled.count > 1 else { return nil }
        let position = SourcePosition(file: file, line: row.record.line, row: row.record.row, column: 1)
        return isTooLong
            ? .tooManyCells(row.cells.count, of: width, at: position, value: row.record.rawText)
            : .tooFewCells(
                row.cells.count, of: max(width, lastColumnRead + 1), at: position, value: row.record.rawText)
    }
}

extension CellValue {
    /// The value as one that can be added up.
    var observed: ObservedValue {
        switch self {
        case .number(let number): ObservedValue(number)
        case .absent(let status): ObservedValue(absent: status)
        default: ObservedValue(absent: .notApplicable)
        }
    }
}
