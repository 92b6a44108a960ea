import Foundation

/// Fitted models that answer together.
///
/// A path of the combination is the mean of its members' paths under the same surprises, so that its quantiles are
/// about the means of the members' quantiles ("Vincentisation"), for single periods and for totals alike. As the
/// members do not err in step, the mean errs less than they do; how much less is seen in their past errors.
struct FittedCombination: FittedForecaster {
    let members: [any FittedForecaster]
    /// The members' weights, which add up to 1.
    let weights: [Double]
    /// What every surprise is multiplied by.
    let spread: Double
    let errors: [Double?]

    /// Puts models together.
    ///
    /// - Parameters:
    ///   - halfLife: The age, in periods, at which a past error counts half.
    ///   - spreadCalibration: A further factor from the record of past forecasts.
    init(members: [any FittedForecaster], weights: [Double], halfLife: Double, spreadCalibration: Double) {
        self.members = members
        self.weights = weights
        errors = Self.meanErrors(members.map(\.errors), weights: weights)
        let own = zip(members, weights).reduce(0) { $0 + $1.1 * Self.size(of: $1.0.errors, halfLife: halfLife) }
        let agreement = own > 0 ? min(Self.size(of: errors, halfLife: halfLife) / own, 1) : 1
        spread = agreement * spreadCalibration
    }

    var form: String { members.map(\.form).joined(separator: " + ") }

    func pointForecast(horizon: Int) -> [Double] {
        weighted(members.map { $0.pointForecast(horizon: horizon) })
    }

    func paths(shocks: Shocks) -> SamplePaths {
        let scaled = shocks.scaled(by: spread)
        let values = weighted(members.map { $0.paths(shocks: scaled).values })
        return SamplePaths(count: shocks.count, horizon: shocks.horizon, values: values)
    }

    private func weighted(_ rows: [[Double]]) -> [Double] {
        guard var sums = rows.first else { return [] }
        for index in sums.indices { sums[index] *= weights[0] }
        for (row, weight) in zip(rows, weights).dropFirst() {
            for index in sums.indices { sums[index] += weight * row[index] }
        }
        return sums
    }

    private static func meanErrors(_ all: [[Double?]], weights: [Double]) -> [Double?] {
        (0..<(all.first?.count ?? 0)).map { index in
            var sum = 0.0
            for (errors, weight) in zip(all, weights) {
                guard let error = errors[index] else { return nil }
                sum += weight * error
            }
            return sum
        }
    }

    /// The root mean square of errors, recent ones counting more.
    private static func size(of errors: [Double?], halfLife: Double) -> Double {
        let decay = pow(0.5, 1 / halfLife)
        var weight = 1.0
        var (sum, total) = (0.0, 0.0)
        for error in errors.reversed() {
            if let error {
                sum += weight * error * error
                total += weight
            }
            weight *= decay
        }
        return total > 0 ? (sum / total).squareRoot() : 0
    }
}
