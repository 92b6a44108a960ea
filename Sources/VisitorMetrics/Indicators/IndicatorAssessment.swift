public import Languages
public import VisitorModel

/// How far an indicator has come, by rules that are stated wherever they were needed.
///
/// With baseline B, target T and actual A:
///
/// - Achievement is A ÷ T in per cent. Where smaller is better it is T ÷ A, so that 100 again means "there".
/// - Progress is (A − B) ÷ (T − B) in per cent, whichever of the two is larger. Without a baseline there is none; with
///   a baseline equal to the target there is no way to go, and only holding it counts.
/// - A count that adds up over the plan starts from nothing: A is the sum of the plan's years so far and B is 0,
///   whatever the plan names as the level of an earlier year.
/// - Expected progress is the straight line, elapsed years ÷ years from baseline to target; where the plan names no
///   year for its baseline, from the year before its first.
public struct IndicatorAssessment: Sendable, Hashable {
    /// The indicator.
    public let indicator: IndicatorDefinition
    /// The actual values, by year, the baseline not among them.
    public let actuals: [IndicatorActual]
    /// The latest year with a number; `nil` when no actual is reported.
    public let latest: IndicatorActual?
    /// A: the latest value, or the sum so far.
    public let value: ExactDecimal?
    /// Years of the plan before the latest that lack a value, so that a sum is a lower bound.
    public let missingYears: [Int]
    /// A ÷ T in per cent with one digit (T ÷ A where smaller is better).
    public let achievement: IndicatorValue
    /// (A − B) ÷ (T − B) in per cent with one digit.
    public let progress: IndicatorValue
    /// Where a straight line would be in the latest year, in per cent with one digit.
    public let expected: IndicatorValue
    /// The light.
    public let light: TrafficLight
    /// The rules that had to be applied, in words.
    public let rules: [BilingualText]

    /// Assesses an indicator.
    ///
    /// - Parameters:
    ///   - indicator: The indicator.
    ///   - actuals: Its actual values; those without a number are kept and not counted.
    ///   - planYears: The plan's first and last year.
    ///   - through: The last year looked at; `nil` for all.
    ///   - lights: When a light is green or amber.
    public init(
        of indicator: IndicatorDefinition, actuals: [IndicatorActual], planYears: ClosedRange<Int>? = nil,
        through: Int? = nil, lights: TrafficLightRule = TrafficLightRule()
    ) {
        let actuals = actuals.filter { through == nil || $0.year <= through ?? 0 }.sorted { $0.year < $1.year }
        let counted = actuals.filter { actual in
            actual.value.number != nil && (!indicator.isCumulative || planYears?.contains(actual.year) ?? true)
        }
        let latest = counted.last
        let value =
            indicator.isCumulative
            ? latest == nil ? nil : ExactDecimal.sum(of: counted.compactMap(\.value.number)) : latest?.value.number
        let measures = IndicatorMeasures(indicator, value: value, year: latest?.year, planYears: planYears)
        self.indicator = indicator
        self.actuals = actuals
        self.latest = latest
        self.value = value
        if indicator.isCumulative, let latest, let first = planYears?.lowerBound ?? counted.first?.year {
            missingYears = (first..<max(first, latest.year)).filter { year in !counted.contains { $0.year == year } }
        } else {
            missingYears = []
        }
        achievement = measures.achievement
        progress = measures.progress
        expected = measures.expected
        light = TrafficLight(measures, by: lights)
        rules = measures.rules
    }
}
