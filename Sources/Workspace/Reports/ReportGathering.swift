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
    /// Whether it is about the present state, whose forecasts are kept.
    private let isPresent: Bool
    let publishedAt: Timestamp?
    private let product: String

    init(_ workspace: Workspace, request: ReportRequest) throws {
        self.workspace = workspace
        target = try workspace.target(named: request.target)
        metric = try workspace.metric(named: target.definition)
        year = request.year
        let last = request.year.flatMap { Month(year: $0.number, number: 12) } ?? request.month
        everything = try workspace.viewOfAllDefinitions(asOf: request.asOf, through: last)
        asOf = request.asOf
        isPresent = request.month == nil && request.year == nil && request.asOf == nil
        publishedAt = request.publishedAt
        product = request.product ?? Workspace.product
        let latest = everything.figures.table.latestMonth(of: metric.measure, at: metric.cut.members)
        // A year that is not over ends with the last month anybody reported: what is ahead is not missing. Of a
        // published year it is the month that was the last one then.
        let wanted =
            request.month ?? request.year.map { year in latest.flatMap { $0.year == year.number ? $0 : nil } } ?? latest
        guard let month = wanted else { throw DiagnosticsError(.nothingToReport) }
        through = month
        view = last == month ? everything : workspace.view(of: everything.recorded, through: month)
    }

    /// Where the goal's year will end.
    func outlook() -> GoalOutlook? {
        view.outlook(towards: target, by: metric, basis: TargetProgress.Basis(of: metric))
    }

    /// The outlook as it is recorded with a publication; `nil` where there is none.
    func publishedForecast(_ outlook: GoalOutlook?, by: String, note: String) throws(LedgerError) -> PublishedForecast? {
        guard case .outlook(let outlook) = outlook else { return nil }
        let known = try workspace.knownThrough(of: metric, asOf: asOf) ?? outlook.lastMonth
        var forecast = outlook.published(
            by: by, target: target.id, definition: metric, knownThrough: known, product: product)
        forecast.note = note
        return forecast
    }

    /// The report in several languages, in their order; all but its sentences is worked out once for all of them.
    func documents(in languages: [Language], _ outlook: GoalOutlook?) throws -> [ReportDocument] {
        // A publication does not know its own forecast: made again, it must come out the same.
        let moment = publishedAt ?? asOf?.following
        let record = try workspace.forecastRecord(of: target, by: metric, in: view, before: moment)
        let missing: MissingEffects? =
            if case .outlook(let outlook) = outlook { view.missingEffects(on: outlook, by: metric) } else { nil }
        if isPresent { view.shelf.flush() }
        guard let first = languages.first else { return [] }
        var input = try input(in: first, outlook, missing, record)
        let shares = input.nationalShares?.figures.filter { $0.segment.market != nil && $0.value != nil } ?? []
        let shown = shownFigures + shares
        let cells = publishedAt == nil ? [] : keptBackCells()
        let passports = shown.map { figure in
            (figure: figure, inputs: PassportInputGroup.readable(view.inputs(of: figure), keepingBack: cells))
        }
        return languages.map { language in
            input.language = language
            input.passports = passports.map {
                workspace.passport(of: $0.figure, in: view, language: language, inputs: $0.inputs)
            }
            return KPIReport.document(from: input)
        }
    }

    private func input(
        in language: Language, _ outlook: GoalOutlook?, _ missing: MissingEffects?, _ record: ForecastRecord
    ) throws -> KPIReportInput {
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
            input.outlook = outlook.text(
                in: metric.unit, missing: missing?.text(of: outlook, in: metric.unit, places: workspace.placeName))
            input.outlookCurve = outlook.curve
        case .refused(let reason): input.outlookRefusal = reason
        case nil: break
        }
        input.forecastRecord = record.text
        input.likeForLike = goal.likeForLike
        input.usualTotals = goal.usualTotals
        input.indicators = try indicators()
        input.calendarYears = Growth.yearOnYear(in: calendar)
        input.fiscalYears = Growth.yearOnYear(in: fiscal)
        input.months = Array(Growth.yearOnYear(in: monthly).suffix(Self.monthsShown))
        input.standings = standings()
        input.calendarMonths = monthly
        let placeMonths = view.figures(of: metric, by: .month, split: .place)
        let hidden = publishedAt == nil ? nil : workspace.suppression(of: placeMonths)
        input.placeMonths = hidden?.applied(to: placeMonths) ?? placeMonths
        input.places = placeBreakdown()
        input.year = year
        input.placeBridge = year == nil || !(hidden?.hidden.isEmpty ?? true) ? nil : placeBridge()
        let markets = marketSheets()
        input.markets = markets.map(\.mix)
        input.marketIndices = markets.last?.indices ?? [:]
        input.inboundMonths = markets.last.flatMap { inboundMonths($0.mix) }
        input.nationalShares = markets.last.flatMap { nationalShares(in: $0.mix.period) }
        input.reconciliations = reconciliations(calendar)
        input.parentChecks = ParentCheckSheet(
            view.figures.parentChecks(
                of: metric, in: workspace.definition.destination.places, through: through), of: metric)
        input.seasonality = seasonality(calendar, monthly)
        input.seasonalityYears = SeasonalitySheet(
            definition: metric, place: metric.cut.whole, years: view.seasonality(of: metric, by: .calendarYear))
        input.comparisons = comparisons(calendar)
        input.crossChecks = crossChecks()
        input.drifts = workspace.definition.definitions.compactMap { workspace.driftCheck(of: $0, in: everything) }
            .filter { $0.otherMonths != nil }.map(DriftSheet.init)
        input.missing = calendar.flatMap(\.coverage.missing)
        input.revisions = try revisions()
        input.held = try held()
        input.reportStates = reportStates()
        input.doubts = try doubts()
        input.definitions = workspace.definition.definitions
        input.sources = try sources()
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
        let years = publishedAt == nil ? nil : workspace.suppression(of: before)
        let rows = placeFigures(whole.period).map { figure -> PlaceBreakdown.Row in
            // A kept back count has no share and no change: either would tell it.
            if years?.hides(figure) ?? false { return PlaceBreakdown.Row(current: figure.keptBack) }
            if base(figure).map({ years?.hides($0) ?? false }) ?? false {
                return PlaceBreakdown.Row(current: figure, share: nil)
            }
            return row(
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

    /// Our own counts by market; the first is the one the report tells of.
    private var marketDefinitions: [MetricDefinition] {
        workspace.definition.definitions.filter { !$0.markets.isEmpty && !$0.isCrossCheck }
    }

    /// The monthly counts of passports' inputs that a published report keeps back.
    private func keptBackCells() -> Set<KeptBackCell> {
        let counts =
            [view.figures(of: metric, by: .month, split: .place)]
            + marketDefinitions.map { view.figures(of: $0, by: .month, split: .market) }
        return Set(
            counts.flatMap { figures in
                workspace.suppression(of: figures).map { hidden in figures.filter(hidden.hides) } ?? []
            }.map(KeptBackCell.init))
    }

    /// The inbound markets by year, the latest against the year the goal starts from.
    private func marketSheets() -> [MarketMixSheet] {
        guard let inbound = marketDefinitions.first else { return [] }
        return workspace.marketSheets(
            of: inbound, by: .calendarYear, baseYear: target.baselineYear, in: view, published: publishedAt != nil)
    }

    /// The months of all markets and of the one that leads, with what the register knows of them.
    private func inboundMonths(_ mix: MarketMix) -> InboundMonths? {
        guard let inbound = marketDefinitions.first, let leader = mix.shares.first(where: { $0.rank == 1 })?.market else { return nil }
        let all = view.figures(of: inbound, by: .month)
        let split = view.figures(of: inbound, by: .month, split: .market)
        let (total, markets) =
            publishedAt == nil
            ? (all, split) : (workspace.published(all).figures, workspace.published(split).figures)
        let shown = Array(total.suffix(Self.monthsShown))
        guard let first = shown.first?.period, let last = shown.last?.period else { return nil }
        let places = inbound.cut.members + [inbound.cut.whole]
        let events = workspace.definition.changes.events.filter { event in
            // Only what is told of inbound visitors: a festival of all visitors is no route.
            event.measure == inbound.measure && event.from <= last.lastMonth && first.firstMonth <= event.to
                && (event.places.isEmpty || !event.places.isDisjoint(with: places))
        }
        return InboundMonths(
            total: shown, leader: markets.filter { $0.segment.market == leader && $0.period >= first },
            events: events.sorted { ($0.from, $0.id) < ($1.from, $1.id) })
    }

    /// Each market's part of its arrivals in the whole country, against the year the goal starts from.
    private func nationalShares(in period: Period) -> NationalShareSheet? {
        marketDefinitions.first.flatMap {
            workspace.nationalShares(
                beside: $0, in: period, baseYear: target.baselineYear, view: view, published: publishedAt != nil)
        }
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

    /// The latest year both of whose sides are in full, and the year in progress.
    private func comparisons(_ calendar: [Figure]) -> [ComparisonSheet] {
        let growths = Growth.yearOnYear(in: calendar)
        let whole = growths.last { $0.percent != nil }
        let begun = growths.last.flatMap { $0.current.coverage.isWhole ? nil : $0 }
        return [whole, begun].compactMap(\.self).compactMap {
            workspace.comparison(of: metric, in: $0.current.period, view: view).map(ComparisonSheet.init)
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
        // Of our own area, and no share: that stands with what it is a share of.
        let checks = workspace.definition.definitions.filter {
            $0.isCrossCheck && $0.unit != metric.unit && $0.cut.whole == metric.cut.whole
                && $0.derivation.shareTotal == nil
        }
        return checks.compactMap { definition in
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
