import Foundation

/// Seasonal ARIMA on logarithms (square roots where there are zeros), the orders chosen by tests and Akaike's
/// criterion.
public struct ARIMAForecaster: Forecaster {
    public let name = "arima"
    /// Whether the model sees logarithms (square roots where there are zeros), or the figures themselves.
    public var isRelative: Bool
    /// The orders; chosen for each series when `nil`.
    public var order: ARIMAOrder?
    /// Whether all models of the search answer together, each with its Akaike weight, instead of the best one alone.
    public var averagesForms: Bool

    /// How far Akaike's differences are believed when models answer together; see `ETSForecaster`.
    static let temper = 0.3

    /// Makes a forecaster.
    public init(isRelative: Bool = true, order: ARIMAOrder? = nil, averagesForms: Bool = false) {
        self.isRelative = isRelative
        self.order = order
        self.averagesForms = averagesForms
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        let fitted = try fitAll(series)
        let best = fitted[0].aicc
        guard averagesForms, fitted.count > 1 else { return fitted[0].model }
        let weights = fitted.map { exp(-0.5 * Self.temper * ($0.aicc - best)) }
        let kept = zip(fitted, weights).filter { $0.1 > 0.02 }
        let total = kept.reduce(0) { $0 + $1.1 }
        return FittedCombination(
            members: kept.map(\.0.model), weights: kept.map { $0.1 / total },
            halfLife: ErrorSpread.halfLife(seasonLength: series.seasonLength), spreadCalibration: 1)
    }

    /// The models worth an answer with their AICc, the best first: one, unless all are asked for.
    private func fitAll(_ series: TimeSeries) throws(ForecastingError) -> [(model: FittedARIMA, aicc: Double)] {
        let checked = try series.checkedSamples(needed: 5)
        let scale = isRelative ? MeasuringScale(relativeFor: series) : .plain
        let begin = checked.firstIndex { !$0.isNaN } ?? 0
        let measured = checked[begin...].map { scale($0) }
        let known = measured.filter { !$0.isNaN }
        let mean = known.reduce(0, +) / Double(known.count)
        let spread = (known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)).squareRoot()
        // Centred and scaled, so that a search's steps mean the same for every series.
        let unit = spread > 1e-9 * max(abs(mean), 1e-300) ? spread : 1
        let samples = measured.map { ($0 - mean) / unit }
        let length = series.seasonLength
        let isSeasonal = length > 1 && known.count >= 2 * length + 2
        let bridged = FilledGaps.filled(samples, seasonLength: isSeasonal ? length : 1)
        let estimation = ARIMAEstimation(samples: samples, bridged: bridged)
        let start = order ?? Self.base(for: bridged, seasonLength: isSeasonal ? length : 1)
        var estimates: [ARIMAEstimate]
        if order != nil {
            estimates = estimation.estimate(start, near: nil, tolerance: 1e-4).map { [$0] } ?? []
        } else {
            // Every absent period makes a likelihood dearer. With years of them the search takes the bridged series
            // for known; what is found is estimated exactly.
            let isHoled = samples.count { $0.isNaN } > 36
            var search = ARIMASearch(
                estimation: isHoled ? ARIMAEstimation(samples: bridged, bridged: bridged) : estimation, base: start)
            search.run()
            estimates = search.estimates.sorted { $0.aicc < $1.aicc }
        }
        if !averagesForms { estimates = Array(estimates.prefix(1)) }
        guard !estimates.isEmpty else { throw .tooShort(known: known.count, needed: start.lostPeriods + 5) }
        var fitted: [(model: FittedARIMA, aicc: Double)] = []
        for rough in estimates where rough.aicc - estimates[0].aicc < 30 {
            // The search stops at a tenth of a unit of likelihood; what answers is estimated to the end.
            guard let estimate = estimation.estimate(rough.order, near: rough, tolerance: 1e-3) else { continue }
            let likelihood = ARIMALikelihood(order: estimate.order, samples: samples, bridged: bridged)
            guard let outcome = likelihood.outcome(at: estimate.point) else { continue }
            let model = FittedARIMA(
                order: estimate.order, coefficients: ARMACoefficients(estimate.order, at: estimate.point),
                outcome: outcome, count: likelihood.effectiveCount, differencing: likelihood.differencing, mean: mean,
                unit: unit, scale: scale,
                series: checked, begin: begin, seasonLength: length, floorsAtZero: series.isNonnegative)
            fitted.append((model, estimate.aicc))
        }
        guard !fitted.isEmpty else { throw .noModel }
        return fitted.sorted { $0.aicc < $1.aicc }
    }

    /// The differences, by tests on the series with its gaps bridged.
    private static func base(for bridged: [Double], seasonLength: Int) -> ARIMAOrder {
        let seasonal = StationarityTests.wantsSeasonalDifference(bridged, seasonLength: seasonLength) ? 1 : 0
        var order = ARIMAOrder((0, 0, 0), seasonal: (0, seasonal, 0), seasonLength: seasonLength)
        let differenced = Differencing(order).differenced(bridged)
        // Two differences of either kind at most: with three a forecast of two years runs away.
        order.differences = StationarityTests.differences(of: differenced, limit: 2 - seasonal)
        return order
    }
}
