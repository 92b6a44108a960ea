public import VisitorModel

/// The way from a baseline to a target, year by year.
public struct TargetPath: Sendable, Hashable {
    /// Baseline, target and their years.
    public let target: TargetDefinition

    /// Makes the path of a target.
    public init(to target: TargetDefinition) { self.target = target }

    /// Years from the baseline to the target.
    public var years: Int { target.targetYear - target.baselineYear }

    /// The value a straight line passes in a year: `B + (T − B) · t ÷ n`, with as many digits as baseline and target.
    public func straight(in year: Int) -> IndicatorValue {
        guard let baseline = target.baseline.number else { return .undefined(.baselineIsAbsent) }
        guard years > 0 else { return .undefined(.noYearsBetween) }
        let rise = target.target.subtracting(baseline)?
            .multiplied(by: ExactDecimal(year - target.baselineYear))
        // One division, of the whole sum, so that nothing is rounded twice.
        let total = rise.flatMap { rise in baseline.multiplied(by: ExactDecimal(years))?.adding(rise) }
        return IndicatorValue(
            total?.divided(by: ExactDecimal(years), fractionDigits: digits), otherwise: .tooManyDigits)
    }

    /// The value growth by one rate passes in a year: `B · (T ÷ B)^(t ÷ n)`.
    public func compound(in year: Int) -> IndicatorValue {
        compounding { baseline in
            CompoundGrowth.value(
                from: baseline, to: target.target, elapsed: year - target.baselineYear, years: years,
                fractionDigits: digits)
        }
    }

    /// The yearly rate in per cent that leads from the baseline to the target, with two digits.
    public var compoundRate: IndicatorValue {
        compounding { CompoundGrowth.rate(from: $0, to: target.target, years: years, fractionDigits: 2) }
    }

    private var digits: Int { max(target.baseline.number?.fractionDigits ?? 0, target.target.fractionDigits) }

    private func compounding(_ value: (ExactDecimal) -> ExactDecimal?) -> IndicatorValue {
        guard let baseline = target.baseline.number else { return .undefined(.baselineIsAbsent) }
        guard years > 0 else { return .undefined(.noYearsBetween) }
        guard baseline > .zero, target.target > .zero else { return .undefined(.baselineIsNotPositive) }
        return IndicatorValue(value(baseline), otherwise: .tooManyDigits)
    }
}
