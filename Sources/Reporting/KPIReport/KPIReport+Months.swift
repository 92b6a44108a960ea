import ChartDrawing
import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// The headline metric over time: where it stands, the last twelve months against those a year before, and the years.
    var monthsSection: ReportSection {
        var blocks: [ReportBlock] = []
        let window = Array(input.months.suffix(12))
        if let table = standingsTable { blocks.append(.table(table)) }
        if let chart = monthsChart(window) { blocks.append(.chart(chart)) }
        if !window.isEmpty { blocks.append(.table(monthsTable(window))) }
        if !input.calendarYears.isEmpty || !input.fiscalYears.isEmpty { blocks.append(.table(yearsTable)) }
        return section("months", KPIWording.overTime(input.definition.titles), blocks, whenEmpty: KPIWording.noMonths)
    }

    private func monthsChart(_ window: [Growth]) -> ReportChart? {
        guard window.contains(where: { $0.current.value != nil }) else { return nil }
        let table = monthsTable(window)
        let largest = (window.map(\.current) + window.compactMap(\.base)).compactMap(\.value).max()
        let chart = LineChart(
            outline: outline(
                id: "months", title: monthsTitle(window),
                description: spoken(zip(window, table.rows).map { ($0.current.period.label, $1.cells[0]) }),
                category: KPIWording.month, values: input.definition.titles, unit: unit, largest: largest,
                categories: window.map { text(KPIWording.monthName($0.current.period.firstMonth)) }, cycle: 12),
            series: [
                LineChart.Series(
                    label: text(KPIWording.yearBefore), points: window.map { $0.base?.chartValue ?? .missing },
                    style: .comparison),
                LineChart.Series(label: text(KPIWording.lastMonths), points: window.map(\.current.chartValue)),
            ], startsAtZero: true)
        return ReportChart(chart, table: table)
    }

    /// How many of the months that can be compared lie above those of the year before.
    private func monthsTitle(_ window: [Growth]) -> BilingualText {
        let rates = window.compactMap(\.percent)
        guard !rates.isEmpty else { return KPIWording.monthsTitle }
        return KPIWording.monthsTitle(above: rates.count { $0 > .zero }, of: rates.count, window: window.count)
    }

    private func monthsTable(_ window: [Growth]) -> ReportTable {
        let unit = unit.name(language)
        return ReportTable(
            caption: text(KPIWording.monthsCaption),
            columns: [
                ReportColumn(text(KPIWording.month), kind: .period),
                ReportColumn(text(KPIWording.thisYear), kind: self.unit.kind, unit: unit),
                ReportColumn(text(KPIWording.yearBefore), kind: self.unit.kind, unit: unit),
                ReportColumn(text(KPIWording.onMonthBefore), kind: .percent),
                ReportColumn(text(FigureWording.coverage)),
            ],
            rows: window.map { growth in
                ReportRow(
                    text(growth.current.period.label),
                    [
                        cells.value(growth.current), growth.base.map { cells.value($0) } ?? cells.none,
                        cells.growth(growth), cells.coverage(growth.current),
                    ], period: growth.current.period)
            })
    }

    /// Calendar and fiscal years of one number side by side: they share nine months and are never compared.
    private var yearsTable: ReportTable {
        let numbers = (input.calendarYears + input.fiscalYears).map(\.current.period.firstMonth.year).uniqued().sorted()
        let unit = unit.name(language)
        let rows = numbers.map { number in
            let calendar = input.calendarYears.first { $0.current.period == .calendarYear(CalendarYear(number)) }
            let fiscal = input.fiscalYears.first { $0.current.period == .fiscalYear(FiscalYear(number)) }
            return ReportRow(
                yearHeader(.calendarYear(CalendarYear(number))),
                [
                    cells.value(calendar?.current), cells.growth(calendar), cells.value(fiscal?.current),
                    cells.growth(fiscal),
                ], period: .calendarYear(CalendarYear(number)))
        }
        return ReportTable(
            caption: text(KPIWording.yearsCaption),
            columns: [
                ReportColumn(text(KPIWording.year), kind: .period),
                ReportColumn(text(KPIWording.calendarYear), kind: self.unit.kind, unit: unit),
                ReportColumn(text(FigureWording.growth), kind: .percent),
                ReportColumn(text(KPIWording.fiscalYear), kind: self.unit.kind, unit: unit),
                ReportColumn(text(KPIWording.onFiscalYearBefore), kind: .percent),
            ], rows: rows)
    }
}
