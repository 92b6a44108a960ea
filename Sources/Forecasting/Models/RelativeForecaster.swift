/// A model on the scale where growth and seasons are shares: logarithms, or square roots where there are zeros.
public struct RelativeForecaster: Forecaster {
    public let name: String
    /// The model of the figures on that scale.
    public var inner: any Forecaster

    /// Makes a forecaster.
    public init(name: String, inner: any Forecaster) {
        self.name = name
        self.inner = inner
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        _ = try series.checkedSamples(needed: 4)
        let scale = MeasuringScale(relativeFor: series)
        let seen = TimeSeries(series.values.map { $0.map { scale($0) } }, seasonLength: series.seasonLength)
        let fitted = try inner.fit(seen)
        let errors = zip(fitted.errors, series.values).map { error, value -> Double? in
            guard let error, let value else { return nil }
            return value - scale.figure(scale(value) - error)
        }
        return FittedDecomposition(
            inner: fitted, season: [], scale: scale, floorsAtZero: series.isNonnegative, errors: errors)
    }
}
