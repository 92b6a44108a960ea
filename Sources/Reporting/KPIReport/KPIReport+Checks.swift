import ChartDrawing
import Languages
import VisitorMetrics
import VisitorModel

extension KPIReportWriter {
    /// What was published elsewhere, set against our own sum.
    var publishedSection: ReportSection {
        var blocks: [ReportBlock] = []
        if !input.reconciliations.isEmpty {
            blocks.append(.table(reconciliationTable))
            blocks.append(.notices(input.reconciliations.map(notice)))
        }
        if let checks = input.parentChecks {
            blocks.append(.table(checks.table(in: language, places: cells.places)))
            let kind: ReportNotice.Kind = checks.hasFault ? .problem : .information
            blocks.append(
                .notices(
                    checks.notes(in: language, places: cells.places).map { ReportNotice(kind: kind, text: $0) }))
        }
        return section("published", KPIWording.published, blocks, whenEmpty: KPIWording.noPublished)
    }

    private var reconciliationTable: ReportTable {
        ReportTable(
            caption: text(KPIWording.publishedCaption),
            columns: [
                ReportColumn(text(KPIWording.year), kind: .period),
                ReportColumn(text(KPIWording.ourSum), kind: unit.kind, unit: unit.name(language)),
                ReportColumn(text(KPIWording.publishedValue), kind: unit.kind, unit: unit.name(language)),
                ReportColumn(text(KPIWording.difference), kind: unit.kind, unit: unit.name(language)),
            ],
            rows: input.reconciliations.map { row in
                let value = row.published.value
                var published = value.number.map { cells.number($0) } ?? .missing(value.status.name(language))
                if value.roundingHalfWidth > 0 {
                    published.note = KPIWording.rounded(.count(value.roundingHalfWidth))(language)
                }
                return ReportRow(
                    yearHeader(row.computed.period),
                    [cells.value(row.computed), published, cells.number(row.outcome.difference, isSigned: true)],
                    period: row.computed.period)
            })
    }

    private func notice(_ row: Reconciliation) -> ReportNotice {
        let (kind, wording): (ReportNotice.Kind, BilingualText) =
            switch row.outcome {
            case .agrees(let difference):
                (.information, KPIWording.agrees(row.computed.period.label, isExact: difference == .zero))
            case .differs(let difference):
                (
                    .problem,
                    KPIWording.differs(
                        row.computed.period.label, .amount(difference.unsigned, unit), isAbove: !difference.isNegative)
                )
            case .notComparable(let reason): (.caution, KPIWording.periodFirst(row.computed.period.label, reason))
            }
        return ReportNotice(kind: kind, text: wording(language), figureID: row.computed.id)
    }

    /// How unevenly the year is spread.
    var seasonalitySection: ReportSection {
        guard let seasonality = input.seasonality else {
            return section("seasonality", KPIWording.seasonality, [], whenEmpty: KPIWording.noSeasonality)
        }
        let block: ReportBlock
        switch seasonality.result {
        case .success(let result): block = .definitionList(indicators(result, in: seasonality.year))
        case .failure(let refusal):
            let wording = KPIWording.periodFirst(seasonality.year.label, refusal.reason)
            block = .notices([ReportNotice(kind: .caution, text: wording(language))])
        }
        let calendar: [ReportBlock] = calendarChart.map { [.chart($0)] } ?? []
        return section(
            "seasonality", KPIWording.seasonality, calendar + [block] + seasonalityYears,
            whenEmpty: KPIWording.noSeasonality)
    }

    private func indicators(_ result: Seasonality, in year: Period) -> [ReportDefinition] {
        let peak = BilingualText.list(result.peakMonths.map { KPIWording.monthName($0) })
        let trough = BilingualText.list(result.troughMonths.map { KPIWording.monthName($0) })
        func written(_ number: ExactDecimal, _ places: Int) -> BilingualText {
            .written { $0.decimal(DecimalText(number), places: places) }
        }
        return [
            KPIWording.peak(year.label, peak, written(result.peakToMean, 3)),
            KPIWording.trough(year.label, trough, result.peakToTrough.map { written($0, 2) }),
            KPIWording.gini(written(result.gini, 4)),
            KPIWording.evenness(
                low: written(result.lowToPeak, 4), mean: written(result.meanToPeak, 4),
                gini: written(result.evenness, 4)),
        ].map { ReportDefinition(term: $0.term(language), detail: $0.detail(language)) }
    }

    /// Each series of another source in a section of its own, on an axis of its own.
    var crossCheckSections: [ReportSection] {
        if input.crossChecks.isEmpty {
            return [section("cross-check", KPIWording.crossCheck, [], whenEmpty: KPIWording.noCrossCheck)]
        }
        return input.crossChecks.enumerated().map { index, series in
            let chart = crossCheckChart(series, id: "cross-check-\(index + 1)")
            let notice = ReportNotice(kind: .caution, text: series.notice(language))
            return section(
                "cross-check", KPIWording.crossCheck(of: series.definition.titles),
                [.notices([notice])] + (chart.map { [.chart($0)] } ?? []),
                whenEmpty: KPIWording.noCrossCheck)
        }
    }

    private func crossCheckChart(_ series: CrossCheckSeries, id: String) -> ReportChart? {
        guard let latest = series.years.last(where: { $0.current.value != nil }), let value = latest.current.value
        else { return nil }
        let unit = series.definition.unit
        let figures = series.years.map(\.current)
        let rows = figures.map {
            ReportRow(yearHeader($0.period), [cells.value($0), cells.coverage($0)], period: $0.period)
        }
        let title = KPIWording.crossCheckTitle(
            series.definition.titles, latest.current.period.label, .amount(value, unit),
            isWhole: latest.current.coverage.isWhole, latest.percent.map { .change($0) })
        let table = ReportTable(
            caption: text(series.definition.titles),
            columns: [
                ReportColumn(text(KPIWording.year), kind: .period),
                ReportColumn(text(FigureWording.value), kind: unit.kind, unit: unit.name(language)),
                ReportColumn(text(FigureWording.coverage)),
            ], rows: rows)
        let chart = BarChart(
            outline: outline(
                id: id, title: title,
                description: spoken(zip(figures, rows).map { ($0.period.label, $1.cells[0]) }),
                category: KPIWording.year, values: series.definition.titles, unit: unit,
                largest: series.years.largest, categories: figures.map { text($0.period.label) }),
            series: [
                BarChart.Series(
                    label: text(series.definition.titles), bars: figures.map(\.chartValue), style: .comparison)
            ])
        return ReportChart(chart, table: table)
    }
}

extension Reconciliation.Outcome {
    /// Our sum minus the published value, where the two can be compared.
    var difference: ExactDecimal? {
        switch self {
        case .agrees(let difference), .differs(let difference): difference
        case .notComparable: nil
        }
    }
}
