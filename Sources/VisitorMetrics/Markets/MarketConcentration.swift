public import VisitorModel

/// How much inbound tourism hangs on few markets.
///
/// Over the named markets only: those whose origin nobody wrote down, and the lump of all others, are no markets; how
/// much they hold is said beside the numbers. Shares q(m) are of the named markets together.
public struct MarketConcentration: Sendable, Hashable {
    /// Named markets, those without visitors included.
    public let marketCount: Int
    /// Herfindahl-Hirschman index `Σ q²`, with four digits: 1 ÷ n when all are equal, 1 when one has all.
    public let herfindahl: ExactDecimal
    /// Gini coefficient `Σ(2i − n − 1)·x(i) ÷ (n·Σx)` with four digits: 0 when equal, 1 − 1/n when one has all.
    public let gini: ExactDecimal
    /// Per cent of all visitors who are in no named market, with one digit.
    public let percentUnnamed: ExactDecimal

    /// Measures a mix; `nil` when it is not whole, or no named market has visitors.
    public init?(of mix: MarketMix) {
        let named = mix.shares.filter { $0.market != MarketShare.unknownID && $0.market != MarketShare.otherID }
        let counts = named.compactMap(\.figure.value).sorted()
        let number = ExactDecimal(counts.count)
        let weighted = counts.enumerated().map { index, count in
            count.multiplied(by: ExactDecimal(2 * (index + 1) - counts.count - 1))
        }
        guard mix.isWhole, counts.count == named.count, let sum = ExactDecimal.sum(of: counts), sum > .zero,
            let squares = ExactDecimal.sum(of: counts.compactMap { $0.multiplied(by: $0) }),
            let squaredSum = sum.multiplied(by: sum), let scaledSum = sum.multiplied(by: number),
            let spread = ExactDecimal.sum(of: weighted.compactMap { $0 }), !weighted.contains(nil),
            let herfindahl = squares.divided(by: squaredSum, fractionDigits: 4),
            let gini = spread.divided(by: scaledSum, fractionDigits: 4),
            let percentUnnamed = mix.total.subtracting(sum)?.percent(of: mix.total, fractionDigits: 1)
        else { return nil }
        marketCount = counts.count
        self.herfindahl = herfindahl
        self.gini = gini
        self.percentUnnamed = percentUnnamed
    }
}

extension MarketMix {
    /// Markets that had nobody the year before and somebody now, both counted in full; the largest first.
    public var newMarkets: [MarketShare] {
        shares.filter { share in
            guard let now = share.figure.wholeValue, let before = share.growth.base?.wholeValue else { return false }
            return before == .zero && now > .zero
        }
    }

    /// Markets that had somebody the year before and nobody now, both counted in full.
    public var lostMarkets: [MarketShare] {
        shares.filter { share in
            guard let now = share.figure.wholeValue, let before = share.growth.base?.wholeValue else { return false }
            return before > .zero && now == .zero
        }
    }
}
