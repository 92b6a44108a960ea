import Languages
import VisitorModel

/// The numbers of an assessment, with the rules that were needed to get them.
struct IndicatorMeasures {
    let indicator: IndicatorDefinition
    let value: ExactDecimal?
    let target: ExactDecimal?
    let achievement: IndicatorValue
    let progress: IndicatorValue
    let expected: IndicatorValue
    let rules: [BilingualText]
    /// Whether the target is reached; `nil` without a value or target.
    let isMet: Bool?
    /// Whether baseline and target are equal, so that only holding the level counts.
    let isHolding: Bool
    /// Whether the latest year is the target's year or later.
    let isDue: Bool

    init(_ indicator: IndicatorDefinition, value: ExactDecimal?, year: Int?, planYears: ClosedRange<Int>?) {
        let final = indicator.finalTarget
        let target = final?.value
        var rules: [BilingualText] = []
        let baseline: ExactDecimal? = indicator.isCumulative ? .zero : indicator.baseline?.value.number
        let isHolding = baseline != nil && baseline == target
        self.indicator = indicator
        self.value = value
        self.target = target
        self.isHolding = isHolding
        isMet = value.flatMap { value in
            target.map { indicator.direction == .higher ? value >= $0 : value <= $0 }
        }
        isDue = year.flatMap { year in final.map { year >= $0.year } } ?? false
        achievement = Self.needing(value, target) { value, target in
            let (part, whole) = indicator.direction == .higher ? (value, target) : (target, value)
            if whole == .zero { return .undefined(.divisorIsZero) }
            return IndicatorValue(part.percent(of: whole, fractionDigits: 1), otherwise: .tooManyDigits)
        }
        progress = Self.needing(value, target) { value, target in
            guard let baseline else { return .undefined(.baselineIsAbsent) }
            if isHolding { return .undefined(.onlyHolding) }
            let way = target.subtracting(baseline)
            let share = way.flatMap { value.subtracting(baseline)?.percent(of: $0, fractionDigits: 1) }
            return IndicatorValue(share, otherwise: .tooManyDigits)
        }
        let planStart = planYears.map { $0.lowerBound - 1 }
        let start = indicator.isCumulative ? planStart : indicator.baseline.flatMap { $0.year ?? planStart }
        expected = Self.expected(in: year, from: start, to: final?.year)
        if indicator.direction == .lower { rules.append(.smallerIsBetter) }
        if indicator.isCumulative {
            rules.append(indicator.baseline == nil ? .cumulative : .cumulativeWithBaseline)
        } else if indicator.baseline == nil {
            rules.append(.withoutBaseline)
        } else if isHolding {
            rules.append(.onlyHolding)
        } else if indicator.baseline?.year == nil, planStart != nil {
            rules.append(.baselineYearUnknown)
        }
        self.rules = rules
    }

    private static func needing(
        _ value: ExactDecimal?, _ target: ExactDecimal?, _ measure: (ExactDecimal, ExactDecimal) -> IndicatorValue
    ) -> IndicatorValue {
        guard let target else { return .undefined(.noTargetSet) }
        guard let value else { return .undefined(.noActual) }
        return measure(value, target)
    }

    private static func expected(in year: Int?, from start: Int?, to end: Int?) -> IndicatorValue {
        guard let end else { return .undefined(.noTargetSet) }
        guard let year else { return .undefined(.noActual) }
        guard let start else { return .undefined(.baselineIsAbsent) }
        guard end > start else { return .undefined(.noYearsBetween) }
        let elapsed = min(max(0, year - start), end - start)
        return IndicatorValue(
            ExactDecimal(elapsed).percent(of: ExactDecimal(end - start), fractionDigits: 1), otherwise: .tooManyDigits)
    }
}
