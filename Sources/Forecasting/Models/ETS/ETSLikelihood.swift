import Foundation

/// The likelihood of a form of exponential smoothing, with its exact derivatives.
///
/// One pass forward runs the recursions
///
///     q = l + phi b;  mu = q, q + s or q s;  r = y - mu;  d = r, or r / s for a multiplicative season
///     l = q + alpha d;  b = phi b + beta d;  s = s + gamma r, or s + gamma r / q
///
/// and one pass backward carries the derivatives of the objective from each state to the one before (reverse
/// accumulation), which costs about as much again, however many initial states there are. An absent figure has
/// r = 0 and stands outside the likelihood.
///
/// The objective is -2 log L without its constant: n log(sum e^2) + 2 sum log|mu| for multiplicative errors with
/// e = r / mu, and n log(sum r^2) for additive ones.
struct ETSLikelihood {
    let form: ETSForm
    let seasonLength: Int
    let samples: [Double]
    let knownCount: Int

    // The states before each period, and what the backward pass needs of the period itself.
    private var level: [Double]
    private var slope: [Double]
    /// `season[t]` is the figure used in period t; the one made in period t is at `t + seasonLength`.
    private var season: [Double]
    private var expected: [Double]
    private var seasonDerivative: [Double]

    init(form: ETSForm, samples: [Double], seasonLength: Int) {
        self.form = form
        self.seasonLength = seasonLength
        self.samples = samples
        knownCount = samples.count { !$0.isNaN }
        level = [Double](repeating: 0, count: samples.count + 1)
        slope = level
        expected = level
        season = [Double](repeating: 0, count: samples.count + seasonLength)
        seasonDerivative = season
    }

    /// The states after the last period, and the errors of every period (NaN where the figure is absent).
    struct Outcome {
        var objective: Double
        var level: Double
        var slope: Double
        var season: [Double]
        var errors: [Double]
        var expected: [Double]
    }

    mutating func outcome(_ parameters: ETSParameters) -> Outcome {
        let objective = runForward(parameters)
        let count = samples.count
        let errors = (0..<count).map { index in
            let residual = samples[index] - expected[index]
            return form.error == .additive ? residual : residual / expected[index]
        }
        return Outcome(
            objective: objective.value, level: level[count], slope: slope[count],
            season: form.season == .none ? [] : Array(season[count...]), errors: errors,
            expected: Array(expected.prefix(count)))
    }

    /// The objective at a vector, and its derivatives.
    mutating func callAsFunction(_ vector: [Double], _ gradient: inout [Double]) -> Double {
        let parameters = ETSParameters(vector, form: form)
        let (value, squares) = runForward(parameters)
        guard value.isFinite else { return .infinity }
        runBackward(parameters, squares: squares, vector: vector, gradient: &gradient)
        return value
    }

    private mutating func runForward(_ parameters: ETSParameters) -> (value: Double, squares: Double) {
        let (alpha, beta, gamma, phi) = (parameters.alpha, parameters.beta, parameters.gamma, parameters.phi)
        let isMultiplicative = form.season == .multiplicative
        let hasSeason = form.season != .none
        let isRelative = form.error == .multiplicative
        if hasSeason {
            for index in 0..<seasonLength { season[index] = parameters.season[index] }
        }
        var l = parameters.level
        var b = parameters.slope
        level[0] = l
        slope[0] = b
        var squares = 0.0
        var logarithms = 0.0
        var product = 1.0
        for t in 0..<samples.count {
            let damped = phi * b
            let q = l + damped
            let s = hasSeason ? season[t] : 0
            let mu = isMultiplicative ? q * s : q + s
            expected[t] = mu
            let y = samples[t]
            l = q
            b = damped
            var newSeason = s
            if !y.isNaN {
                if isRelative && !(mu > 1e-6) { return (.infinity, 0) }
                let r = y - mu
                let d: Double
                if isMultiplicative {
                    if !(abs(s) > 1e-6 && abs(q) > 1e-6) { return (.infinity, 0) }
                    d = r / s
                    newSeason = s + gamma * r / q
                } else {
                    d = r
                    newSeason = s + gamma * r
                }
                l += alpha * d
                b += beta * d
                if isRelative {
                    let e = r / mu
                    squares += e * e
                    product *= mu
                    // Logarithms are dear; a product is taken apart only before it runs out of range.
                    if !(product > 1e-200 && product < 1e200) {
                        logarithms += log(product)
                        product = 1
                    }
                } else {
                    squares += r * r
                }
            }
            if hasSeason { season[t + seasonLength] = newSeason }
            level[t + 1] = l
            slope[t + 1] = b
        }
        guard squares.isFinite else { return (.infinity, 0) }
        // A perfect fit has no logarithm; far below any rounding of real figures the series is as good as constant.
        let floored = max(squares, 1e-20 * Double(max(knownCount, 1)))
        let value = Double(knownCount) * log(floored) + 2 * (logarithms + log(product))
        return (value, floored)
    }

    private mutating func runBackward(
        _ parameters: ETSParameters, squares: Double, vector: [Double], gradient: inout [Double]
    ) {
        let (alpha, beta, gamma, phi) = (parameters.alpha, parameters.beta, parameters.gamma, parameters.phi)
        let isMultiplicative = form.season == .multiplicative
        let hasSeason = form.season != .none
        let isRelative = form.error == .multiplicative
        let weight = 2 * Double(knownCount) / squares
        for index in seasonDerivative.indices { seasonDerivative[index] = 0 }
        var dLevel = 0.0
        var dSlope = 0.0
        var (dAlpha, dBeta, dGamma, dPhi) = (0.0, 0.0, 0.0, 0.0)
        for t in stride(from: samples.count - 1, through: 0, by: -1) {
            let y = samples[t]
            let b = slope[t]
            let q = level[t] + phi * b
            var dQ = dLevel
            var dDamped = dSlope
            var dOldSeason = 0.0
            if hasSeason { dOldSeason = seasonDerivative[t + seasonLength] }
            if !y.isNaN {
                let mu = expected[t]
                let r = y - mu
                var dR: Double
                var dMu = 0.0
                if isRelative {
                    let inverse = 1 / mu
                    let e = r * inverse
                    dR = weight * e * inverse
                    dMu = (2 - weight * e * e) * inverse
                } else {
                    dR = weight * r
                }
                let dD = alpha * dLevel + beta * dSlope
                if isMultiplicative {
                    let s = season[t]
                    let d = r / s
                    let u = r / q
                    let dNew = dOldSeason
                    dAlpha += d * dLevel
                    dBeta += d * dSlope
                    dGamma += u * dNew
                    dR += dD / s + gamma * dNew / q
                    dOldSeason -= dD * d / s
                    dQ -= gamma * dNew * u / q
                    dMu -= dR
                    dQ += dMu * s
                    dOldSeason += dMu * q
                } else {
                    dAlpha += r * dLevel
                    dBeta += r * dSlope
                    dGamma += r * dOldSeason
                    dR += dD + gamma * dOldSeason
                    dMu -= dR
                    dQ += dMu
                    dOldSeason += dMu
                }
            }
            if hasSeason { seasonDerivative[t] += dOldSeason }
            dLevel = dQ
            dDamped += dQ
            dPhi += dDamped * b
            dSlope = phi * dDamped
        }

        // From the parameters to the optimiser's coordinates.
        let hasTrend = form.trend != .none
        var index = 0
        let alphaSlope = ETSParameters.bounded(vector[0], in: ETSParameters.shareRange).derivative
        var dAlphaTotal = dAlpha
        index = 1
        if hasTrend {
            let share = ETSParameters.bounded(vector[index], in: ETSParameters.shareRange)
            gradient[index] = dBeta * alpha * share.derivative
            dAlphaTotal += dBeta * share.value
            index += 1
        }
        if hasSeason {
            let share = ETSParameters.bounded(vector[index], in: ETSParameters.shareRange)
            gradient[index] = dGamma * (1 - alpha) * share.derivative
            dAlphaTotal -= dGamma * share.value
            index += 1
        }
        if form.trend == .damped {
            gradient[index] = dPhi * ETSParameters.bounded(vector[index], in: ETSParameters.dampingRange).derivative
            index += 1
        }
        gradient[0] = dAlphaTotal * alphaSlope
        gradient[index] = dLevel
        index += 1
        if hasTrend {
            gradient[index] = dSlope
            index += 1
        }
        if hasSeason {
            for position in 0..<seasonLength { gradient[index + position] = seasonDerivative[position] }
        }
    }
}
