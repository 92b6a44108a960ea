import ChartDrawing
import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// How many of the latest periods the table shows.
    private static let periodsShown = 24

    /// Other statistics beside our own: the ratio drawn alone, the two numbers in columns of their own.
    var driftSections: [ReportSection] {
        guard !input.drifts.isEmpty else { return [] }
        let blocks = input.drifts.enumerated().flatMap { index, sheet -> [ReportBlock] in
            let table = withoutIdentity(sheet.table(in: language, last: Self.periodsShown))
            let drawn = driftChart(sheet, id: "drift-\(index + 1)", table).map { ReportBlock.chart($0) }
            let alarms = sheet.check.alarms.compactMap(sheet.check.warning).map(text)
            let notes = sheet.notes(in: language)
            return [.paragraph("\(table.caption) \(notes[0])")]
                + (table.rows.isEmpty ? [] : [drawn ?? .table(table)])
                + [
                    .notices(
                        notes.dropFirst().map {
                            ReportNotice(kind: alarms.contains($0) ? .problem : .information, text: $0)
                        })
                ]
        }
        return [ReportSection(id: "drift", title: text(DriftWording.title), blocks: blocks)]
    }

    /// The ratio over time with the median it is held against; two periods make the first line.
    private func driftChart(_ sheet: DriftSheet, id: String, _ table: ReportTable) -> ReportChart? {
        let points = Array(sheet.check.ratio.points.suffix(Self.periodsShown))
        guard points.count > 1 else { return nil }
        let format = format
        let places = points.allSatisfy { $0.ratio < 1 } ? 3 : 2
        let title = DriftWording.count(points.count(where: \.isAlarm), of: points.count)
        let chart = LineChart(
            outline: ChartOutline(
                id: input.drawingPrefix + id, title: text(title),
                description: "\(table.caption) \(sheet.notes(in: language)[0])",
                categoryLabel: text(FigureWording.period), valueLabel: text(DriftWording.ratio), unit: "",
                categories: points.map { text($0.period.label) }, categoriesPerCycle: 12,
                wording: ChartWording(
                    missing: text(KPIWording.chartMissing), partial: text(KPIWording.chartPartial),
                    empty: text(KPIWording.noFigures), total: text(KPIWording.total)),
                ticksAreWhole: false, languageTag: language.rawValue,
                format: {
                    format.decimal(
                        DecimalText(
                            ExactDecimal(coefficient: Int128(($0 * 1_000).rounded()), fractionDigits: 3) ?? .zero),
                        places: places)
                }),
            series: [
                LineChart.Series(
                    label: text(DriftWording.ratio), points: points.map { .known($0.ratio.approximate) }, style: .main),
                LineChart.Series(
                    label: text(DriftWording.median),
                    points: points.map { $0.median.map { .known($0.approximate) } ?? .missing }, style: .comparison),
            ])
        return ReportChart(chart, table: table)
    }
}
