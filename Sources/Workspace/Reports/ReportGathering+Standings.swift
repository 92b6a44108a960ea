import Reporting
import VisitorMetrics
import VisitorModel

extension ReportGathering {
    /// The month reported on, the years so far and the last twelve months, each with the same span a year before.
    func standings() -> [Standing] {
        // A derived metric is no sum of months.
        guard year == nil, metric.derivation == .sum else { return [] }
        let grains: [FigureQuery.Grain] = [.month, .calendarYear, .fiscalYear, .rolling]
        return grains.compactMap { grain in
            guard let current = figure(of: grain, endingIn: through) else { return nil }
            return Standing(
                grain: grain, current: current, before: figure(of: grain, endingIn: through.advanced(by: -12)),
                comparison: view.figures.likeForLike(of: metric, in: current.period, through: through))
        }
    }

    /// The figure of the period that a month lies in, as it stood with that month.
    func figure(of grain: FigureQuery.Grain, endingIn month: Month) -> Figure? {
        let period = grain.period(containing: month)
        let query = FigureQuery(of: metric, by: grain, from: period.firstMonth, through: month)
        return view.figures.figures(query).first { $0.period == period && $0.value != nil }
    }
}
