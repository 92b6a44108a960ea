public import VisitorModel

/// All markets of one period: shares, ranks, growth and what each adds to it.
///
/// Shares are rounded each by itself and need not add up to 100. Contributions are `(now − before) ÷ all before × 100`,
/// rounded by largest remainders so that they add up exactly to the rounded growth of all.
public struct MarketMix: Sendable, Hashable {
    /// The period.
    public let period: Period
    /// All markets added up, the unknown included.
    public let total: ExactDecimal
    /// The markets whose origin is known, added up.
    public let knownTotal: ExactDecimal
    /// The markets, the largest first, then those without a number; equal ones by identifier.
    public internal(set) var shares: [MarketShare]
    /// The growth of all markets together in per cent, or why there is none.
    public let growth: Result<ExactDecimal, GrowthRefusal>
    /// The releases the counts were taken from, in order of name; more than one makes shares doubtful.
    public let vintages: [String]
    /// Whether every count of every market is in; shares of a mix that is not whole are those of what is in.
    public let isWhole: Bool

    /// Draws up the mix of one period.
    ///
    /// - Parameters:
    ///   - figures: One figure a market, all of one period.
    ///   - base: One figure a market, of the same period a year before; a market it lacks has no rate.
    ///   - fractionDigits: How many digits of per cents and points are kept.
    /// - Returns: `nil` when there are no figures, or none of a market, or sums overflow.
    public init?(of figures: [Figure], over base: [Figure] = [], fractionDigits: Int = 1) {
        let figures = figures.filter { $0.segment.market != nil }
        guard let period = figures.first?.period, figures.allSatisfy({ $0.period == period }) else { return nil }
        guard let total = ExactDecimal.sum(of: figures.compactMap(\.value)),
            let knownTotal = ExactDecimal.sum(
                of: figures.filter { $0.segment.market != MarketShare.unknownID }.compactMap(\.value))
        else { return nil }
        let bases = figures.map { figure in base.first { $0.segment == figure.segment } }
        let growths = zip(figures, bases).map { Growth(of: $0, over: $1, fractionDigits: fractionDigits) }
        let extra = base.first { candidate in !figures.contains { $0.segment == candidate.segment } }
        let growth = Self.totalGrowth(growths, unmatched: extra, fractionDigits)
        let contributions = Self.contributions(growths, addingUpTo: growth, fractionDigits)
        let order = figures.indices.sorted { Self.isLarger(figures[$0], figures[$1]) }
        let ranked = figures.filter(\.isNamedMarket).compactMap(\.value)
        self.period = period
        self.total = total
        self.knownTotal = knownTotal
        self.growth = growth
        vintages = Set(figures.flatMap(\.vintages)).sorted()
        isWhole = figures.allSatisfy(\.coverage.isWhole)
        shares = order.map { index in
            let figure = figures[index]
            let market = figure.segment.market ?? MarketShare.unknownID
            let isKnown = market != MarketShare.unknownID
            return MarketShare(
                market: market, figure: figure,
                percentOfAll: figure.value?.percent(of: total, fractionDigits: fractionDigits),
                percentOfKnown: isKnown ? figure.value?.percent(of: knownTotal, fractionDigits: fractionDigits) : nil,
                rank: figure.isNamedMarket ? figure.value.map { value in ranked.count { value < $0 } + 1 } : nil,
                growth: growths[index], contribution: contributions?[index])
        }
    }

    private static func isLarger(_ left: Figure, _ right: Figure) -> Bool {
        switch (left.value, right.value) {
        case (let first?, let second?) where first != second: second < first
        case (_?, nil): true
        case (nil, _?): false
        default: left.segment.id < right.segment.id
        }
    }
}

extension MarketMix {
    /// The growth of all markets: refused for the first reason a market gives, but a market may start from zero.
    private static func totalGrowth(
        _ growths: [Growth], unmatched: Figure?, _ fractionDigits: Int
    ) -> Result<ExactDecimal, GrowthRefusal> {
        // A market that has gone from the list would make the rest look smaller than it was.
        if unmatched != nil { return .failure(.currentMissing) }
        for case .failure(let refusal) in growths.map(\.rate) where refusal != .baseZero { return .failure(refusal) }
        guard let before = ExactDecimal.sum(of: growths.compactMap(\.base?.value)),
            let now = ExactDecimal.sum(of: growths.compactMap(\.current.value))
        else { return .failure(.outOfRange) }
        return Growth.percentChange(from: before, to: now, fractionDigits)
    }

    private static func contributions(
        _ growths: [Growth], addingUpTo growth: Result<ExactDecimal, GrowthRefusal>, _ fractionDigits: Int
    ) -> [ExactDecimal]? {
        guard case .success(let total) = growth else { return nil }
        let changes = growths.compactMap { growth in
            growth.base?.value.flatMap { growth.current.value?.subtracting($0) }
        }
        guard changes.count == growths.count, let before = ExactDecimal.sum(of: growths.compactMap(\.base?.value)),
            let factor = Int128(percentFactorAt: fractionDigits)
        else { return nil }
        let digits = max(before.fractionDigits, changes.map(\.fractionDigits).max() ?? 0)
        guard digits <= LargestRemainder.mostFractionDigits else { return nil }
        let numerators = changes.map { $0.coefficient(atFractionDigits: digits) * factor }
        let rounded = LargestRemainder.round(
            numerators, over: before.coefficient(atFractionDigits: digits),
            toSum: total.coefficient(atFractionDigits: fractionDigits))
        let points = rounded?.compactMap { ExactDecimal(coefficient: $0, fractionDigits: fractionDigits) }
        return points?.count == growths.count ? points : nil
    }
}

extension Int128 {
    /// 100 for per cent, ten times that for each digit kept; `nil` beyond what keeps products in range.
    fileprivate init?(percentFactorAt fractionDigits: Int) {
        guard (0...6).contains(fractionDigits) else { return nil }
        self = (0..<fractionDigits).reduce(100) { factor, _ in factor * 10 }
    }
}

extension Figure {
    fileprivate var isNamedMarket: Bool {
        segment.market != MarketShare.unknownID && segment.market != MarketShare.otherID
    }
}
