import PipelineDefinition
public import Reporting
public import VisitorMetrics
public import VisitorModel

extension Workspace {
    /// The markets of a definition, a sheet for each whole or partial period, each against the year before.
    ///
    /// - Parameters:
    ///   - definition: One that counts markets apart.
    ///   - grain: The span of each sheet.
    ///   - baseYear: The calendar year an index is drawn against; `nil` for no index.
    ///   - published: Whether small counts are kept back.
    public func marketSheets(
        of definition: MetricDefinition, by grain: FigureQuery.Grain, baseYear: Int? = nil, in view: LedgerView,
        published: Bool = false
    ) -> [MarketMixSheet] {
        let figures = view.figures(of: definition, by: grain, split: .market)
        let suppression = published ? suppression(of: figures) : nil
        // A small total of all has no sheet, since every share of it would tell its size.
        let totals = published ? suppressedTotals(of: definition, by: grain, in: view) : []
        let months = baseYear == nil ? [] : view.figures(of: definition, by: .month, split: .market)
        let all = baseYear == nil ? [] : view.figures(of: definition, by: .month)
        return Set(figures.map(\.period)).sorted().compactMap { period in
            let mix = MarketMix(
                of: figures.filter { $0.period == period }, over: figures.filter { $0.period == period.yearBefore })
            guard let mix, !totals.contains(period) else { return nil }
            var indices: [String: BaseYearIndex] = [:]
            if let baseYear, case .calendarYear = period {
                let base = Period.calendarYear(CalendarYear(baseYear))
                indices["*"] = BaseYearIndex(of: period, base: base, in: all)
                for market in mix.shares.map(\.market)
                where !hides(suppression, market, in: [period, base], of: figures) {
                    indices[market] = BaseYearIndex(
                        of: period, base: base, in: months.filter { $0.segment.market == market })
                }
            }
            return MarketMixSheet(
                suppression.map(mix.hiding) ?? mix, indices: indices, markets: marketName)
        }
    }

    /// Each market's part of its arrivals in the whole country, beside a definition that counts markets.
    ///
    /// - Parameters:
    ///   - definition: One that counts markets apart.
    ///   - period: The period of the sheet.
    ///   - baseYear: The calendar year an index is drawn against; `nil` for none.
    /// - Returns: `nil` when no definition is a share of the same measure, or nothing is known on both sides.
    public func nationalShares(
        beside definition: MetricDefinition, in period: Period, baseYear: Int? = nil, view: LedgerView,
        published: Bool = false
    ) -> NationalShareSheet? {
        let shares = self.definition.definitions.filter {
            $0.derivation.shareTotal != nil && $0.measure == definition.measure && $0.cut == definition.cut
        }
        guard let share = shares.first, let total = view.total(of: share) else { return nil }
        let base: Period? =
            switch (period, baseYear) {
            case (.calendarYear, let year?) where period != .calendarYear(CalendarYear(year)):
                .calendarYear(CalendarYear(year))
            default: nil
            }
        let grain = FigureQuery.Grain(of: period)
        let counts = published ? view.figures(of: view.base(of: share), by: grain, split: .market) : []
        let suppression = published ? suppression(of: counts) : nil
        let rows = [FigureQuery.Split.market, .none].flatMap { split -> [NationalShareSheet.Row] in
            let series = view.shareSeries(of: share, split: split)
            return view.figures(of: share, by: grain, split: split).filter { $0.period == period }.map { figure in
                let own = series.first { $0.market == figure.segment.market }
                // A share and the arrivals it is a share of tell the count.
                if hides(suppression, figure.segment.market, in: [period], of: counts) {
                    return NationalShareSheet.Row(figure: figure.keptBack, share: nil, yearBefore: nil, index: nil)
                }
                let before = hides(suppression, figure.segment.market, in: [period.yearBefore], of: counts)
                let atBase = base.map { hides(suppression, figure.segment.market, in: [$0], of: counts) } ?? false
                return NationalShareSheet.Row(
                    figure: figure, share: own?.share(in: period),
                    yearBefore: before ? nil : own?.index(of: period, to: period.yearBefore),
                    index: (atBase ? nil : base).flatMap { own?.index(of: period, to: $0) })
            }
        }
        guard rows.contains(where: { $0.share != nil }) else { return nil }
        return NationalShareSheet(
            titles: (definition.titles, total.titles), units: (definition.unit, total.unit), base: base, rows: rows)
    }

    /// Whether a market's count is kept back in one of some periods.
    private func hides(
        _ suppression: FigureSuppression?, _ market: String?, in periods: [Period], of figures: [Figure]
    ) -> Bool {
        guard let suppression, let market else { return false }
        return figures.contains {
            $0.segment.market == market && periods.contains($0.period) && suppression.hides($0)
        }
    }

    /// The periods whose total over all markets is itself small.
    private func suppressedTotals(
        of definition: MetricDefinition, by grain: FigureQuery.Grain, in view: LedgerView
    ) -> Set<Period> {
        let totals = view.figures(of: definition, by: grain)
        guard let suppression = suppression(of: totals) else { return [] }
        return Set(totals.filter(suppression.hides).map(\.period))
    }
}
