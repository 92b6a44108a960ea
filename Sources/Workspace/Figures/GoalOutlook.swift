public import Forecasting
public import Languages
public import VisitorLedger
public import VisitorMetrics
public import VisitorModel

/// Where the goal's year will end, seen from the last month counted.
public enum GoalOutlook: Sendable {
    /// The outlook.
    case outlook(YearOutlook)
    /// Why there is none, with what to do about it.
    case refused(BilingualText)
}

/// A forecast of the goal's year, with what it rests on.
public struct YearOutlook: Sendable {
    /// The goal's year.
    public var year: Period
    /// The goal.
    public var goal: Int
    /// The end of the year, the chance, and what is needed.
    public var verdict: YearVerdict
    /// The months still to come, in order.
    public var monthsLeft: [Month]
    /// The last month counted.
    public var lastMonth: Month
    /// Months whose missing reports were filled with the usual counts, for sums only; no model learns from them.
    public var filledMonths: [Month]
    /// Months of the past that lack reports; the models skip them.
    public var skippedMonths: [Month]
    /// What earlier forecasts of the same span were worth.
    public var record: CalibrationRecord
    /// The models, in their authors' notation.
    public var form: String
    /// The first month from which no future seen reaches the goal any more, if the months before go as expected.
    public var outOfReachFrom: Month? { verdict.firstOutOfReach.map { monthsLeft[$0] } }
}

extension LedgerView {
    private static let seed: UInt64 = 1
    private static let pathCount = 2000
    /// Beyond three years these models know little.
    private static let monthsAheadLimit = 36

    /// Where the goal's year will end; `nil` when there is nothing to forecast: the year is over, or the goal is to
    /// fall.
    public func outlook(
        towards target: TargetDefinition, by definition: MetricDefinition, basis: TargetProgress.Basis
    ) -> GoalOutlook? {
        let year = basis.period(target.targetYear)
        let months = figures(of: definition, by: .month)
        guard let goal = target.target.whole, target.baseline.number.map({ $0 < target.target }) ?? true,
            let first = months.first?.period.firstMonth, let last = months.last?.period.firstMonth,
            let end = year.months.last, last < end
        else { return nil }
        let counts = MonthCounts(months, figures: figures)
        let left = (1...last.distance(to: end)).map { last.advanced(by: $0) }
        guard left.count <= Self.monthsAheadLimit else { return .refused(.tooFarAhead(left.count)) }

        let series = TimeSeries(
            (0...first.distance(to: last)).map { counts.whole[first.advanced(by: $0)] }, seasonLength: 12)
        let inYear = left.filter { year.months.contains($0) }
        let known = year.months.filter { $0 <= last }
        let lacking = known.filter { counts.usable[$0] == nil }
        guard lacking.isEmpty else { return .refused(.knownMonthsLacking(lacking)) }
        do throws(ForecastingError) {
            let forecaster = StandardForecaster()
            let fitted = try forecaster.fit(series)
            let record = RollingOrigins(forecaster: forecaster, horizon: min(left.count, 12)).record(
                of: series, seed: Self.seed)
            let shocks = Shocks(count: Self.pathCount, horizon: left.count, seed: Self.seed)
            let paths = fitted.paths(shocks: shocks).widened(by: record.spreadFactor).dropping(
                left.count - inYear.count)
            let verdict = YearVerdict(
                goal: goal, known: known.compactMap { counts.usable[$0] }, paths: paths, remaining: inYear.count,
                lastYear: inYear.map { counts.usable[$0.advanced(by: -12)] })
            return .outlook(
                YearOutlook(
                    year: year, goal: goal, verdict: verdict, monthsLeft: inYear, lastMonth: last,
                    filledMonths: counts.filled.filter { $0.advanced(by: 24) > last }, skippedMonths: counts.filled,
                    record: record, form: fitted.form))
        } catch {
            return .refused(error.explanation)
        }
    }
}

extension Workspace {
    /// Where a goal's year will end; `nil` when there is nothing to forecast.
    ///
    /// - Parameters:
    ///   - target: The goal's identifier; the first goal when `nil`.
    ///   - asOf: What was known at a moment.
    ///   - through: The last month to look at.
    /// - Throws: `DiagnosticsError` when there is no such goal, `LedgerError` when the ledger cannot be read.
    public func goalOutlook(target: String?, asOf: Timestamp? = nil, through: Month? = nil) throws -> GoalOutlook? {
        let target = try self.target(named: target)
        let definition = try metric(named: target.definition)
        let view = try view(of: [definition], asOf: asOf, through: through)
        return view.outlook(
            towards: target, by: definition,
            basis: definition.basis == .fiscalYear ? .fiscalYear : .calendarYear)
    }
}

/// Monthly counts: whole ones, which models may learn from, and those filled for sums.
private struct MonthCounts {
    var whole: [Month: Double] = [:]
    var usable: [Month: Double] = [:]
    var filled: [Month] = []

    init(_ months: [Figure], figures: Figures) {
        for figure in months {
            let month = figure.period.firstMonth
            if let value = figure.wholeValue {
                whole[month] = value.approximate
                usable[month] = value.approximate
            } else if let usual = figures.totalWithUsualCounts(figure) {
                usable[month] = usual.approximate
                filled.append(month)
            }
        }
    }
}

extension BilingualText {
    fileprivate static func tooFarAhead(_ months: Int) -> BilingualText {
        BilingualText(
            ja: "目標年の終わりまで\(months)か月あり、まだ何とも言えません（36か月以内になれば見通しを示します）。",
            en: "Too early to say: the year ends \(months) months ahead, and an outlook is given from 36 months on.")
    }

    fileprivate static func knownMonthsLacking(_ months: [Month]) -> BilingualText {
        let names = months.map(\.id)
        return BilingualText(
            ja: "目標年の\(names.joined(separator: "、"))の報告が足りず、見通しを示せません。未報告分を取り込んでください。",
            en: "No outlook: \(names.joined(separator: ", ")) of the goal's year lack reports. Load them.")
    }
}
