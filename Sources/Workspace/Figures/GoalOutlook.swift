public import Forecasting
public import Languages
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
    /// Months with declared events; the models skip them, or learn them without the event's visitors where these were
    /// counted.
    public var eventMonths: [Month]
    /// Months in which places were closed once: the models learn them as if these had been open, or not at all.
    public var closedMonths: [Month]
    /// Months in which nobody came, unlike other years, and nothing declared says why; the models skip them.
    public var zeroMonths: [Month]
    /// The first month the models learn from, where a declared break keeps earlier ones out.
    public var learntSince: Month?
    /// What earlier forecasts of the same span were worth.
    public var record: CalibrationRecord
    /// The models, in their authors' notation.
    public var form: String
    /// Everything the forecast was worked out from.
    var input: ForecastInput
    /// The futures of the months still to come.
    var paths: SamplePaths
    /// The counts of the year's months that are known.
    var known: [Double]
    /// Last year's counts of the months still to come.
    var lastYear: [Double?]

    /// The SHA-256 of everything the forecast was worked out from.
    public var inputHash: String { input.hash }

    /// The same year judged by other futures, such as those under an assumption.
    func verdict(on paths: SamplePaths) -> YearVerdict {
        YearVerdict(goal: goal, known: known, paths: paths, remaining: monthsLeft.count, lastYear: lastYear)
    }

    /// The first month from which no future seen reaches the goal any more, if the months before go as expected.
    public var outOfReachFrom: Month? { verdict.firstOutOfReach.map { monthsLeft[$0] } }
}

extension LedgerView {
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
        let members = definition.cut.members
        let counts = MonthCounts(months, of: definition, in: self)
        let since = figures.changes.learnableSince(of: definition.measure, at: members).flatMap {
            $0 > first && $0 <= last ? $0 : nil
        }
        let left = (1...last.distance(to: end)).map { last.advanced(by: $0) }
        guard left.count <= Self.monthsAheadLimit else { return .refused(.tooFarAhead(left.count)) }

        let inYear = left.filter { year.months.contains($0) }
        let known = year.months.filter { $0 <= last }
        let lacking = known.filter { counts.usable[$0] == nil }
        guard lacking.isEmpty else { return .refused(.knownMonthsLacking(lacking)) }
        let input = ForecastInput(
            of: [definition.id, "*"], figures: months, in: first...last, lessons: counts.learnt,
            changes: figures.changes.canonical(of: definition.measure, at: members), horizon: left.count,
            span: min(left.count, 12))
        do throws(ForecastingError) {
            let forecast = try shelf.forecast(of: input) { input throws(ForecastingError) in try WholeForecast(input) }
            let paths = forecast.paths.dropping(left.count - inYear.count)
            let knownCounts = known.compactMap { counts.usable[$0] }
            // Months on the other side of a break are no measure of growth.
            let lastYear = inYear.map { month in
                let before = month.advanced(by: -12)
                return since.map { before < $0 } == true ? nil : counts.usable[before]
            }
            let verdict = YearVerdict(
                goal: goal, known: knownCounts, paths: paths, remaining: inYear.count, lastYear: lastYear)
            return .outlook(
                YearOutlook(
                    year: year, goal: goal, verdict: verdict, monthsLeft: inYear, lastMonth: last,
                    filledMonths: counts.filled.filter { $0.advanced(by: 24) > last }, skippedMonths: counts.filled,
                    eventMonths: figures.changes.eventMonths(
                        of: definition.measure, at: members, among: counts.whole.keys.sorted()),
                    closedMonths: counts.closed, zeroMonths: counts.zeros, learntSince: since,
                    record: forecast.record, form: forecast.form, input: input, paths: paths, known: knownCounts,
                    lastYear: lastYear))
        } catch {
            return .refused(error.explanation)
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
