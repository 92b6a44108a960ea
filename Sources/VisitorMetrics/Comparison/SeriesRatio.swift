public import VisitorModel

/// Two sources set beside each other as a ratio over time, never on one axis as one thing.
///
/// The ratio itself means little, since the two count different things. That it holds still is what tells that neither
/// has changed its ways: `drift = r(t) ÷ median of earlier r − 1`.
public struct SeriesRatio: Sendable, Hashable {
    /// One period that both sources have in full.
    public struct Point: Sendable, Hashable {
        /// The period.
        public let period: Period
        /// One's own figure.
        public let own: Figure
        /// The other source's.
        public let other: Figure
        /// own ÷ other, with five digits.
        public let ratio: ExactDecimal
        /// The median of the earlier ratios it is held against; `nil` before there are enough.
        public let median: ExactDecimal?
        /// Against that median in per cent, with one digit; `nil` before there are enough.
        public let drift: ExactDecimal?
        /// Whether the drift is beyond the limit.
        public let isAlarm: Bool
    }

    /// The periods, in order.
    public let points: [Point]
    /// The limit in per cent.
    public let limit: ExactDecimal
    /// How many earlier ratios make a median.
    public let history: Int

    /// How many earlier ratios make a median worth comparing with, unless a rule says otherwise.
    public static let leastHistory = 3

    /// Sets two series beside each other.
    ///
    /// - Parameters:
    ///   - own: Figures of one's own total.
    ///   - other: Figures of the other source, for the same kind of period.
    ///   - limit: How far in per cent the ratio may move from the median of the earlier ones.
    ///   - history: How many earlier ratios make a median.
    public init(of own: [Figure], to other: [Figure], limit: ExactDecimal = 15, history: Int = leastHistory) {
        let others = Dictionary(other.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
        var points: [Point] = []
        for figure in own.sorted(by: { $0.period < $1.period }) {
            guard let value = figure.wholeValue, let counterpart = others[figure.period],
                let divisor = counterpart.wholeValue, let ratio = value.divided(by: divisor, fractionDigits: 5)
            else { continue }
            let comparable = points.filter { $0.isComparable(with: figure, counterpart) }
            let median = Self.median(comparable.map(\.ratio), atLeast: max(history, 1))
            let drift = median.flatMap { ratio.subtracting($0)?.percent(of: $0, fractionDigits: 1) }
            points.append(
                Point(
                    period: figure.period, own: figure, other: counterpart, ratio: ratio, median: median, drift: drift,
                    isAlarm: drift.map { $0.magnitude > limit } ?? false))
        }
        self.points = points
        self.limit = limit
        self.history = history
    }

    private static func median(_ ratios: [ExactDecimal], atLeast least: Int) -> ExactDecimal? {
        guard ratios.count >= least else { return nil }
        let sorted = ratios.sorted()
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return sorted[middle] }
        return sorted[middle - 1].adding(sorted[middle])?.divided(by: 2, fractionDigits: 6)
    }
}

extension SeriesRatio.Point {
    /// Part of a year is held against the same part of other years, since seasons differ between sources; and only
    /// ratios between the same releases are, since a release is a way of counting.
    fileprivate func isComparable(with own: Figure, _ other: Figure) -> Bool {
        let isSeasonal = own.period.months.count < 12
        let sameSeason = !isSeasonal || period.firstMonth.number == own.period.firstMonth.number
        return sameSeason && self.own.vintages == own.vintages && self.other.vintages == other.vintages
    }
}
