import ChartDrawing
import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// Each market's share of its arrivals in the whole country, beside the same months a year before.
    ///
    /// `nil` where no market has a share: two statistics that never meet are not drawn.
    func nationalSharesChart(_ sheet: NationalShareSheet) -> ReportChart? {
        let rows = sheet.rows.filter { $0.figure.segment.market != nil && $0.figure.value != nil }
        guard let leader = rows.first, let share = leader.figure.value else { return nil }
        let format = format
        @Sendable func written(_ value: Double) -> String {
            let exact = ExactDecimal(coefficient: Int128((value * 100).rounded()), fractionDigits: 2) ?? .zero
            return format.decimal(DecimalText(exact), places: value == value.rounded() ? 0 : 2)
        }
        let table = sheet.table(in: language, markets: cells.markets)
        let title = MarketWording.nationalTitle(
            leader.figure.period.label, cells.markets(leader.figure.segment.market ?? ""),
            BilingualText(verbatim: written(share.approximate)))
        let before = rows.map { ($0.yearBefore?.base.perMille).chartValue }
        let chart = BarChart(
            outline: ChartOutline(
                id: input.drawingPrefix + "national-shares", title: text(title),
                description: text(spoken(zip(rows, table.rows).map { (BilingualText(verbatim: $1.header), $1.cells[2]) })),
                categoryLabel: text(KPIWording.market), valueLabel: text(MarketWording.nationalShare), unit: "‰",
                categories: rows.map { text(cells.markets($0.figure.segment.market ?? "")) },
                wording: ChartWording(
                    missing: text(KPIWording.chartMissing), partial: text(KPIWording.chartPartial),
                    empty: text(KPIWording.noFigures), total: text(KPIWording.total)),
                ticksAreWhole: true, languageTag: language.rawValue, format: written),
            series: (before.contains { $0.number != nil }
                ? [BarChart.Series(label: text(MarketWording.shareBefore), bars: before, style: .comparison)] : [])
                + [
                    BarChart.Series(
                        label: text(leader.figure.period.label), bars: rows.map(\.figure.chartValue))
                ])
        return ReportChart(chart, table: table)
    }
}
