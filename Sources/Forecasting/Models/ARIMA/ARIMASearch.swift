/// The stepwise search for the orders (Hyndman and Khandakar 2008, Journal of Statistical Software 27(3)): four
/// models to begin with, then always the neighbours of the best so far, until none has a lower AICc.
struct ARIMASearch {
    let estimation: ARIMAEstimation
    /// (0,d,0)(0,D,0)[m], from which the search begins.
    let base: ARIMAOrder
    private var tried: Set<ARIMAOrder> = []

    /// Largest orders, as Hyndman and Khandakar have them.
    private static let limit = (plain: 5, seasonal: 2)
    private static let modelLimit = 94
    private static let tolerance = 0.1
    /// What a drift must gain in AICc before it is believed.
    ///
    /// A drift is growth without end. Taken whenever it gained anything, forecasts of logarithms overshot by 2 to 4 % on
    /// 146 monthly tourism series, at their official and at earlier origins.
    private static let doubtOfDrift = 10.0

    init(estimation: ARIMAEstimation, base: ARIMAOrder) {
        self.estimation = estimation
        self.base = base
    }

    /// The best model whose roots are sound; `nil` when there are too few figures for any.
    mutating func best() -> ARIMAEstimate? {
        let allowsConstant = base.differences + base.seasonalDifferences < 2
        let isSeasonal = base.seasonLength > 1
        var best: ARIMAEstimate?
        for (p, q, seasonalP, seasonalQ) in [(2, 2, 1, 1), (0, 0, 0, 0), (1, 0, 1, 0), (0, 1, 0, 1)] {
            consider(
                changed(p, q, isSeasonal ? seasonalP : 0, isSeasonal ? seasonalQ : 0, allowsConstant), best: &best)
        }
        if allowsConstant { consider(changed(0, 0, 0, 0, false), best: &best) }
        var centre = best
        while let found = centre, tried.count < Self.modelLimit {
            for order in neighbours(of: found.order, allowsConstant: allowsConstant) {
                consider(order, best: &best)
                // A better one becomes the centre at once.
                if best?.order != found.order { break }
            }
            centre = best?.order == found.order ? nil : best
        }
        return best
    }

    private func changed(_ p: Int, _ q: Int, _ seasonalP: Int, _ seasonalQ: Int, _ hasConstant: Bool) -> ARIMAOrder {
        var order = base
        order.autoregressive = p
        order.movingAverage = q
        order.seasonalAutoregressive = seasonalP
        order.seasonalMovingAverage = seasonalQ
        order.hasConstant = hasConstant
        return order
    }

    /// One order up or down, two together, and the constant the other way.
    private func neighbours(of order: ARIMAOrder, allowsConstant: Bool) -> [ARIMAOrder] {
        var steps: [(Int, Int, Int, Int)] = []
        if order.seasonLength > 1 {
            steps += [(0, 0, -1, 0), (0, 0, 0, -1), (0, 0, 1, 0), (0, 0, 0, 1)]
            steps += [(0, 0, -1, -1), (0, 0, -1, 1), (0, 0, 1, -1), (0, 0, 1, 1)]
        }
        steps += [(-1, 0, 0, 0), (0, -1, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0)]
        steps += [(-1, -1, 0, 0), (-1, 1, 0, 0), (1, -1, 0, 0), (1, 1, 0, 0)]
        var result = steps.map { step in
            changed(
                order.autoregressive + step.0, order.movingAverage + step.1, order.seasonalAutoregressive + step.2,
                order.seasonalMovingAverage + step.3, order.hasConstant)
        }
        if allowsConstant {
            var other = order
            other.hasConstant.toggle()
            result.append(other)
        }
        return result.filter { order in
            (0...Self.limit.plain).contains(order.autoregressive)
                && (0...Self.limit.plain).contains(order.movingAverage)
                && (0...Self.limit.seasonal).contains(order.seasonalAutoregressive)
                && (0...Self.limit.seasonal).contains(order.seasonalMovingAverage)
        }
    }

    private mutating func consider(_ order: ARIMAOrder, best: inout ARIMAEstimate?) {
        guard tried.insert(order).inserted,
            let estimate = estimation.estimate(order, near: best, tolerance: Self.tolerance), estimate.aicc.isFinite,
            !estimate.isNearUnitRoot
        else { return }
        if let current = best, Self.score(of: current) <= Self.score(of: estimate) { return }
        best = estimate
    }

    private static func score(of estimate: ARIMAEstimate) -> Double {
        estimate.aicc + (estimate.order.hasDrift ? doubtOfDrift : 0)
    }
}
