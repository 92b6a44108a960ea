import ChartDrawing
import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// The way to the target, in both readings of the year.
    var progressSection: ReportSection {
        let readings = [input.progress, input.fiscalProgress].compactMap { $0 }
        var blocks: [ReportBlock] = input.progress.flatMap(progressChart).map { [.chart($0)] } ?? []
        blocks += readings.map { .table(progressTable($0)) }
        if readings.count > 1 { blocks.append(.paragraph(text(KPIWording.bothReadings))) }
        return section("progress", KPIWording.progress, blocks, whenEmpty: KPIWording.noTarget)
    }

    private func progressChart(_ progress: TargetProgress) -> ReportChart? {
        let values = progress.years.map { year in year.figure?.chartValue ?? year.actual.chartValue }
        guard values.contains(where: { $0.number != nil }) else { return nil }
        let target = progress.target
        let table = progressTable(progress)
        let chart = BarChart(
            outline: outline(
                id: "progress", title: progressTitle(progress),
                description: spoken(zip(progress.years, table.rows).map { ($0.period.label, $1.cells[0]) }),
                category: KPIWording.year, values: input.definition.titles, unit: unit, largest: target.target,
                categories: progress.years.map { text($0.period.label) }),
            series: [BarChart.Series(label: text(KPIWording.actual), bars: values)],
            requiredPath: BarChart.RequiredPath(
                label: text(KPIWording.straightPath), points: progress.years.map { $0.straightPath.number.chartValue }),
            targetLine: ChartTargetLine(
                // Its number stands beside it, its unit above the axis.
                label: text(KPIWording.targetLine), value: target.target.approximate))
        return ReportChart(chart, table: table)
    }

    /// What the chart shows: where the latest whole year stands to the path it needed.
    private func progressTitle(_ progress: TargetProgress) -> BilingualText {
        guard let year = progress.years.last(where: { $0.period == progress.latestWholeYear }) else {
            return KPIWording.noWholeYearTitle
        }
        let goal = BilingualText.goal(progress.target.target, unit)
        if year.period == progress.years.last?.period, let gap = year.gap.number {
            let amount = BilingualText.briefAmount(gap.unsigned, unit)
            return KPIWording.targetTitle(
                year.period.label, goal, amount, gap == .zero ? .on : gap.isNegative ? .above : .below)
        }
        guard let gap = year.paceGap.number, year.period != progress.years.first?.period else {
            return KPIWording.startTitle(goal)
        }
        return KPIWording.pathTitle(
            year.period.label, .briefAmount(gap.unsigned, unit), gap == .zero ? .on : gap.isNegative ? .below : .above)
    }

    /// One row a year: what was counted, what the two paths ask for, achievement and progress.
    private func progressTable(_ progress: TargetProgress) -> ReportTable {
        let unit = unit.name(language)
        let kind = self.unit.kind
        return ReportTable(
            caption: text(KPIWording.progressCaption(progress.basis)),
            columns: [
                ReportColumn(text(KPIWording.year), kind: .period),
                ReportColumn(text(KPIWording.actual), kind: kind, unit: unit),
                ReportColumn(text(FigureWording.coverage)),
                ReportColumn(text(KPIWording.straightPath), kind: kind, unit: unit),
                ReportColumn(text(KPIWording.paceGap), kind: kind, unit: unit),
                ReportColumn(text(KPIWording.compoundPath), kind: kind, unit: unit),
                ReportColumn(text(KPIWording.achievement), kind: .percent),
                ReportColumn(text(KPIWording.wayShare), kind: .percent),
            ],
            rows: progress.years.map { year in
                ReportRow(
                    yearHeader(year.period),
                    [
                        actual(year, of: progress), cells.coverage(year.figure), cells.number(year.straightPath.number),
                        cells.number(year.paceGap.number, isSigned: true), cells.number(year.compoundPath.number),
                        cells.share(year.achievement.number), cells.share(year.progress.number),
                    ], period: year.period)
            })
    }

    /// What was counted; in the baseline's year the published value, where nothing was counted.
    private func actual(_ year: TargetYear, of progress: TargetProgress) -> ReportCell {
        if year.figure?.wholeValue == nil, let baseline = year.actual {
            var cell = cells.number(baseline)
            cell.note = text(KPIWording.asPublished)
            return cell
        }
        return year.figure.map { cells.value($0) } ?? .missing(text(KPIWording.noValue))
    }

    /// A year in both calendars, for readers who count in one of them: 平成29年（2017）.
    func yearHeader(_ period: Period) -> String {
        switch period {
        case .calendarYear(let year): text(KPIWording.bothCalendars(period.label, year.id))
        case .fiscalYear(let year): text(KPIWording.bothCalendars(period.label, String(year.id.dropFirst(2))))
        default: text(period.label)
        }
    }
}

extension ExactDecimal? {
    /// A number that is whole, as a chart draws it.
    var chartValue: ChartValue { map { .known($0.approximate) } ?? .missing }
}
