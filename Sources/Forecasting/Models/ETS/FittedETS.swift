import Foundation

/// A form of exponential smoothing with its parameters and its state after the last period.
public struct FittedETS: FittedForecaster {
    /// The form chosen.
    public let etsForm: ETSForm
    /// Akaike's criterion, corrected for short series, in the units of the series.
    public let aicc: Double
    /// -2 log L without its constant (Hyndman, Koehler, Ord and Snyder 2008, equation 5.3).
    public let objective: Double
    /// Weight of a surprise in the level.
    public var alpha: Double { parameters.alpha }
    /// Weight of a surprise in the slope.
    public var beta: Double { parameters.beta }
    /// Weight of a surprise in the season.
    public var gamma: Double { parameters.gamma }
    /// What remains of the slope a period later; 1 when it is not damped.
    public var phi: Double { parameters.phi }

    public var form: String { etsForm.description }

    let parameters: ETSParameters
    let scale: Double
    let level: Double
    let slope: Double
    let season: [Double]
    /// The errors' width, relative for multiplicative ones, in scaled units for additive ones.
    let spread: ErrorSpread
    public let errors: [Double?]
    let floorsAtZero: Bool

    public func pointForecast(horizon: Int) -> [Double] {
        var (l, b) = (level, slope)
        return (0..<horizon).map { step in
            b *= phi
            l += b
            let value =
                switch etsForm.season {
                case .none: l
                case .additive: l + season[step % season.count]
                case .multiplicative: l * season[step % season.count]
                }
            return scale * (floorsAtZero ? max(value, 0) : value)
        }
    }

    public func paths(shocks: Shocks) -> SamplePaths {
        let count = shocks.count
        var values = [Double](repeating: 0, count: count * shocks.horizon)
        let length = max(season.count, 1)
        let isMultiplicative = etsForm.season == .multiplicative
        let isRelative = etsForm.error == .multiplicative
        let (alpha, beta, gamma, phi) = (self.alpha, self.beta, self.gamma, self.phi)
        let start = season.isEmpty ? [0] : season
        var figures = start
        for path in 0..<count {
            var (l, b) = (level, slope)
            for index in 0..<length { figures[index] = start[index] }
            var position = 0
            for step in 0..<shocks.horizon {
                let damped = phi * b
                let q = l + damped
                let s = figures[position]
                let mu = isMultiplicative ? q * s : q + s
                let shock = (isRelative ? spread.sigma : spread.deviation(at: mu)) * shocks.values[step * count + path]
                // A relative error below -100 % has no meaning.
                var y = isRelative ? mu * (1 + max(shock, -0.999)) : mu + shock
                if floorsAtZero && y < 0 { y = 0 }
                let r = y - mu
                if isMultiplicative {
                    // The guards hold a path that has all but died out.
                    let d = r / (s > 1e-6 ? s : 1e-6)
                    l = q + alpha * d
                    figures[position] = s + gamma * r / (abs(q) > 1e-6 ? q : 1e-6)
                    b = damped + beta * d
                } else {
                    l = q + alpha * r
                    if !season.isEmpty { figures[position] = s + gamma * r }
                    b = damped + beta * r
                }
                values[step * count + path] = scale * y
                position += 1
                if position == length { position = 0 }
            }
        }
        return SamplePaths(count: count, horizon: shocks.horizon, values: values)
    }
}
