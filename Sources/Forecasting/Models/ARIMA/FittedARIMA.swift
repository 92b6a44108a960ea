import Foundation

/// A seasonal ARIMA model at the end of its series.
public struct FittedARIMA: FittedForecaster {
    /// The orders.
    public let order: ARIMAOrder
    /// The logarithm of the likelihood of the differenced series, on logarithms or whatever scale the model sees.
    public let logLikelihood: Double
    /// The surprises' variance on that scale, by maximum likelihood.
    public let variance: Double
    public let form: String
    public let errors: [Double?]

    let coefficients: ARMACoefficients
    private let differencing: Differencing
    private let outcome: ARIMALikelihood.Outcome
    private let mean: Double
    private let unit: Double
    private let scale: MeasuringScale
    private let spread: ErrorSpread
    private let floorsAtZero: Bool

    init(
        order: ARIMAOrder, coefficients: ARMACoefficients, outcome: ARIMALikelihood.Outcome, count: Int,
        differencing: Differencing, mean: Double, unit: Double, scale: MeasuringScale, series: [Double], begin: Int,
        seasonLength: Int, floorsAtZero: Bool
    ) {
        self.order = order
        self.coefficients = coefficients
        self.differencing = differencing
        self.outcome = outcome
        self.mean = mean
        self.unit = unit
        self.scale = scale
        self.floorsAtZero = floorsAtZero
        form = order.description + scale.suffix
        // Where no figure was known there is no error, whatever the model would have put there.
        let surprises = zip(outcome.surprises, series[begin...]).map { $1.isNaN ? .nan : unit * $0 }
        errors =
            (0..<begin).map { _ in nil }
            + zip(surprises, series[begin...]).map { surprise, figure in
                surprise.isNaN ? nil : figure - scale.figure(scale(figure) - surprise)
            }
        let expected = zip(surprises, series[begin...]).map { scale($1) - $0 }
        spread = ErrorSpread(
            errors: surprises, expected: expected, parameterCount: order.parameterCount - 1,
            halfLife: ErrorSpread.halfLife(seasonLength: seasonLength),
            allowsGrowth: scale == .plain && floorsAtZero)
        variance = unit * unit * outcome.variance
        // From centred and scaled figures back to the model's own: a density per unit.
        logLikelihood = -0.5 * outcome.objective - Double(count) * log(unit)
    }

    public func pointForecast(horizon: Int) -> [Double] {
        measured(horizon: horizon).map(figure)
    }

    public func paths(shocks: Shocks) -> SamplePaths {
        let count = shocks.count
        let middle = measured(horizon: shocks.horizon)
        let responses = coefficients.responses(count: shocks.horizon, differences: differencing.coefficients)
        var surprises = [Double](repeating: 0, count: count * shocks.horizon)
        var values = surprises
        var row = [Double](repeating: 0, count: count)
        for step in 0..<shocks.horizon {
            for path in 0..<count { row[path] = middle[step] }
            // What the surprises so far have moved, by the model's response to each.
            for earlier in 0..<step where responses[step - earlier] != 0 {
                let response = responses[step - earlier]
                let base = earlier * count
                for path in 0..<count { row[path] += response * surprises[base + path] }
            }
            let base = step * count
            for path in 0..<count {
                let surprise = spread.deviation(at: row[path]) * shocks.values[base + path]
                surprises[base + path] = surprise
                values[base + path] = figure(row[path] + surprise)
            }
        }
        return SamplePaths(count: count, horizon: shocks.horizon, values: values)
    }

    /// The forecast on the scale the model sees.
    private func measured(horizon: Int) -> [Double] {
        let stationary = outcome.whitening.forecast(from: outcome.state, horizon: horizon)
        let continued = differencing.continued(
            outcome.completed, differences: stationary.map { $0 + outcome.constant })
        return continued.map { mean + unit * $0 }
    }

    private func figure(_ value: Double) -> Double {
        let figure = scale.figure(value)
        return floorsAtZero ? max(figure, 0) : figure
    }
}
