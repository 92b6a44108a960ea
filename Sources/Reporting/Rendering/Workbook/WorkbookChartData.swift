import Languages
import SpreadsheetWriting

/// The sheet with the numbers behind the charts, and the charts made from it.
///
/// A table for people says "not reported" where a number is missing, and a spreadsheet would draw that word as zero.
/// So charts read cells of their own, which are empty there.
struct WorkbookChartData {
    private let document: ReportDocument
    private var builder: WorkbookSheetBuilder
    private let name: SheetName
    private var count = 0

    init(_ document: ReportDocument, sheet: SheetName) {
        self.document = document
        name = sheet
        builder = WorkbookSheetBuilder(document, name: sheet, title: sheet.text, passports: nil)
        builder.add(paragraph: DocumentWording.chartSheetNote(document.language))
    }

    /// The sheet; none where nothing is drawn.
    var sheets: [Worksheet] { count == 0 ? [] : [builder.finished()] }

    /// Writes a chart's numbers down and makes the chart that reads them; nil where there is nothing to draw.
    mutating func add(_ whole: ReportPlot, _ chart: ReportChart) -> SheetChart? {
        let language = document.language
        let plot =
            whole.nativeForm == .lines
            ? whole.separatingPartial { DocumentWording.partial(of: $0)(language) } : whole
        guard !plot.categories.isEmpty, plot.series.contains(where: { $0.values.contains { $0.number != nil } }) else {
            return nil
        }
        count += 1
        builder.add(heading: chart.title)
        builder.set(.text(plot.categoryLabel), column: 0, style: WorkbookLook.head(false))
        for (column, series) in plot.series.enumerated() {
            builder.set(.text(HarmlessText.line(series.label)), column: column + 1, style: WorkbookLook.head(true))
        }
        builder.advance()
        let first = builder.row
        for (index, category) in plot.categories.enumerated() {
            builder.set(.text(HarmlessText.line(category)), column: 0, style: WorkbookLook.plain)
            for (column, series) in plot.series.enumerated() {
                // No cell at all where there is no number.
                guard let number = series.values[index].number else { continue }
                let style = CellStyle().with(\.numberFormat, plot.cellFormat).with(\.isItalic, series.values[index].isPartial)
                builder.set(.number(number), column: column + 1, style: style)
            }
            builder.advance()
        }
        let rows = first...builder.row - 1
        func cells(_ column: Int) -> SheetRange {
            SheetRange(sheet: name, range: CellRange(rows: rows, columns: column...column))
        }
        return SheetChart(
            form: plot.nativeForm, title: HarmlessText.line(chart.title),
            description: HarmlessText.line(chart.description, .prose), valueTitle: HarmlessText.line(plot.valueLabel),
            numberFormat: plot.axisFormat, categories: cells(0),
            series: plot.series.enumerated().map { index, series in
                SheetChart.Series(
                    name: HarmlessText.line(series.label), values: cells(index + 1),
                    colour: plot.colour(of: index), look: series.role.look,
                    partial: Set(series.values.indices.filter { series.values[$0].isPartial }))
            })
    }
}

extension ReportPlot {
    /// The colours of the page's charts.
    fileprivate func colour(of index: Int) -> UInt32 {
        let parts: [UInt32] = [0x0B6E99, 0xE39A2D, 0x23795A, 0x6CB6D9, 0xB04A72, 0x8B929A, 0x8C5A2B]
        return switch series[index].role {
        case .main: parts[series[..<index].count { $0.role == .main } % parts.count]
        case .comparison: form == .lines ? 0x59626D : 0xC3CED8
        case .target: 0xA1401B
        case .projection: parts[0]
        case .range: 0x6CB6D9
        case .growing: index > 0 ? colour(of: index - 1) : parts[0]
        }
    }
}

extension ReportPlot {
    /// A spreadsheet cannot lay a path over bars, so bars with a path become a line with dots.
    fileprivate var nativeForm: SheetChart.Form {
        switch form {
        case .bars: series.contains { $0.role == .target } ? .lines : .bars
        case .stackedBars: .stackedBars
        case .lines: .lines
        }
    }
}

extension ReportPlot.Role {
    fileprivate var look: SheetChart.Series.Look {
        switch self {
        case .main: .strong
        case .comparison, .range: .pale
        case .target, .projection, .growing: .dashed
        }
    }
}

extension ReportPlot {
    /// Ratios and shares have decimals, which a format for people counted would round away.
    private var hasDecimals: Bool {
        series.contains { $0.values.contains { ($0.number ?? 0).rounded() != $0.number ?? 0 } }
    }

    /// How the numbers are written that the chart reads.
    fileprivate var cellFormat: String { hasDecimals ? "#,##0.0##" : "#,##0" }

    /// How the axis is written: in full, in thousands, in 万 with one decimal.
    fileprivate var axisFormat: String {
        switch scale {
        case .plain: cellFormat
        case .thousands: "#,##0,"
        case .tenThousands: "0\\.0,"
        }
    }
}
