import ChartDrawing
import Languages
import VisitorModel

extension KPIReportWriter {
    /// The goal's year: where it will end, and what each month to come has to bring. None where nothing is forecast.
    var outlookSections: [ReportSection] {
        if let curve = input.outlookCurve, !curve.ahead.isEmpty {
            let record = input.forecastRecord.map { [ReportBlock.paragraph(text($0))] } ?? []
            let blocks: [ReportBlock] = [.chart(outlookChart(curve)), .table(outlookTable(curve))] + record
            return [section("outlook", KPIWording.outlook(curve.year.label), blocks, whenEmpty: KPIWording.noFigures)]
        }
        // Said, where one was looked for: a chart that is left out without a word looks like a mistake.
        guard let refusal = input.outlookRefusal else { return [] }
        return [section("outlook", KPIWording.outlookTitle, [.paragraph(text(refusal))], whenEmpty: refusal)]
    }

    private func outlookChart(_ curve: OutlookCurve) -> ReportChart {
        let months = curve.counted.map(\.month) + curve.ahead.map(\.month)
        var sum = 0
        let counted = curve.counted.map { month in
            sum += month.count
            return (sum: sum, isFilled: month.isFilled)
        }
        // What lies ahead begins where the counts end.
        let lead = Array(repeating: ChartValue.missing, count: max(0, counted.count - 1))
        let start: [ChartValue] = counted.isEmpty ? [] : [.known(Double(sum))]
        func ahead(_ value: (OutlookCurve.Ahead) -> Int) -> [ChartValue] {
            lead + start + curve.ahead.map { .known(Double(value($0))) }
        }
        var needed = sum
        let path = curve.ahead.map { month in
            needed += month.required
            return ChartValue.known(Double(needed))
        }
        let points = counted.map { $0.isFilled ? ChartValue.partial(Double($0.sum)) : .known(Double($0.sum)) }
        let countedSeries = points.isEmpty ? [] : [LineChart.Series(label: text(KPIWording.actual), points: points)]
        let chart = LineChart(
            outline: outline(
                id: "outlook", title: outlookTitle(curve), description: input.outlook?.headline ?? outlookTitle(curve),
                category: KPIWording.month,
                values: KPIWording.runningTotal, unit: unit, largest: ExactDecimal(curve.goal),
                categories: months.map { text(KPIWording.monthName($0)) },
                // Nothing is lacking in a month that is still to come, nor in a forecast of one that is counted.
                missing: BilingualText(verbatim: "–")),
            series: countedSeries + [
                LineChart.Series(label: text(KPIWording.expected), points: ahead(\.total.median), style: .projection),
                LineChart.Series(label: text(KPIWording.needed), points: lead + start + path, style: .target),
            ], startsAtZero: true,
            bands: [
                LineChart.Band(
                    label: text(KPIWording.holding(95)), lower: ahead(\.total.range95.lowerBound),
                    upper: ahead(\.total.range95.upperBound)),
                LineChart.Band(
                    label: text(KPIWording.holding(80)), lower: ahead(\.total.range80.lowerBound),
                    upper: ahead(\.total.range80.upperBound)),
            ])
        return ReportChart(chart)
    }

    private func outlookTitle(_ curve: OutlookCurve) -> BilingualText {
        let median = curve.ahead.last?.total.median ?? curve.known
        let gap = ExactDecimal(abs(curve.goal - median))
        return KPIWording.outlookTitle(
            curve.year.label, .briefAmount(ExactDecimal(median), unit), .goal(ExactDecimal(curve.goal), unit),
            .briefAmount(gap, unit), isBelow: median < curve.goal)
    }

    private func outlookTable(_ curve: OutlookCurve) -> ReportTable {
        let unit = unit.name(language)
        func column(_ head: BilingualText) -> ReportColumn { ReportColumn(text(head), kind: self.unit.kind, unit: unit) }
        func number(_ count: Int?) -> ReportCell { cells.number(count.map { ExactDecimal($0) }) }
        let required = curve.ahead.reduce(0) { $0 + $1.required }
        let yearBefore = curve.ahead.map(\.yearBefore)
        let sumBefore = yearBefore.contains(nil) ? nil : yearBefore.reduce(0) { $0 + ($1 ?? 0) }
        return ReportTable(
            caption: text(
                KPIWording.outlookCaption(
                    .count(curve.goal), .count(curve.known), .count(curve.goal - curve.known))),
            columns: [
                ReportColumn(text(KPIWording.month), kind: .period), column(KPIWording.needed),
                column(KPIWording.yearBefore), column(KPIWording.expected), column(KPIWording.lowEnd),
                column(KPIWording.highEnd),
            ],
            rows: curve.ahead.map { month in
                ReportRow(
                    text(Period.month(month.month).label),
                    [
                        number(month.required), number(month.yearBefore), number(month.count.median),
                        number(month.count.range80.lowerBound), number(month.count.range80.upperBound),
                    ], period: .month(month.month))
            } + [
                ReportRow(
                    text(KPIWording.total),
                    // Medians and ends of ranges of months do not add up to those of their sum.
                    [number(required), number(sumBefore), cells.none, cells.none, cells.none], isTotal: true)
            ])
    }
}
