public import ChartDrawing

extension ReportChart {
    /// A line chart in both widths; its own title is left to the page.
    ///
    /// - Parameter table: The values with their exact numbers and figure ids; the chart's own words otherwise.
    public init(_ chart: LineChart, table: ReportTable? = nil) {
        func drawn(_ outline: ChartOutline) -> String {
            LineChart(
                outline: outline, series: chart.series, targetLine: chart.targetLine, startsAtZero: chart.startsAtZero,
                bands: chart.bands, breaks: chart.breaks, marks: chart.marks
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

    /// A grid of values, too wide for telephones, which scroll it; its own title is left to the page.
    ///
    /// - Parameter table: The values with their exact numbers and figure ids; the chart's own words otherwise.
    public init(_ chart: HeatMap, table: ReportTable? = nil) {
        func drawn(_ outline: ChartOutline) -> String {
            HeatMap(outline: outline, rowLabel: chart.rowLabel, rows: chart.rows).svg()
        }
        self.init(chart.outline, drawn, table ?? ReportTable(chart.dataTable(), of: chart.outline), nil)
        narrowSVG = nil
        isShadedTable = true
    }

    /// Who has reported when, too wide for telephones, which scroll it; its own title is left to the page.
    public init(_ chart: CoverageMatrix, table: ReportTable? = nil) {
        func drawn(_ outline: ChartOutline) -> String {
            CoverageMatrix(outline: outline, rowLabel: chart.rowLabel, rows: chart.rows, names: chart.names).svg()
        }
        let words = ReportTable(chart.dataTable(), of: chart.outline, kind: .text)
        self.init(chart.outline, drawn, table ?? words, nil)
        narrowSVG = nil
    }

    /// Many little charts in both widths; their own title is left to the page.
    ///
    /// - Parameter table: The values with their exact numbers and figure ids; the chart's own words otherwise.
    public init(_ chart: SmallMultiples, table: ReportTable? = nil) {
        func drawn(_ outline: ChartOutline) -> String {
            SmallMultiples(
                outline: outline, valuesLabel: chart.valuesLabel, comparisonLabel: chart.comparisonLabel,
                panels: chart.panels
            ).svg()
        }
        self.init(chart.outline, drawn, table ?? ReportTable(chart.dataTable(), of: chart.outline), nil)
    }

    /// A bridge in both widths; its own title is left to the page.
    ///
    /// - Parameter table: The values with their exact numbers and figure ids; the chart's own words otherwise.
    public init(_ chart: WaterfallChart, table: ReportTable? = nil) {
        func drawn(_ outline: ChartOutline) -> String { WaterfallChart(outline: outline, steps: chart.steps).svg() }
        self.init(chart.outline, drawn, table ?? ReportTable(chart.dataTable(), of: chart.outline), nil)
    }

    private init(_ outline: ChartOutline, _ drawn: (ChartOutline) -> String, _ table: ReportTable, _ plot: ReportPlot?)
    {
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
    fileprivate init(_ table: ChartTable, of outline: ChartOutline, kind: FigureKind = .decimal) {
        let columns = table.header.enumerated().map { ReportColumn($1, kind: $0 == 0 ? .text : kind) }
        let rows = table.rows.map { row in
            ReportRow(
                row.first ?? "",
                row.dropFirst().map { $0 == outline.wording.missing ? .missing($0) : ReportCell($0) })
        }
        self.init(caption: table.caption, columns: columns, rows: rows)
    }
}
