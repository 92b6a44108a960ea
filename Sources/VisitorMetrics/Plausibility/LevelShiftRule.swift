import VisitorModel

/// Several months in a row on another level, with no break in the register to explain it: residents counted with
/// visitors, a new counter, another definition.
///
/// Four months in a row deviate to one side, each by more than 0.2 (×1.22), and on average by more than 0.3 (×1.35) and
/// three spreads. Told once, at the fourth month. On the development series of the tourism forecasting competition
/// that is 1 alarm in 1,000 months.
struct LevelShiftRule {
    static let months = 4
    static let leastEach = 0.2
    static let leastMean = 0.3
    static let spreads = 3.0

    let series: MonthlySeries
    private var run: [SeriesExpectation.Month] = []

    init(series: MonthlySeries) { self.series = series }

    /// Takes in the next month; a finding when a run is complete.
    mutating func add(_ state: SeriesExpectation.Month, breaks: [Int]) -> PlausibilityFinding? {
        let continues = run.last.map { $0.index == state.index - 1 && ($0.deviation > 0) == (state.deviation > 0) } ?? true
        if !continues || breaks.contains(state.index) { run = [] }
        guard state.deviation.magnitude >= Self.leastEach else {
            run = []
            return nil
        }
        run.append(state)
        guard run.count >= Self.months, let first = run.first else { return nil }
        run = run.suffix(Self.months)
        let mean = run.reduce(0) { $0 + $1.deviation } / Double(Self.months)
        // The spread before the run: the run itself widens it.
        guard mean.magnitude > max(Self.leastMean, Self.spreads * first.spread), first.largestBefore > 0 else { return nil }
        let begin = run[0].index
        run = []
        return PlausibilityFinding(
            .levelShift, in: series.key, month: series.month(state.index), firstMonth: series.month(begin),
            value: series.exact(state.index), expected: MonthlySeries.exact(state.expected),
            causes: mean > 0
                ? [.residents(weight: 0.6), .newCounter(weight: 0.5), .event(isMore: true, weight: 0.3)]
                : [.newCounter(weight: 0.6), .partMissing(weight: 0.5), .event(isMore: false, weight: 0.3)])
    }
}
