public import Languages
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
        /// own ÷ other, with three digits.
        public let ratio: ExactDecimal
        /// Against the median of the earlier ratios in per cent, with one digit; `nil` before there are enough.
        public let drift: ExactDecimal?
        /// Whether the drift is beyond the limit.
        public let isAlarm: Bool
    }

    /// The periods, in order.
    public let points: [Point]
    /// The limit in per cent.
    public let limit: ExactDecimal

    /// How many earlier ratios make a median worth comparing with.
    public static let leastHistory = 3

    /// Sets two series beside each other.
    ///
    /// - Parameters:
    ///   - own: Figures of one's own total.
    ///   - other: Figures of the other source, for the same kind of period.
    ///   - limit: How far in per cent the ratio may move from the median of the earlier ones.
    public init(of own: [Figure], to other: [Figure], limit: ExactDecimal = 15) {
        let others = Dictionary(other.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
        var points: [Point] = []
        for figure in own.sorted(by: { $0.period < $1.period }) {
            guard let value = figure.wholeValue, let counterpart = others[figure.period]?.wholeValue,
                let ratio = value.divided(by: counterpart, fractionDigits: 3)
            else { continue }
            // A month is held against the same month of other years, since seasons differ between sources.
            let comparable = points.filter { point in
                figure.period.kind != .month || point.period.firstMonth.number == figure.period.firstMonth.number
            }
            let drift = Self.median(comparable.map(\.ratio)).flatMap { median in
                ratio.subtracting(median)?.percent(of: median, fractionDigits: 1)
            }
            points.append(
                Point(
                    period: figure.period, ratio: ratio, drift: drift,
                    isAlarm: drift.map { $0.magnitude > limit } ?? false))
        }
        self.points = points
        self.limit = limit
    }

    private static func median(_ ratios: [ExactDecimal]) -> ExactDecimal? {
        guard ratios.count >= leastHistory else { return nil }
        let sorted = ratios.sorted()
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return sorted[middle] }
        return sorted[middle - 1].adding(sorted[middle])?.divided(by: 2, fractionDigits: 4)
    }
}

extension SeriesRatio.Point {
    /// The alarm in words; `nil` without one.
    public func warning(own: BilingualText, other: BilingualText) -> BilingualText? {
        guard isAlarm, let drift else { return nil }
        let sign = drift.isNegative ? "−" : "+"
        let size = sign + drift.magnitude.grouped
        return BilingualText(
            ja:
                "\(period.label.ja)の「\(own.ja)」÷「\(other.ja)」は\(ratio)で、これまでの中央値から\(size)%離れています。どちらかの数え方が変わっていないか確かめてください。",
            en:
                "\(period.label.en): \(own.en) over \(other.en) is \(ratio), \(size) % off the earlier median. Check whether either has changed its way of counting."
        )
    }
}
