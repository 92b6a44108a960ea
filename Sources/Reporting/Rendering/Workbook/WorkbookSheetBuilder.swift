import Languages
import SpreadsheetWriting

/// Fills a sheet from the top: title, warnings, then block after block.
struct WorkbookSheetBuilder {
    let document: ReportDocument
    let passports: WorkbookPassports?
    private(set) var sheet: Worksheet
    private(set) var row = 0
    private var language: Language { document.language }
    /// Running text, set at the end, when the width of the sheet is known.
    private var prose: [(row: Int, text: String, style: CellStyle)] = []
    /// How wide the texts of each column are, in terminal columns.
    private var widths: [Int] = []
    private var tables = 0
    /// The head of the only table, while there is only one.
    private var head: Int?

    /// The room for one line of running text, in characters of a cell.
    private static let proseWidth = 96.0
    private static let pixelsPerRow = 20
    /// No column is wider; what does not fit takes more lines.
    private static let widestColumn = 46

    init(_ document: ReportDocument, name: SheetName, title: String, passports: WorkbookPassports?) {
        self.document = document
        self.passports = passports
        sheet = Worksheet(name: name)
        sheet.set(.text(HarmlessText.line(title)), row: 0, column: 0, style: WorkbookLook.title)
        sheet.rowHeights[0] = 26
        sheet.print.header = HarmlessText.line(document.title)
        sheet.print.footer = document.banners.map { $0.kind.name(document.language) }.joined(separator: " / ")
        row = 1
        for banner in document.banners {
            add(prose: banner.kind.name(language) + "  " + HarmlessText.line(banner.text), style: WorkbookLook.banner)
        }
        row += 1
    }

    /// The sheet with its widths, its frozen rows and its print set-up.
    func finished() -> Worksheet {
        var sheet = sheet
        var columns = widths.map { min(Double(max($0, 6)) * 1.05 + 2.5, Double(Self.widestColumn)) }
        while columns.reduce(0, +) < Self.proseWidth { columns.append(12) }
        sheet.columnWidths = columns
        var spanned = 0
        var room = 0.0
        while spanned < columns.count, room < Self.proseWidth {
            room += columns[spanned]
            spanned += 1
        }
        for line in prose {
            sheet.span(line.text, row: line.row, columns: spanned, style: line.style)
            let lines = (Double(line.text.displayWidth) * 1.12 * line.style.size / 10.5 / room).rounded(.up)
            sheet.rowHeights[line.row] = max(lines, 1) * line.style.size * 1.6 + 3
        }
        // The head of a lone table stays in view; over several tables only the title can.
        sheet.frozenRows = head.map { $0 + 1 } ?? 1
        sheet.frozenColumns = tables > 0 ? 1 : 0
        sheet.print.repeatedRows = head.map { $0...$0 }
        return sheet
    }

    // MARK: text

    mutating func add(headline: String) {
        add(prose: HarmlessText.line(headline, .sentence), style: WorkbookLook.headline)
        row += 1
    }

    mutating func add(heading: String) {
        row += 1
        set(.text(HarmlessText.line(heading)), column: 0, style: WorkbookLook.heading)
        row += 1
    }

    mutating func add(paragraph: String) {
        add(prose: HarmlessText.line(paragraph, .prose), style: WorkbookLook.plain)
    }

    mutating func add(note: String) {
        set(.text(HarmlessText.line(note)), column: 0, style: WorkbookLook.note)
        row += 1
    }

    mutating func add(link title: String, to target: SheetName) {
        set(
            .link(HarmlessText.line(title), to: CellTarget(sheet: target, row: 0, column: 0)), column: 0,
            style: WorkbookLook.link)
        row += 1
    }

    private mutating func add(prose text: String, style: CellStyle) {
        prose.append((row, text, style))
        row += 1
    }

    /// Goes to the next row.
    mutating func advance() { row += 1 }

    /// Sets a cell of the current row.
    mutating func set(_ content: CellContent, column: Int, style: CellStyle) {
        sheet.set(content, row: row, column: column, style: style)
    }

    // MARK: blocks

    /// The blocks of a section; a table that comes alone goes first, so that its head can stay in view.
    mutating func add(_ blocks: [ReportBlock], charts: inout WorkbookChartData) {
        let tables = blocks.filter(\.hasTable)
        let listed = blocks.compactMap(\.table)
        for block in tables.count == 1 ? tables + blocks.filter({ !$0.hasTable }) : blocks {
            switch block {
            case .paragraph(let text): add(paragraph: text)
            case .keyFigures(let figures): add(table: figures.table(language))
            case .table(let table): add(table: table)
            case .chart(let chart):
                add(chart, charts: &charts)
                // The same values often stand in a table of their own below.
                if !listed.contains(chart.table) { add(table: chart.table, captioned: chart.title) }
                if chart.isShadedTable { shade(chart.table) }
            case .notices(let notices):
                for notice in notices {
                    let remedy = notice.remedy.map { " " + $0 } ?? ""
                    add(paragraph: notice.kind.name(language) + "  " + notice.text + remedy)
                }
            case .definitionList(let definitions):
                for definition in definitions {
                    add(paragraph: definition.term + DocumentWording.colon(language) + definition.detail)
                }
            }
            row += 1
        }
    }

    private mutating func add(_ chart: ReportChart, charts: inout WorkbookChartData) {
        guard let plot = chart.plot, let native = charts.add(plot, chart) else { return }
        let placed = PlacedChart(native, row: row)
        sheet.charts.append(placed)
        row += placed.height / Self.pixelsPerRow + 1
    }

    /// A table: caption, head, rows; remarks of cells stand in a last column of their own.
    ///
    /// - Parameter title: Stands above it in place of its own caption.
    mutating func add(table: ReportTable, captioned title: String? = nil) {
        let layout = WorkbookTable(table, language)
        let caption = title ?? table.caption
        if !caption.isEmpty {
            set(.text(HarmlessText.line(caption)), column: 0, style: WorkbookLook.heading)
            row += 1
        }
        tables += 1
        head = tables == 1 ? row : nil
        for (column, title) in layout.head.enumerated() {
            set(
                .text(title.text), column: column,
                style: WorkbookLook.head(title.isNumber, isIndented: column > 0 && !title.isNumber))
            widen(column, title.text.split(separator: "\n").map(\.displayWidth).max() ?? 0)
        }
        let lines = layout.head.map { $0.text.count { $0 == "\n" } + 1 }.max() ?? 1
        if lines > 1 { sheet.rowHeights[row] = Double(lines) * 16 + 2 }
        row += 1
        for cells in layout.rows {
            for (column, cell) in cells.enumerated() {
                set(linked(cell), column: column, style: cell.style)
                widen(column, cell.width)
            }
            // Some programs do not make room for a remark of two lines by themselves, and print it over the next row.
            let widest = cells.filter(\.style.wraps).map(\.width).max() ?? 0
            let lines = (Double(widest) * 1.05 / Double(Self.widestColumn)).rounded(.up)
            if lines > 1 { sheet.rowHeights[row] = lines * 15 + 3 }
            row += 1
        }
    }

    /// Shades the numbers of the table just added by their size.
    private mutating func shade(_ table: ReportTable) {
        let columns = WorkbookTable(table, language).head.enumerated().filter { $0.offset > 0 && $0.element.isNumber }
        guard let first = columns.first?.offset, let last = columns.last?.offset, !table.rows.isEmpty else { return }
        let range = CellRange(rows: row - table.rows.count...row - 1, columns: first...last)
        sheet.shadings.append(CellShading(range: range, low: 0xF2F7FA, high: 0x6CB6D9))
    }

    private func linked(_ cell: WorkbookTable.Cell) -> CellContent {
        guard case .number(let number) = cell.content, let target = passports?.target(of: cell.figureID) else {
            return cell.content
        }
        return .linkedNumber(number, to: target)
    }

    private mutating func widen(_ column: Int, _ width: Int) {
        while widths.count <= column { widths.append(0) }
        widths[column] = max(widths[column], width)
    }
}

extension Substring {
    fileprivate var displayWidth: Int { String(self).displayWidth }
}

extension ReportBlock {
    fileprivate var table: ReportTable? {
        if case .table(let table) = self { table } else { nil }
    }

    fileprivate var hasTable: Bool {
        switch self {
        case .table, .keyFigures, .chart: true
        case .paragraph, .notices, .definitionList: false
        }
    }
}

extension [KeyFigure] {
    /// The strip of figures as a table.
    fileprivate func table(_ language: Language) -> ReportTable {
        // Kinds differ from row to row, so each value is written as its own kind asks.
        ReportTable(
            caption: "",
            columns: [
                ReportColumn(DocumentWording.figure(language)),
                ReportColumn(DocumentWording.value(language), kind: .count),
                ReportColumn(DocumentWording.unit(language)), ReportColumn(DocumentWording.status(language)),
                ReportColumn(DocumentWording.remark(language)),
            ],
            rows: map { figure in
                ReportRow(
                    figure.label,
                    [
                        ReportCell(figure.value, exact: figure.exact, figureID: figure.figureID, kind: figure.kind),
                        ReportCell(figure.unit), ReportCell(figure.status ?? ""),
                        ReportCell(
                            [figure.tone.name?(language), figure.note].compactMap(\.self).joined(separator: " ")),
                    ])
            })
    }
}
