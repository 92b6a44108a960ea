import Diagnostics
import Languages
import PipelineDefinition
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel

/// Brings together everything a KPI report says.
struct ReportGathering {
    /// How many months the monthly section looks back.
    static let monthsShown = 36

    let workspace: Workspace
    let target: TargetDefinition
    let metric: MetricDefinition
    /// The last month looked at.
    let through: Month
    /// The headline metric and the metrics of its own kind, cut at that month.
    let view: LedgerView
    /// Everything, for series that only serve as a check and have months of their own.
    let everything: LedgerView
    let asOf: Timestamp?
    /// The year of a yearly report.
    let year: CalendarYear?
    private let publishedAt: Timestamp?
    private let product: String

    init(_ workspace: Workspace, request: ReportRequest) throws {
        self.workspace = workspace
        target = try workspace.target(named: request.target)
        metric = try workspace.metric(named: target.definition)
        year = request.year
        let last = request.year.flatMap { Month(year: $0.number, number: 12) } ?? request.month
        everything = try workspace.view(asOf: request.asOf, through: last)
        asOf = request.asOf
        publishedAt = request.publishedAt
        product = request.product ?? Workspace.product
        let latest = everything.figures.table.latestMonth(of: metric.measure, at: metric.cut.members)
        // A year that is not over ends with the last month anybody reported: what is ahead is not missing.
        let wanted =
            request.year.map { year in latest.flatMap { $0.year == year.number ? $0 : nil } }
            ?? (request.month ?? latest)
        guard let month = wanted else { throw DiagnosticsError(.nothingToReport) }
        through = month
        view = workspace.view(of: everything.recorded, through: month)
    }

    /// The report in several languages, in their order; the goal's year is forecast once for all of them.
    func documents(in languages: [Language]) throws -> [ReportDocument] {
        let outlook = view.outlook(towards: target, by: metric, basis: TargetProgress.Basis(of: metric))
        return try languages.map { KPIReport.document(from: try input(in: $0, outlook)) }
    }

    private func input(in language: Language, _ outlook: GoalOutlook?) throws -> KPIReportInput {
        let goal = view.progress(towards: target, by: metric)
        let calendar = view.figures(of: metric, by: .calendarYear)
        let fiscal = view.figures(of: metric, by: .fiscalYear)
        let monthly = view.figures(of: metric, by: .month)
        var input = KPIReportInput(
            language: language, destination: workspace.definition.destination.titles, definition: metric,
            through: through, product: product)
        input.generatedAt = (publishedAt ?? workspace.now).description
        input.isDraft = publishedAt == nil
        input.origins = Set(everything.recorded.map(\.dataOrigin))
        for place in workspace.definition.destination.places.places { input.placeNames[place.id] = place.names }
        for market in workspace.definition.destination.markets { input.marketNames[market.id] = market.names }
        input.progress = goal.headline
        input.fiscalProgress = goal.otherReading
        switch outlook {
        case .outlook(let outlook):
            input.outlook = outlook.text(in: metric.unit)
            input.outlookCurve = outlook.curve
        case .refused(let reason): input.outlookRefusal = reason
        case nil: break
        }
        input.likeForLike = goal.likeForLike
        input.usualTotals = goal.usualTotals
        input.indicators = try indicators()
        input.calendarYears = Growth.yearOnYear(in: calendar)
        input.fiscalYears = Growth.yearOnYear(in: fiscal)
        input.months = Array(Growth.yearOnYear(in: monthly).suffix(Self.monthsShown))
        input.standings = standings()
        input.calendarMonths = monthly
        input.placeMonths = view.figures(of: metric, by: .month, split: .place)
        input.places = placeBreakdown()
        input.year = year
        input.placeBridge = year == nil ? nil : placeBridge()
        let markets = marketSheets()
        input.markets = markets.map(\.mix)
        input.marketIndices = markets.last?.indices ?? [:]
        input.reconciliations = reconciliations(calendar)
        input.seasonality = seasonality(calendar, monthly)
        input.crossChecks = crossChecks()
        input.missing = calendar.flatMap(\.coverage.missing)
        input.revisions = try revisions()
        input.held = try held()
        input.definitions = workspace.definition.definitions
        input.sources = try sources()
        input.passports = shownFigures.map { workspace.passport(of: $0, in: view, language: language) }
        return input
    }

    private func indicators() throws -> IndicatorSheet? {
        let catalogue = workspace.definition.indicators
        guard catalogue.plan != nil || catalogue.form != nil else { return nil }
        return try workspace.indicators(asOf: asOf, through: through).sheet
    }

    /// The figures of the headline metric that the report shows, each with a passport.
    var shownFigures: [Figure] {
        let calendar = view.figures(of: metric, by: .calendarYear)
        return calendar + view.figures(of: metric, by: .fiscalYear)
            + view.figures(of: metric, by: .month).suffix(Self.monthsShown)
            + standings().filter { $0.grain == .rolling }.map(\.current)
            + placeFigures(calendar.last?.period)
    }

    /// What a file of the report is called.
    func fileName(_ language: Language, _ format: ReportFormat) -> String {
        "kpi-report-\(year?.id ?? through.id).\(language.rawValue).\(format.rawValue)"
    }

    private func placeFigures(_ period: Period?) -> [Figure] {
        view.figures(of: metric, by: .calendarYear, split: .place).filter { $0.period == period }
    }

    private func placeBreakdown() -> PlaceBreakdown? {
        guard let whole = view.figures(of: metric, by: .calendarYear).last else { return nil }
        let before = view.figures(of: metric, by: .calendarYear, split: .place)
        func base(_ figure: Figure) -> Figure? {
            before.first { $0.place == figure.place && $0.period == figure.period.yearBefore }
        }
        let rows = placeFigures(whole.period).map { figure in
            row(
                figure, base: base(figure), definition: metric.restricted(to: figure.place, in: workspace), whole: whole
            )
        }
        let wholeBefore = view.figures(of: metric, by: .calendarYear).first { $0.period == whole.period.yearBefore }
        return PlaceBreakdown(rows: rows, total: row(whole, base: wholeBefore, definition: metric, whole: whole))
    }

    private func row(
        _ figure: Figure, base: Figure?, definition: MetricDefinition?, whole: Figure
    ) -> PlaceBreakdown.Row {
        let comparison = definition.flatMap { view.figures.likeForLike(of: $0, in: figure.period, through: through) }
        let share = figure.value.flatMap { value in
            whole.value.flatMap { value.multiplied(by: 100)?.divided(by: $0, fractionDigits: 1) }
        }
        let isPartOfYear = figure.coverage.notYetDue > 0
        return PlaceBreakdown.Row(
            current: figure, base: base, change: comparison.flatMap { try? $0.rate.get() },
            comparedMonths: isPartOfYear ? comparison?.months.count : nil, share: share)
    }

    /// The inbound markets by year, the latest against the year the goal starts from.
    private func marketSheets() -> [MarketMixSheet] {
        guard let inbound = workspace.definition.definitions.first(where: { !$0.markets.isEmpty && !$0.isCrossCheck })
        else { return [] }
        return workspace.marketSheets(of: inbound, by: .calendarYear, baseYear: target.baselineYear, in: view)
    }

    /// Published values of the same thing, set against our sums.
    private func reconciliations(_ calendar: [Figure]) -> [Reconciliation] {
        let published = workspace.definition.definitions.filter {
            $0.isCrossCheck && $0.unit == metric.unit && $0.cut.whole == metric.cut.whole
        }
        return calendar.flatMap { figure in
            published.compactMap { definition in
                everything.figures.publishedYearly(of: definition, in: figure.period).map {
                    Reconciliation(of: figure, with: $0.entry)
                }
            }
        }
    }

    private func seasonality(_ calendar: [Figure], _ monthly: [Figure]) -> YearSeasonality? {
        guard let year = calendar.last(where: \.coverage.isWhole)?.period else { return nil }
        do throws(Seasonality.Refusal) {
            return YearSeasonality(year: year, result: .success(try Seasonality(of: year, in: monthly)))
        } catch {
            return YearSeasonality(year: year, result: .failure(error))
        }
    }

    private func crossChecks() -> [CrossCheckSeries] {
        workspace.definition.definitions.filter { $0.isCrossCheck && $0.unit != metric.unit }.compactMap { definition in
            let years = everything.figures(of: definition, by: .calendarYear)
            guard !years.isEmpty else { return nil }
            return CrossCheckSeries(
                definition: definition, years: Growth.yearOnYear(in: years), notice: definition.formula)
        }
    }

    private func revisions() throws -> [RevisedValue] {
        let query = ObservationQuery(measures: [metric.measure], through: through)
        let histories = try workspace.readLedger()?.revisedNumbers(matching: query, asOf: asOf) ?? []
        return histories.compactMap { history in
            guard history.count > 1, let latest = history.last else { return nil }
            return RevisedValue(
                place: latest.observation.series.place, period: latest.observation.period,
                old: history[history.count - 2].observation.value, new: latest.observation.value, file: latest.fileName)
        }
    }

    private func held() throws -> [HeldRows] {
        let loads = try workspace.readLedger()?.loads(asOf: asOf) ?? []
        return loads.filter { $0.withdrawal == nil && $0.account.rowsHeld > 0 }.map {
            HeldRows(file: $0.header.fileName, count: $0.account.rowsHeld)
        }
    }

    private func sources() throws -> [SourceNotice] {
        let loads = try workspace.readLedger()?.loads(asOf: asOf).filter { $0.withdrawal == nil } ?? []
        let used = Set(loads.map(\.header.profile))
        return workspace.definition.profiles.values.filter { used.contains($0.name) }.sorted { $0.name < $1.name }.map {
            SourceNotice(title: $0.titles, licence: $0.notice, origin: $0.dataOrigin)
        }
    }
}

extension MetricDefinition {
    /// The same metric for one place of the cut alone.
    fileprivate func restricted(to place: String, in workspace: Workspace) -> MetricDefinition? {
        guard let cut = try? Cut(of: place, members: [place], in: workspace.definition.destination.places) else {
            return nil
        }
        var restricted = self
        restricted.cut = cut
        return restricted
    }
}

extension Diagnostic {
    fileprivate static let nothingToReport = Diagnostic(
        code: "report.nothing",
        message: BilingualText(ja: "報告する数値がまだありません。", en: "There is nothing to report on yet."),
        remedy: BilingualText(ja: "dmo load で数値を読み込んでください。", en: "Load counts with dmo load."))
}
