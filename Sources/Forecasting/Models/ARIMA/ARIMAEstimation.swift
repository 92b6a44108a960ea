import Foundation

/// One model of the search, estimated.
struct ARIMAEstimate {
    var order: ARIMAOrder
    /// The free numbers at the optimum.
    var point: [Double]
    /// Akaike's criterion, corrected for few figures.
    var aicc: Double
    /// Whether a root lies so near the unit circle that another number of differences was meant.
    var isNearUnitRoot: Bool
}

/// Maximum likelihood for one order.
struct ARIMAEstimation {
    let samples: [Double]
    let bridged: [Double]

    /// Estimates a model; `nil` when there are too few figures for it.
    ///
    /// - Parameters:
    ///   - order: The orders.
    ///   - neighbour: A model already estimated, whose numbers are where to start from; without one it is the least
    ///     conditional sum of squares.
    ///   - tolerance: What an iteration must gain in -2 log L to go on.
    func estimate(_ order: ARIMAOrder, near neighbour: ARIMAEstimate?, tolerance: Double) -> ARIMAEstimate? {
        let likelihood = ARIMALikelihood(order: order, samples: samples, bridged: bridged)
        let count = Double(likelihood.effectiveCount)
        let parameters = Double(order.parameterCount)
        guard count > parameters + 1 else { return nil }
        var point = [Double](repeating: 0, count: order.coefficientCount)
        if !point.isEmpty {
            if let neighbour {
                point = Self.point(neighbour, for: order)
            } else {
                _ = Self.minimise(&point, tolerance: 0.5, limit: 20) {
                    likelihood.objective(at: $0, isConditional: true)
                }
                for index in point.indices { point[index] = min(max(point[index], -3), 3) }
            }
            let value = Self.minimise(&point, tolerance: tolerance, limit: 40) { likelihood.objective(at: $0) }
            guard value.isFinite else { return nil }
        }
        guard let outcome = likelihood.outcome(at: point) else { return nil }
        return ARIMAEstimate(
            order: order, point: point,
            aicc: outcome.objective + 2 * parameters + 2 * parameters * (parameters + 1) / (count - parameters - 1),
            isNearUnitRoot: Self.isNearUnitRoot(order, point: point))
    }

    /// A neighbour's numbers where the orders have them, zero elsewhere.
    private static func point(_ neighbour: ARIMAEstimate, for order: ARIMAOrder) -> [Double] {
        let old = neighbour.order
        let counts = [
            (old.autoregressive, order.autoregressive), (old.movingAverage, order.movingAverage),
            (old.seasonalAutoregressive, order.seasonalAutoregressive),
            (old.seasonalMovingAverage, order.seasonalMovingAverage),
        ]
        var point: [Double] = []
        var taken = 0
        for (had, wants) in counts {
            let own = neighbour.point[taken..<(taken + had)].prefix(wants).map { min(max($0, -3), 3) }
            point += own + [Double](repeating: 0.05, count: wants - own.count)
            taken += had
        }
        return point
    }

    /// Whether a root of one of the four polynomials, in its own variable, has a modulus under 1.01.
    private static func isNearUnitRoot(_ order: ARIMAOrder, point: [Double]) -> Bool {
        var taken = 0
        for count in [
            order.autoregressive, order.movingAverage, order.seasonalAutoregressive, order.seasonalMovingAverage,
        ] {
            var coefficients = PartialAutocorrelations.coefficients(
                point[taken..<(taken + count)].map(PartialAutocorrelations.bounded))
            taken += count
            // Roots of modulus over 1.01 are those over 1 of the polynomial in 1.01 z.
            for index in coefficients.indices { coefficients[index] *= pow(1.01, Double(index + 1)) }
            if PartialAutocorrelations.orders(coefficients) == nil { return true }
        }
        return false
    }

    /// The quasi-Newton search with derivatives by differences: a function of up to eight numbers, cheap enough.
    private static func minimise(
        _ point: inout [Double], tolerance: Double, limit: Int, of function: ([Double]) -> Double
    ) -> Double {
        let search = QuasiNewton(tolerance: tolerance, evaluationLimit: limit)
        return search.minimise(&point, scales: point.map { _ in 0.3 }) { place, gradient in
            let value = function(place)
            guard value.isFinite else { return .infinity }
            var moved = place
            for index in place.indices {
                let step = 1e-4 * max(1, abs(place[index]))
                moved[index] = place[index] + step
                let up = function(moved)
                moved[index] = place[index] - step
                gradient[index] = up.isFinite ? (up - value) / step : (value - function(moved)) / step
                moved[index] = place[index]
                if !gradient[index].isFinite { return .infinity }
            }
            return value
        }
    }
}
