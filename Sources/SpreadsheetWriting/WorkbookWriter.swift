/// Writes workbooks as Office Open XML (`.xlsx`).
public struct WorkbookWriter: Sendable {
    /// The last row a sheet has, counted from 0.
    public static let lastRow = 1_048_575
    /// The last column a sheet has, counted from 0.
    public static let lastColumn = 16_383

    /// The typeface of all cells; spreadsheets that lack it take their own.
    public var typeface: String

    /// A writer.
    public init(typeface: String = "Calibri") {
        self.typeface = typeface
    }

    /// Writes a workbook to a file, replacing it.
    ///
    /// The whole workbook is held in memory. A file cut short by an error stays behind: write beside the place it is
    /// meant for and move it there.
    ///
    /// - Throws: ``WorkbookError``.
    public func write(_ workbook: Workbook, to path: String) throws(WorkbookError) {
        guard !workbook.sheets.isEmpty else { throw .noSheet }
        try check(workbook)
        var handle = try WorkbookHandle(path: path, typeface: typeface)
        handle.setProperties(
            title: CellText.cleaned(workbook.title, limit: 255), author: CellText.cleaned(workbook.author, limit: 255),
            secondsSince1970: workbook.secondsSince1970)
        // All sheets first: links and charts may point to a sheet further right.
        for sheet in workbook.sheets { try handle.addSheet(sheet.name) }
        for (index, sheet) in workbook.sheets.enumerated() { try write(sheet, index, into: &handle) }
        try handle.close()
    }

    private func check(_ workbook: Workbook) throws(WorkbookError) {
        for sheet in workbook.sheets {
            let places =
                sheet.cells.map { ($0.row, $0.column) } + sheet.spans.map { ($0.row, max($0.columns, 1) - 1) }
            for (row, column) in places
            where !(0...Self.lastRow).contains(row) || !(0...Self.lastColumn).contains(column) {
                throw .outsideSheet(sheet.name.text, row: row, column: column)
            }
        }
    }

    private func write(_ sheet: Worksheet, _ index: Int, into handle: inout WorkbookHandle) throws(WorkbookError) {
        for (column, width) in sheet.columnWidths.enumerated() {
            handle.setWidth(width, column: column, sheet: index)
        }
        for (row, height) in sheet.rowHeights.sorted(by: { $0.key < $1.key }) {
            handle.setHeight(height, row: row, sheet: index)
        }
        for cell in sheet.cells { try write(cell, index, into: &handle) }
        for span in sheet.spans {
            let text = CellText.cleaned(span.text)
            if span.columns > 1 {
                try handle.merge(text, row: span.row, columns: span.columns, textStyle(span.style), sheet: index)
            } else {
                try handle.write(text: text, row: span.row, column: 0, textStyle(span.style), sheet: index)
            }
        }
        handle.freeze(rows: sheet.frozenRows, columns: sheet.frozenColumns, sheet: index)
        if let filter = sheet.filter { try handle.filter(filter, sheet: index) }
        for shading in sheet.shadings { try handle.shade(shading, sheet: index) }
        for chart in sheet.charts { try handle.insert(cleaned(chart), sheet: index) }
        try handle.setUpPrint(sheet.print, sheet: index)
    }

    private func write(
        _ cell: PlacedCell, _ sheet: Int, into handle: inout WorkbookHandle
    ) throws(WorkbookError) {
        let (row, column) = (cell.row, cell.column)
        switch cell.content {
        case .text(let text):
            try handle.write(
                text: CellText.cleaned(text), row: row, column: column, textStyle(cell.style), sheet: sheet)
        case .link(let text, let target):
            try handle.link(
                CellText.cleaned(text), to: target, row: row, column: column, textStyle(cell.style), sheet: sheet)
        case .linkedNumber(let number, let target):
            try handle.link("", to: target, row: row, column: column, cell.style, sheet: sheet)
            try handle.write(number: number, row: row, column: column, cell.style, sheet: sheet)
        case .number(let number):
            guard number.isFinite else { fallthrough }
            try handle.write(number: number, row: row, column: column, cell.style, sheet: sheet)
        case .blank: try handle.writeBlank(row: row, column: column, cell.style, sheet: sheet)
        case .date(let date): try handle.write(date: date, row: row, column: column, cell.style, sheet: sheet)
        }
    }

    /// Text cells have the format "text": whoever edits one that begins with `=` still gets text.
    private func textStyle(_ style: CellStyle) -> CellStyle { style.with(\.numberFormat, "@") }

    /// The chart with texts a drawing can hold.
    private func cleaned(_ placed: PlacedChart) -> PlacedChart {
        var placed = placed
        placed.chart.title = CellText.cleaned(placed.chart.title, limit: 250)
        placed.chart.valueTitle = CellText.cleaned(placed.chart.valueTitle, limit: 250)
        placed.chart.description = CellText.cleaned(placed.chart.description, limit: 2000)
        for index in placed.chart.series.indices {
            placed.chart.series[index].name = CellText.cleaned(placed.chart.series[index].name, limit: 250)
        }
        return placed
    }
}
