public import ArgumentParser
public import Forecasting

extension SeriesFrequency: ExpressibleByArgument {}

extension YearTotals.Basis: ExpressibleByArgument {}

/// `--target 2500000` or `--target 105%`.
struct TargetOption: ExpressibleByArgument {
    let goal: YearGoal

    init?(argument: String) {
        guard let goal = YearGoal(argument) else { return nil }
        self.goal = goal
    }
}

/// `--without 2020-03..2022-12`, or one period.
struct PeriodSpan: ExpressibleByArgument {
    let first: SeriesPeriod
    let last: SeriesPeriod

    init?(argument: String) {
        let ends = argument.split(separator: "..", omittingEmptySubsequences: false).map { SeriesPeriod($0) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
            first.frequency == last.frequency, first <= last
        else { return nil }
        self.first = first
        self.last = last
    }
}
