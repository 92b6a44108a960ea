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
    public func marketSheets(
        of definition: MetricDefinition, by grain: FigureQuery.Grain, baseYear: Int? = nil, in view: LedgerView
    ) -> [MarketMixSheet] {
        let figures = view.figures(of: definition, by: grain, split: .market)
        let months = baseYear == nil ? [] : view.figures(of: definition, by: .month, split: .market)
        let all = baseYear == nil ? [] : view.figures(of: definition, by: .month)
        return Set(figures.map(\.period)).sorted().compactMap { period in
            let mix = MarketMix(
                of: figures.filter { $0.period == period }, over: figures.filter { $0.period == period.yearBefore })
            guard let mix else { return nil }
            var indices: [String: BaseYearIndex] = [:]
            if let baseYear, case .calendarYear = period {
                let base = Period.calendarYear(CalendarYear(baseYear))
                indices["*"] = BaseYearIndex(of: period, base: base, in: all)
                for market in mix.shares.map(\.market) {
                    indices[market] = BaseYearIndex(
                        of: period, base: base, in: months.filter { $0.segment.market == market })
                }
            }
            return MarketMixSheet(mix, indices: indices, markets: marketName)
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
        beside definition: MetricDefinition, in period: Period, baseYear: Int? = nil, view: LedgerView
    ) -> NationalShareSheet? {
        let shares = self.definition.definitions.filter {
            $0.derivation.shareTotal != nil && $0.measure == definition.measure && $0.cut == definition.cut
        }
        guard let share = shares.first, let total = view.total(of: share) else { return nil }
        let base: Period? =
            switch (period, baseYear) {
            case (.calendarYear, let year?) where period != .calendarYear(CalendarYear(year)): .calendarYear(CalendarYear(year))
            default: nil
            }
        let grain = FigureQuery.Grain(of: period)
        let rows = [FigureQuery.Split.market, .none].flatMap { split -> [NationalShareSheet.Row] in
            let series = view.shareSeries(of: share, split: split)
            return view.figures(of: share, by: grain, split: split).filter { $0.period == period }.map { figure in
                let own = series.first { $0.market == figure.segment.market }
                return NationalShareSheet.Row(
                    figure: figure, share: own?.share(in: period),
                    yearBefore: period.yearBefore == period ? nil : own?.index(of: period, to: period.yearBefore),
                    index: base.flatMap { own?.index(of: period, to: $0) })
            }
        }
        guard rows.contains(where: { $0.share != nil }) else { return nil }
        return NationalShareSheet(
            titles: (definition.titles, total.titles), units: (definition.unit, total.unit), base: base, rows: rows)
    }
}
