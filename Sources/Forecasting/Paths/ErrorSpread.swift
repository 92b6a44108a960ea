import Foundation

/// How wide a model's errors are, and how that depends on what it expects.
///
/// A place with ten times the visitors errs by more than one with a tenth. The standard deviation is taken as
/// sigma mu^p with p = 0, 1/2 or 1, whichever makes the errors seen most likely under a normal distribution:
/// the least n log(sum (e / mu^p)^2) + 2 p sum log mu.
struct ErrorSpread: Sendable, Hashable {
    /// Standard deviation where the expected figure is 1, or everywhere when `power` is 0.
    let sigma: Double
    /// 0, 1/2 or 1.
    let power: Double
    /// Expected figures below this count as this much, so that a path near zero keeps its width.
    let floor: Double

    /// Measures errors.
    ///
    /// - Parameters:
    ///   - errors: One-step errors, NaN where the figure is absent.
    ///   - expected: What the model expected of the same periods.
    ///   - parameterCount: Numbers estimated, taken off the degrees of freedom.
    ///   - halfLife: The age, in periods, at which an error counts half.
    ///   - allowsGrowth: Whether the width may depend on the expected figure at all.
    init(errors: [Double], expected: [Double], parameterCount: Int, halfLife: Double, allowsGrowth: Bool) {
        let pairs = zip(errors, expected).filter { !$0.0.isNaN }
        let count = Double(pairs.count)
        let freedom = max(count - Double(parameterCount), 1)
        let squares = pairs.reduce(0) { $0 + $1.0 * $1.0 }
        var best = (power: 0.0, squares: squares, objective: count * log(max(squares, 1e-300)))
        let mean = pairs.reduce(0) { $0 + abs($1.1) } / max(count, 1)
        let lowest = 0.05 * mean
        if allowsGrowth, squares > 0, lowest > 0 {
            let logarithms = pairs.reduce(0) { $0 + log(max($1.1, lowest)) }
            for power in [0.5, 1.0] {
                let relative = pairs.reduce(0) { sum, pair in
                    let e = pair.0 / pow(max(pair.1, lowest), power)
                    return sum + e * e
                }
                let objective = count * log(max(relative, 1e-300)) + 2 * power * logarithms
                if objective < best.objective { best = (power, relative, objective) }
            }
        }
        // The form is chosen on all errors, its width on recent ones: calm and rough years come in spells.
        var weights = 0.0
        var recent = 0.0
        for (index, pair) in pairs.enumerated() {
            let weight = pow(0.5, (count - 1 - Double(index)) / halfLife)
            let e = best.power == 0 ? pair.0 : pair.0 / pow(max(pair.1, lowest), best.power)
            weights += weight
            recent += weight * e * e
        }
        sigma = weights > 0 ? (recent / weights * count / freedom).squareRoot() : 0
        power = best.power
        floor = lowest
    }

    /// Three seasons, and never under twelve periods.
    static func halfLife(seasonLength: Int) -> Double { Double(max(3 * seasonLength, 12)) }

    /// The standard deviation where so much is expected.
    func deviation(at expected: Double) -> Double {
        if power == 0 { return sigma }
        let base = max(expected, floor)
        return sigma * (power == 1 ? base : base.squareRoot())
    }
}
