import Languages
import SpreadsheetWriting
import VisitorModel

/// A table laid out for a sheet: periods as dates and numbers, figures as numbers, remarks in a last column.
struct WorkbookTable {
    /// A cell ready to be set.
    struct Cell {
        var content: CellContent
        var style: CellStyle
        /// The width of its text, in terminal columns.
        var width: Int
        var figureID: String?
    }

    /// The titles; a line break stands before a unit.
    let head: [(text: String, isNumber: Bool)]
    let rows: [[Cell]]

    init(_ source: ReportTable, _ language: Language) {
        let shared = source.sharedNotes
        let table = source.withoutSharedNotes
        // Either every row is about a period that can be written as one, or words stand there.
        let periods = table.rows.map { row in row.period.flatMap { WorkbookNumber.written($0, language) } }
        let hasPeriods = !table.rows.isEmpty && periods.allSatisfy { $0 != nil }
        let showsEra = hasPeriods && language == .japanese
        let remarks = table.rows.map { Self.remarks(of: $0, in: table) }
        let hasRemarks = remarks.contains { !$0.isEmpty }

        var head = table.columns.enumerated().map { index, column in
            let extra = [column.unit, index > 0 ? shared[index - 1] : nil].compactMap { $0 }
            let unit = extra.map { "\n" + HarmlessText.line($0) }.joined()
            let isNumber = index == 0 ? hasPeriods : column.kind.isNumber
            return (text: HarmlessText.line(column.title) + unit, isNumber: isNumber)
        }
        if showsEra { head.insert((DocumentWording.era(language), false), at: min(1, head.count)) }
        if hasRemarks { head.append((DocumentWording.remark(language), false)) }
        self.head = head

        rows = zip(table.rows, zip(periods, remarks)).map { row, extra in
            let (period, remark) = extra
            let words = WorkbookLook.body(.normal, isTotal: row.isTotal, isNumber: false)
            var cells: [Cell] = []
            let header = HarmlessText.line(row.header)
            if hasPeriods, let period {
                let style = words.with(\.numberFormat, period.format).with(\.alignment, .right).with(\.wraps, false)
                cells.append(Cell(content: period.content, style: style, width: 9))
                if showsEra {
                    cells.append(
                        Cell(content: .text(header), style: words.with(\.indent, 1), width: header.displayWidth))
                }
            } else {
                cells.append(Cell(content: .text(header), style: words, width: header.displayWidth))
            }
            cells += zip(table.columns.dropFirst(), row.cells).map {
                Self.cell($1, in: $0, isTotal: row.isTotal, language)
            }
            if hasRemarks {
                let style = words.with(\.colour, WorkbookLook.muted).with(\.isBold, false).with(\.indent, 1)
                cells.append(Cell(content: .text(remark), style: style, width: remark.displayWidth))
            }
            return cells
        }
    }

    private static func cell(_ cell: ReportCell, in column: ReportColumn, isTotal: Bool, _ language: Language) -> Cell {
        let kind = cell.kind ?? column.kind
        let style = WorkbookLook.body(cell.emphasis, isTotal: isTotal, isNumber: column.kind.isNumber)
            .with(\.indent, column.kind.isNumber ? 0 : 1)
        let text = HarmlessText.line(cell.text)
        let number = WorkbookNumber.written(exact: cell.exact, text: text, kind: kind, language)
        return Cell(
            content: number.map { .number($0.value) } ?? .text(text),
            style: style.with(\.numberFormat, number?.format), width: text.displayWidth, figureID: cell.figureID)
    }

    /// What cells of a row say beside their values, each remark once, with the column where that matters.
    private static func remarks(of row: ReportRow, in table: ReportTable) -> String {
        var remarks: [(text: String, titles: [String])] = []
        for (column, cell) in zip(table.columns.dropFirst(), row.cells) {
            for remark in [cell.status, cell.note].compactMap({ $0 }) where !remark.isEmpty {
                let text = HarmlessText.line(remark)
                let title = HarmlessText.line(column.title)
                if let index = remarks.firstIndex(where: { $0.text == text }) {
                    remarks[index].titles.append(title)
                } else {
                    remarks.append((text, [title]))
                }
            }
        }
        return remarks.map { remark in
            table.columns.count > 2 ? "\(remark.text) [\(remark.titles.joined(separator: ", "))]" : remark.text
        }.joined(separator: "; ")
    }
}
