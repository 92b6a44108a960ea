public import VisitorModel

/// A like-for-like comparison with equal calendars: what the days gave, and what is left.
///
/// Each month of the base is first brought to the days of its counterpart, `expected = then · D(now) ÷ D(then)`, with D
/// the weighted number of days. Then `calendar = Σ expected ÷ Σ then − 1`, `adjusted = Σ now ÷ Σ expected − 1`, and
/// `(1 + calendar)(1 + adjusted) = 1 + plain`. All in per cent with one digit.
public struct CalendarAdjustedComparison: Sendable, Hashable {
    /// One month with its days and those of its counterpart.
    public struct MonthLine: Sendable, Hashable {
        /// The later month.
        public let month: Month
        /// Its days.
        public let days: DayMix
        /// The days of its counterpart.
        public let daysBefore: DayMix
        /// The later count.
        public let now: ExactDecimal
        /// The earlier count.
        public let before: ExactDecimal
        /// The earlier count brought to the later month's days, in people with three digits.
        public let expected: ExactDecimal
    }

    /// The months compared, in order.
    public let months: [MonthLine]
    /// The growth as counted.
    public let plain: ExactDecimal
    /// What the calendar alone would have given.
    public let calendar: ExactDecimal
    /// The growth with equal calendars.
    public let adjusted: ExactDecimal

    /// Adjusts a comparison; `nil` when nothing is compared, the base is zero, or numbers are too long.
    public init?(of comparison: LikeForLike, weights: DayWeights) {
        var lines: [MonthLine] = []
        for pair in comparison.monthly {
            let (days, daysBefore) = (DayMix(of: pair.month), DayMix(of: pair.monthBefore))
            guard let weighted = weights.weightedDays(days), let weightedBefore = weights.weightedDays(daysBefore),
                let expected = pair.base.multiplied(by: weighted)?.divided(by: weightedBefore, fractionDigits: 3)
            else { return nil }
            lines.append(
                MonthLine(
                    month: pair.month, days: days, daysBefore: daysBefore, now: pair.current, before: pair.base,
                    expected: expected))
        }
        guard let expected = ExactDecimal.sum(of: lines.map(\.expected)),
            case .success(let plain) = Growth.percentChange(from: comparison.base, to: comparison.current, 1),
            case .success(let calendar) = Growth.percentChange(from: comparison.base, to: expected, 1),
            case .success(let adjusted) = Growth.percentChange(from: expected, to: comparison.current, 1)
        else { return nil }
        months = lines
        self.plain = plain
        self.calendar = calendar
        self.adjusted = adjusted
    }
}
