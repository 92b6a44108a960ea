public import VisitorModel

/// One year on the way to a target.
public struct TargetYear: Sendable, Hashable {
    /// The year, calendar or fiscal.
    public let period: Period
    /// The year's figure, if one was drawn up.
    public let figure: Figure?
    /// The value that counts: of a whole figure; in the baseline's year else the baseline as published.
    public let actual: ExactDecimal?
    /// Where a straight line would be.
    public let straightPath: IndicatorValue
    /// Where growth by one rate would be.
    public let compoundPath: IndicatorValue
    /// A ÷ T in per cent. It says nothing about the way made: the baseline itself has a rate.
    public let achievement: IndicatorValue
    /// (A − B) ÷ (T − B) in per cent: 0 at the baseline, 100 at the target, whichever lies higher.
    public let progress: IndicatorValue
    /// T − A: what is lacking; below zero when a higher target is passed.
    public let gap: IndicatorValue
    /// A minus the straight line: above zero when a rising value is ahead of it.
    public let paceGap: IndicatorValue

    init(_ period: Period, number year: Int, figure: Figure?, path: TargetPath) {
        let target = path.target
        let baseline = target.baseline.number
        let straight = path.straight(in: year)
        let actual = figure?.wholeValue ?? (year == target.baselineYear ? baseline : nil)
        self.period = period
        self.figure = figure
        self.actual = actual
        straightPath = straight
        compoundPath = path.compound(in: year)
        achievement = Self.from(actual) { value in
            if target.target == .zero { return .undefined(.targetIsZero) }
            return IndicatorValue(value.percent(of: target.target, fractionDigits: 1), otherwise: .tooManyDigits)
        }
        progress = Self.from(actual) { value in
            guard let baseline else { return .undefined(.baselineIsAbsent) }
            guard baseline != target.target else { return .undefined(.targetEqualsBaseline) }
            let way = target.target.subtracting(baseline)
            let made = value.subtracting(baseline)
            let share = way.flatMap { made?.percent(of: $0, fractionDigits: 1) }
            return IndicatorValue(share, otherwise: .tooManyDigits)
        }
        gap = Self.from(actual) { IndicatorValue(target.target.subtracting($0), otherwise: .tooManyDigits) }
        paceGap = Self.from(actual) { value in
            guard let expected = straight.number else { return straight }
            return IndicatorValue(value.subtracting(expected), otherwise: .tooManyDigits)
        }
    }

    private static func from(
        _ actual: ExactDecimal?, _ indicator: (ExactDecimal) -> IndicatorValue
    ) -> IndicatorValue {
        actual.map(indicator) ?? .undefined(.noWholeValue)
    }
}
