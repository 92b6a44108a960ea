/// Totals of years that begin in the known past or the simulated future and end in the future.
///
/// Known periods count as they are, simulated ones path by path, so the distribution narrows as the year goes on.
public struct YearTotals: Sendable, Hashable {
    /// Which years.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        /// The year from the last known period on, then the next: 1, 2, …
        case horizon
        /// January to December.
        case calendar
        /// April to March.
        case fiscal
    }

    /// The year: as people count it, or 1, 2, … for the horizon.
    public let year: Int
    /// The sum of the year's known periods.
    public let known: Double
    /// Steps of the horizon, from 0, that belong to the year.
    public let steps: Range<Int>
    /// Each path's total.
    public let totals: SortedSample

    /// The totals of all years that the known periods and the paths cover whole, and that do not lie in the past.
    ///
    /// A year with an absent period is left out: what is missing is not zero.
    public static func all(
        of paths: SamplePaths, after series: TimeSeries, endingAt last: SeriesPeriod, basis: Basis
    ) -> [YearTotals] {
        let length = last.frequency.periodsPerYear
        if basis == .horizon {
            return (0..<(paths.horizon / length)).map { index in
                let steps = (index * length)..<((index + 1) * length)
                return YearTotals(
                    year: index + 1, known: 0, steps: steps, totals: SortedSample(paths.totals(over: steps)))
            }
        }
        func year(_ step: Int) -> Int {
            let period = last.advanced(by: step + 1)
            return basis == .calendar ? period.year : period.fiscalYear
        }
        guard paths.horizon > 0 else { return [] }
        return (year(0)...year(paths.horizon - 1)).compactMap { wanted in
            let steps = (0..<paths.horizon).filter { year($0) == wanted }
            guard let first = steps.first else { return nil }
            let past = length - steps.count
            // Only the first year reaches back; a year that the horizon cuts off has no known part to make it whole.
            guard past == 0 || (first == 0 && past <= series.values.count) else { return nil }
            let figures = series.values.suffix(past)
            guard past == 0 || (year(-past) == wanted && figures.allSatisfy { $0 != nil }) else { return nil }
            let known = figures.reduce(0) { $0 + ($1 ?? 0) }
            let range = first..<(first + steps.count)
            return YearTotals(
                year: wanted, known: known, steps: range,
                totals: SortedSample(paths.totals(over: range).map { known + $0 }))
        }
    }
}
