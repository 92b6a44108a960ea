import VisitorModel

extension MarketMix {
    /// The mix without the numbers of markets that are kept back, in this year or the one it is compared with.
    ///
    /// The total stays; a market whose own count or whose base is kept back loses its growth and contribution too, since
    /// either would give the other away.
    public func hiding(_ suppression: FigureSuppression) -> MarketMix {
        var mix = self
        mix.shares = shares.map { share in
            let isHidden = suppression.hides(share.figure)
            let baseIsHidden = share.growth.base.map(suppression.hides) ?? false
            guard isHidden || baseIsHidden else { return share }
            let current = suppression.applied(to: [share.figure])[0]
            let base = share.growth.base.map { suppression.applied(to: [$0])[0] }
            return MarketShare(
                market: share.market, figure: current, percentOfAll: isHidden ? nil : share.percentOfAll,
                percentOfKnown: isHidden ? nil : share.percentOfKnown, rank: isHidden ? nil : share.rank,
                growth: Growth(of: current, over: base), contribution: nil)
        }
        return mix
    }
}
