public import Forecasting
public import VisitorMetrics
public import VisitorModel

/// What the reports that are missing could change about the end of a goal's year.
///
/// Each missing report has a range from its place's own past, see ``UsualRange``. The forecast is made again with the
/// report at either end of it: the month then counts in the year, where it belongs to it, and the models learn it.
public struct MissingEffects: Sendable, Hashable {
    /// Where the year would end.
    public struct End: Sendable, Hashable {
        /// The middle of the futures.
        public var median: Int
        /// The chance of the goal.
        public var chance: Chance
    }

    /// One missing report.
    public struct Effect: Sendable, Hashable {
        /// What it usually is.
        public var usual: UsualRange
        /// The year's end with it at the low end, all others in their middle; `nil` where that was not worked out.
        public var atLow: End?
        /// The same with it at the high end.
        public var atHigh: End?

        /// How far apart the two ends are.
        public var width: Int { atLow.flatMap { low in atHigh.map { abs($0.median - low.median) } } ?? 0 }
    }

    /// How many counts the forecast rests on.
    public var reported: Int
    /// How many it should rest on.
    public var expected: Int
    /// The missing reports with a past, those that move the end most first.
    public var effects: [Effect]
    /// The missing reports without one: nothing is known of what they could change.
    public var withoutPast: [MissingReport]
    /// The year's end with all of them at their low end; `nil` where it cannot be said.
    public var low: End?
    /// The year's end with all of them at their high end.
    public var high: End?
    /// Whether they decide: the middle of the futures reaches the goal with some of these counts and not with others.
    public var decide: Bool
}

extension LedgerView {
    /// So many missing reports are looked at one by one, the latest first; the rest only together with them.
    private static let effectsLimit = 8

    /// What missing reports could change; `nil` when none is missing.
    public func missingEffects(
        on outlook: YearOutlook, by definition: MetricDefinition
    ) -> MissingEffects? {
        let months = outlook.input.entries
        let grain: FigureQuery.Grain = outlook.year.kind == .fiscalYear ? .fiscalYear : .calendarYear
        let years = figures(of: definition, by: grain)
        let missing = years.flatMap(\.coverage.missing)
        guard !missing.isEmpty, let first = months.first?.month else { return nil }
        let known = years.compactMap(\.range)
        let usual = known.flatMap(\.parts).filter { $0.missing.month >= first }
        let withPast = Set(usual.map(\.missing))
        let withoutPast = missing.filter { !withPast.contains($0) }
        let coverage = years.map(\.coverage)
        var result = MissingEffects(
            reported: coverage.reduce(0) { $0 + $1.reported },
            expected: coverage.reduce(0) { $0 + $1.reported + $1.missing.count },
            effects: usual.map { MissingEffects.Effect(usual: $0) }, withoutPast: withoutPast, low: nil, high: nil,
            decide: false)
        // A month with a report that nothing is known of cannot be made whole.
        let hopeless = Set(withoutPast.map(\.month))
        let parts = Dictionary(grouping: usual.filter { !hopeless.contains($0.missing.month) }, by: \.missing.month)
        guard !parts.isEmpty else { return result }
        func end(_ choose: (UsualRange) -> ExactDecimal) -> MissingEffects.End? {
            self.end(outlook, definition, filling: parts.mapValues { $0.reduce(0.0) { $0 + choose($1).approximate } })
        }
        result.low = end(\.low)
        result.high = end(\.high)
        let latest = result.effects.indices.sorted {
            result.effects[$0].usual.missing.month > result.effects[$1].usual.missing.month
        }
        for index in latest.prefix(Self.effectsLimit) {
            let report = result.effects[index].usual.missing
            guard !hopeless.contains(report.month) else { continue }
            result.effects[index].atLow = end { $0.missing == report ? $0.low : $0.middle }
            result.effects[index].atHigh = end { $0.missing == report ? $0.high : $0.middle }
        }
        result.effects = result.effects.enumerated().sorted {
            ($1.element.width, $0.offset) < ($0.element.width, $1.offset)
        }.map(\.element)
        if let low = result.low, let high = result.high {
            let ends = [low.median, high.median]
            result.decide = ends.contains { $0 < outlook.goal } && ends.contains { $0 >= outlook.goal }
        }
        return result
    }

    /// The year's end with some months made whole.
    ///
    /// - Parameter filling: What is added to the counts of each month.
    private func end(
        _ outlook: YearOutlook, _ definition: MetricDefinition, filling: [Month: Double]
    ) -> MissingEffects.End? {
        var (input, known) = (outlook.input, outlook.known)
        let first = outlook.year.firstMonth
        for (month, added) in filling {
            guard let index = input.entries.firstIndex(where: { $0.month == month }) else { continue }
            let counted = input.entries[index].value.flatMap { ExactDecimal($0)?.approximate } ?? 0
            let total = counted + added
            input.entries[index].lesson = figures.changes.lesson(
                from: total, of: definition.measure, at: definition.cut.members, in: month)
            input.entries[index].value = "\(total)"
            input.entries[index].status = .estimated
            if month >= first, known.indices.contains(first.distance(to: month)) {
                known[first.distance(to: month)] = total
            }
        }
        let sum = known.reduce(0, +)
        let spread = outlook.record.spreadFactor
        // What the end depends on beside the past.
        input.series += ["end", outlook.year.id, "\(outlook.goal)", "\(sum)", "\(spread)"]
        let forecast = try? shelf.forecast(of: input) { input throws(ForecastingError) in
            try EndForecast(input, goal: outlook.goal, known: sum, ahead: outlook.monthsLeft.count, spread: spread)
        }
        return forecast.map {
            MissingEffects.End(
                median: Int($0.median.rounded()), chance: Chance(reached: $0.reached, of: input.pathCount))
        }
    }
}
