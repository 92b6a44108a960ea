import Foundation

/// A model on the logarithmic scale, where growth and seasons are shares.
public struct LogarithmicForecaster: Forecaster {
    public let name: String
    /// The model of the logarithms.
    public var inner: any Forecaster

    /// Makes a forecaster.
    public init(name: String, inner: any Forecaster) {
        self.name = name
        self.inner = inner
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        guard series.isPositive else { return try inner.fit(series) }
        _ = try series.checkedSamples(needed: 4)
        let logarithms = TimeSeries(series.values.map { $0.map { log($0) } }, seasonLength: series.seasonLength)
        return FittedDecomposition(
            inner: try inner.fit(logarithms), season: [], usesLogarithms: true, floorsAtZero: true)
    }
}
