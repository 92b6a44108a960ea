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
}
