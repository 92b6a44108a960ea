public import ChartDrawing

extension ReportChart {
    /// A line chart in both widths; its own title is left to the page.
    ///
    /// - Parameter table: The values with their exact numbers and figure ids; the chart's own words otherwise.
    public init(_ chart: LineChart, table: ReportTable? = nil) {
        func drawn(_ outline: ChartOutline) -> String {
            LineChart(
                outline: outline, series: chart.series, targetLine: chart.targetLine, startsAtZero: chart.startsAtZero
            ).svg()
        }
        self.init(chart.outline, drawn, table ?? ReportTable(chart.dataTable(), of: chart.outline), ReportPlot(chart))
    }

    /// A bar chart in both widths; its own title is left to the page.
    ///
    /// - Parameter table: The values with their exact numbers and figure ids; the chart's own words otherwise.
    public init(_ chart: BarChart, table: ReportTable? = nil) {
        func drawn(_ outline: ChartOutline) -> String {
            BarChart(
                outline: outline, series: chart.series, requiredPath: chart.requiredPath, targetLine: chart.targetLine
            ).svg()
        }
        self.init(chart.outline, drawn, table ?? ReportTable(chart.dataTable(), of: chart.outline), ReportPlot(chart))
    }

    /// A stacked bar chart in both widths; its own title is left to the page.
    ///
    /// - Parameter table: The values with their exact numbers and figure ids; the chart's own words otherwise.
    public init(_ chart: StackedBarChart, table: ReportTable? = nil) {
        func drawn(_ outline: ChartOutline) -> String {
            StackedBarChart(outline: outline, parts: chart.parts).svg()
        }
        self.init(chart.outline, drawn, table ?? ReportTable(chart.dataTable(), of: chart.outline), ReportPlot(chart))
    }

    private init(_ outline: ChartOutline, _ drawn: (ChartOutline) -> String, _ table: ReportTable, _ plot: ReportPlot?) {
        self.init(
            title: outline.title, svg: drawn(outline.untitled(id: outline.id, size: outline.size)),
            narrowSVG: drawn(outline.untitled(id: outline.id + "-narrow", size: ChartSize(width: 380, height: 320))),
            description: outline.description, table: table, plot: plot)
    }
}

extension ChartOutline {
    /// The outline for a page that prints the title itself.
    fileprivate func untitled(id: String, size: ChartSize) -> ChartOutline {
        ChartOutline(
            id: id, title: title, description: description, categoryLabel: categoryLabel, valueLabel: valueLabel,
            unit: unit, categories: categories, categoriesPerCycle: categoriesPerCycle, wording: wording, size: size,
            drawsTitle: false, ticksAreWhole: ticksAreWhole, languageTag: languageTag, format: format)
    }
}

extension ReportTable {
    /// A chart's values as it words them.
    fileprivate init(_ table: ChartTable, of outline: ChartOutline) {
        let columns = table.header.enumerated().map { ReportColumn($1, kind: $0 == 0 ? .text : .decimal) }
        let rows = table.rows.map { row in
            ReportRow(
                row.first ?? "",
                row.dropFirst().map { $0 == outline.wording.missing ? .missing($0) : ReportCell($0) })
        }
        self.init(caption: table.caption, columns: columns, rows: rows)
    }
}
