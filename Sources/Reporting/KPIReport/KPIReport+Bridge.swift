import ChartDrawing
import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// From the year before to the year, place by place.
    var bridgeChart: ReportChart? {
        guard let bridge = input.placeBridge, let before = bridge.before.value, let after = bridge.after.value,
            let change = after.subtracting(before)
        else { return nil }
        var steps = bridge.steps.map { (text(cells.places($0.place)), $0.change) }
        if let others = bridge.others { steps.append((text(KPIWording.otherPlaces), others)) }
        let first = text(bridge.before.period.label)
        let last = text(bridge.after.period.label)
        let title = KPIWording.bridgeTitle(
            bridge.before.period.label, bridge.after.period.label, .amount(change.unsigned, unit),
            rose: !change.isNegative, bridge.steps.first.map { cells.places($0.place) })
        let table = ReportTable(
            caption: text(KPIWording.bridgeCaption),
            columns: [
                ReportColumn(text(KPIWording.place)),
                ReportColumn(text(FigureWording.value), kind: unit.kind, unit: unit.name(language)),
            ],
            rows: [ReportRow(first, [cells.value(bridge.before)])]
                + steps.map { ReportRow($0.0, [cells.number($0.1, isSigned: true)]) }
                + [ReportRow(last, [cells.value(bridge.after, isTotal: true)], isTotal: true)])
        let chart = WaterfallChart(
            outline: outline(
                id: "bridge", title: title, description: title, category: KPIWording.place,
                values: input.definition.titles, unit: unit, largest: nil, categories: []),
            steps: [.level(first, before.approximate)] + steps.map { .change($0.0, $0.1.approximate) }
                + [.level(last, after.approximate)])
        return ReportChart(chart, table: table)
    }
}
