import Foundation

/// Exponential smoothing, the form chosen by Akaike's criterion (Hyndman, Koehler, Ord and Snyder 2008).
public struct ETSForecaster: Forecaster {
    public let name = "ets"
    /// The forms to choose from; all admissible ones when `nil`.
    public var forms: [ETSForm]?
    /// Whether all forms answer together, each with its Akaike weight, instead of the best one alone.
    public var averagesForms: Bool

    /// How far Akaike's differences are believed when forms answer together.
    ///
    /// The textbook weight is exp(-difference / 2), as if the likelihood were exactly right. It never is, and a
    /// tempered weight forecasts better: on 146 monthly tourism series and on all their earlier origins.
    static let temper = 0.3

    /// Makes a forecaster.
    public init(forms: [ETSForm]? = nil, averagesForms: Bool = false) {
        self.forms = forms
        self.averagesForms = averagesForms
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        let fitted = try fitAll(series)
        guard averagesForms else { return fitted[0] }
        let weights = fitted.map { exp(-0.5 * Self.temper * ($0.aicc - fitted[0].aicc)) }
        let kept = zip(fitted, weights).filter { $0.1 > 0.02 }
        let total = kept.reduce(0) { $0 + $1.1 }
        return FittedCombination(
            members: kept.map(\.0), weights: kept.map { $0.1 / total },
            halfLife: ErrorSpread.halfLife(seasonLength: series.seasonLength), spreadCalibration: 1)
    }

    /// Fits every form; the one with the least AICc comes first.
    ///
    /// - Throws: `ForecastingError.tooShort` below five known figures.
    public func fitAll(_ series: TimeSeries) throws(ForecastingError) -> [FittedETS] {
        let samples = try series.checkedSamples(needed: 4)
        let seasonLength = series.seasonLength
        let known = samples.filter { !$0.isNaN }
        let scale = max(known.reduce(0) { $0 + abs($1) } / Double(known.count), .leastNormalMagnitude)
        let scaled = known.contains { $0 != 0 } ? samples.map { $0 / scale } : samples
        let factor = known.contains { $0 != 0 } ? scale : 1
        let isSeasonal = seasonLength > 1 && seasonLength <= 24 && known.count >= 2 * seasonLength + 2
        let candidates = forms ?? ETSForm.admissible(isSeasonal: isSeasonal, isPositive: series.isPositive)
        let start = ETSStart(samples: scaled, seasonLength: seasonLength, isSeasonal: isSeasonal)
        let floorsAtZero = known.allSatisfy { $0 >= 0 }

        var fits: [FittedETS] = []
        var found: [ETSForm: ETSParameters] = [:]
        for form in candidates {
            let count = form.parameterCount(seasonLength: seasonLength)
            guard known.count > count + 1 else { continue }
            var likelihood = ETSLikelihood(form: form, samples: scaled, seasonLength: seasonLength)
            var parameters = Self.startingPoint(form: form, start: start, seasonLength: seasonLength)
            if let simpler = found[ETSForm(error: form.error, trend: .none, season: form.season)] {
                parameters.alpha = simpler.alpha
                parameters.beta = 0.05 * simpler.alpha
                parameters.gamma = simpler.gamma
                parameters.season = simpler.season
            }
            var vector = parameters.vector(of: form)
            let value = QuasiNewton().minimise(&vector, scales: parameters.scales(of: form)) { point, gradient in
                likelihood(point, &gradient)
            }
            guard value.isFinite else { continue }
            let estimated = ETSParameters(vector, form: form)
            found[form] = estimated
            let outcome = likelihood.outcome(estimated)
            let objective = outcome.objective + 2 * Double(known.count) * log(factor)
            let k = Double(count)
            let n = Double(known.count)
            let aicc = objective + 2 * k + 2 * k * (k + 1) / (n - k - 1)
            // With zeros only additive errors are admissible, and may still be wider where more is expected.
            let spread = ErrorSpread(
                errors: outcome.errors, expected: outcome.expected, parameterCount: count - 1,
                halfLife: ErrorSpread.halfLife(seasonLength: seasonLength),
                allowsGrowth: form.error == .additive && floorsAtZero && !series.isPositive)
            fits.append(
                FittedETS(
                    etsForm: form, aicc: aicc, objective: objective, parameters: estimated, scale: factor,
                    level: outcome.level, slope: outcome.slope, season: outcome.season,
                    spread: spread,
                    errors: zip(scaled, outcome.expected).map { $0.isNaN ? nil : factor * ($0 - $1) },
                    floorsAtZero: floorsAtZero))
        }
        guard !fits.isEmpty else { throw .tooShort(known: known.count, needed: 5) }
        return fits.sorted { $0.aicc < $1.aicc }
    }

    private static func startingPoint(form: ETSForm, start: ETSStart, seasonLength: Int) -> ETSParameters {
        var parameters = ETSParameters()
        parameters.alpha = 0.2
        parameters.level = start.level
        if form.trend == .none {
            // Without a slope the level begins in the middle of the first seasons, not before them.
            parameters.level += start.slope * Double(seasonLength) / 2
        } else {
            parameters.beta = 0.01
            parameters.slope = start.slope
        }
        if form.trend == .damped { parameters.phi = 0.95 }
        if form.season != .none { parameters.gamma = 0.05 }
        switch form.season {
        case .none: break
        case .additive: parameters.season = start.additiveSeason
        case .multiplicative: parameters.season = start.multiplicativeSeason
        }
        if form.error == .multiplicative && parameters.level < 0.05 {
            parameters.level = 0.05
            parameters.slope = max(parameters.slope, 0)
        }
        return parameters
    }
}

extension TimeSeries {
    /// The figures as plain numbers, checked.
    func checkedSamples(needed: Int) throws(ForecastingError) -> [Double] {
        if let index = values.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
            throw .notFinite(index: index)
        }
        // Squares and sums of squares have to stay finite.
        if let index = values.firstIndex(where: { $0.map { abs($0) > 1e30 } ?? false }) {
            throw .tooLarge(index: index)
        }
        let known = knownCount
        guard known >= needed else { throw .tooShort(known: known, needed: needed) }
        return samples
    }
}
