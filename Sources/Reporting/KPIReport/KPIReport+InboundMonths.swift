import ChartDrawing
import Languages
public import VisitorMetrics
public import VisitorModel

/// Inbound visitors month by month with what the register knows of routes and other events.
public struct InboundMonths: Sendable, Hashable {
    /// All markets together, in order.
    public var total: [Figure]
    /// The market with the most visitors of late, over the same months.
    public var leader: [Figure]
    /// What happened in these months, in order.
    public var events: [SeriesEvent]

    /// Months with their events.
    public init(total: [Figure], leader: [Figure], events: [SeriesEvent]) {
        self.total = total
        self.leader = leader
        self.events = events
    }
}

extension KPIReportWriter {
    /// The months of all markets and of the leading one, events marked by number; `nil` for less than two months.
    var inboundMonthsChart: ReportChart? {
        guard let months = input.inboundMonths, months.total.count > 1, let unit = months.total.first?.unit,
            let leader = months.leader.first?.segment.market
        else { return nil }
        let periods = months.total.map(\.period)
        let marks = months.events.enumerated().compactMap { index, event -> LineChart.Mark? in
            let touched = periods.indices.filter {
                event.from <= periods[$0].firstMonth && periods[$0].firstMonth <= event.to
            }
            guard let first = touched.first, let last = touched.last else { return nil }
            return LineChart.Mark(over: first...last, label: "\(index + 1)")
        }
        let title = MarketWording.monthsTitle(months.events.count)
        let chart = LineChart(
            outline: outline(
                id: "inbound-months", title: title, description: eventsText(months.events) ?? title,
                category: KPIWording.month, values: KPIWording.inboundVisitors, unit: unit,
                largest: months.total.compactMap(\.value).max(),
                categories: periods.map { text($0.label) }, cycle: 12),
            series: [
                LineChart.Series(
                    label: text(KPIWording.total), points: months.total.map(\.chartValue), style: .comparison),
                LineChart.Series(label: text(cells.markets(leader)), points: months.leader.map(\.chartValue)),
            ], startsAtZero: true, marks: marks)
        return ReportChart(chart, table: inboundMonthsTable(months, leader, unit))
    }

    /// The events in words: number, name, months.
    func eventsText(_ events: [SeriesEvent]) -> BilingualText? {
        guard !events.isEmpty else { return nil }
        return .list(
            events.enumerated().map { index, event in
                let (from, to) = (Period.month(event.from).label, Period.month(event.to).label)
                let span =
                    event.from == event.to
                    ? from : BilingualText(ja: "\(from.ja)～\(to.ja)", en: "\(from.en) to \(to.en)")
                return BilingualText(
                    ja: "\(index + 1) \(event.titles.ja)（\(span.ja)）",
                    en: "\(index + 1) \(event.titles.en) (\(span.en))")
            })
    }

    private func inboundMonthsTable(_ months: InboundMonths, _ leader: String, _ unit: StatisticalUnit) -> ReportTable {
        let rows = months.total.map { figure -> ReportRow in
            let numbers = months.events.indices.filter {
                months.events[$0].from <= figure.period.firstMonth && figure.period.firstMonth <= months.events[$0].to
            }
            return ReportRow(
                text(figure.period.label),
                [
                    cells.value(figure), cells.value(months.leader.first { $0.period == figure.period }),
                    ReportCell(numbers.map { "\($0 + 1)" }.joined(separator: ", ")),
                ], period: figure.period)
        }
        func count(_ title: BilingualText) -> ReportColumn {
            ReportColumn(text(title), kind: unit.kind, unit: unit.name(language))
        }
        return ReportTable(
            caption: text(MarketWording.monthsCaption),
            columns: [
                ReportColumn(text(KPIWording.month), kind: .period), count(KPIWording.total),
                count(cells.markets(leader)), ReportColumn(text(MarketWording.events)),
            ], rows: rows)
    }
}
