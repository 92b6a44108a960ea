public import VisitorModel

/// One market's counts here and in the whole of another source, month by month: its part per thousand.
///
/// `share = 1000 · Σ ours ÷ Σ theirs`, both over the months that both sides have in full. The two are counted by
/// different people in different ways (visits in a city, arrivals at the border), so its course means more than its level.
public struct ShareSeries: Sendable, Hashable {
    /// One month that both sides have in full.
    struct Pair: Sendable, Hashable {
        let ours: Figure
        let theirs: Figure
    }

    /// A share over some months.
    public struct Share: Sendable, Hashable {
        /// The months both sides have in full.
        public let months: [Month]
        /// Our counts in these months.
        public let ours: ExactDecimal
        /// Theirs in the same months.
        public let theirs: ExactDecimal
        /// `1000 · ours ÷ theirs`, in per mille with three digits, rounded half away from zero.
        public let perMille: ExactDecimal
    }

    /// A share against that of a base year over the same months of the year: 100 is the base.
    public struct Index: Sendable, Hashable {
        /// The share of the year.
        public let current: Share
        /// The share of the base year.
        public let base: Share
        /// `100 · (ours ÷ theirs) ÷ (ours ÷ theirs in the base year)`, with one digit.
        public let value: ExactDecimal
    }

    /// The market; `nil` for all together.
    public let market: String?
    private let pairs: [Month: Pair]

    init(market: String?, ours: [Figure], theirs: [Figure]) {
        self.market = market
        let theirs = Dictionary(theirs.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
        var pairs: [Month: Pair] = [:]
        for figure in ours where figure.wholeValue != nil {
            guard case .month(let month) = figure.period, let other = theirs[figure.period], other.wholeValue != nil
            else { continue }
            pairs[month] = Pair(ours: figure, theirs: other)
        }
        self.pairs = pairs
    }

    /// The share in a period; `nil` when no month of it is known on both sides, or nobody came to the whole.
    public func share(in period: Period) -> Share? { share(over: period.months) }

    /// The share of a year against that of a base year of the same kind, over the months of the year both have.
    public func index(of period: Period, to base: Period) -> Index? {
        guard period.kind == base.kind, period.months.count == base.months.count else { return nil }
        let both = zip(period.months, base.months).filter { pairs[$0] != nil && pairs[$1] != nil }
        guard let now = share(over: both.map(\.0)), let then = share(over: both.map(\.1)), then.ours != .zero,
            let above = now.ours.multiplied(by: then.theirs)?.multiplied(by: 100),
            let below = now.theirs.multiplied(by: then.ours), let value = above.divided(by: below, fractionDigits: 1)
        else { return nil }
        return Index(current: now, base: then, value: value)
    }

    /// The two figures of a month; `nil` when one side is not whole.
    func pair(in month: Month) -> Pair? { pairs[month] }

    private func share(over months: [Month]) -> Share? {
        let known = months.filter { pairs[$0] != nil }
        guard !known.isEmpty, let ours = ExactDecimal.sum(of: known.compactMap { pairs[$0]?.ours.value }),
            let theirs = ExactDecimal.sum(of: known.compactMap { pairs[$0]?.theirs.value }), theirs != .zero,
            let perMille = ours.multiplied(by: 1_000)?.divided(by: theirs, fractionDigits: 3)
        else { return nil }
        return Share(months: known, ours: ours, theirs: theirs, perMille: perMille)
    }
}
