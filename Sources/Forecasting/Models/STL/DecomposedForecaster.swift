import Foundation

/// A model without season, under a season that STL takes off, on the logarithmic scale, and puts back.
///
/// With Theta inside this beats the published Theta (one fixed season from a classical decomposition) by far on
/// monthly tourism series: the seasons of twenty years ago are not those of today.
public struct DecomposedForecaster: Forecaster {
    public let name: String
    /// The model of the seasonally adjusted series.
    public var inner: any Forecaster
    /// Years that count in a season's figure, odd.
    public var seasonWindow: Int
    /// Whether positive series are forecast on the logarithmic scale.
    public var takesLogarithms: Bool

    /// Makes a forecaster.
    public init(name: String, inner: any Forecaster, seasonWindow: Int = 17, takesLogarithms: Bool = true) {
        self.name = name
        self.inner = inner
        self.seasonWindow = seasonWindow
        self.takesLogarithms = takesLogarithms
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        let samples = try series.checkedSamples(needed: 4)
        let usesLogarithms = takesLogarithms && series.isPositive
        var values = usesLogarithms ? samples.map { log($0) } : samples
        let length = series.seasonLength
        var season: [Double] = []
        if length > 1, series.knownCount >= 2 * length + 2, values.count >= 2 * length {
            let filled = FilledGaps.filled(values, seasonLength: length)
            if SeasonalTest.isSeasonal(filled, seasonLength: length) {
                let parts = SeasonalTrendDecomposition(filled, seasonLength: length, seasonWindow: seasonWindow)
                for index in values.indices { values[index] -= parts.season[index] }
                season = Array(parts.season.suffix(length))
            }
        }
        let adjusted = TimeSeries(values.map { $0.isNaN ? nil : $0 }, seasonLength: 1)
        return FittedDecomposition(
            inner: try inner.fit(adjusted), season: season, usesLogarithms: usesLogarithms,
            floorsAtZero: samples.allSatisfy { $0.isNaN || $0 >= 0 })
    }
}

/// A model of the seasonally adjusted series, and the season to put back.
struct FittedDecomposition: FittedForecaster {
    let inner: any FittedForecaster
    let season: [Double]
    let usesLogarithms: Bool
    let floorsAtZero: Bool

    var form: String {
        (season.isEmpty ? "" : "STL+") + inner.form + (usesLogarithms ? " on logs" : "")
    }

    func pointForecast(horizon: Int) -> [Double] {
        inner.pointForecast(horizon: horizon).enumerated().map { figure($0.element, step: $0.offset) }
    }

    func paths(shocks: Shocks) -> SamplePaths {
        var paths = inner.paths(shocks: shocks)
        for step in 0..<paths.horizon {
            for index in (step * paths.count)..<((step + 1) * paths.count) {
                paths.values[index] = figure(paths.values[index], step: step)
            }
        }
        return paths
    }

    private func figure(_ value: Double, step: Int) -> Double {
        let seasonal = season.isEmpty ? value : value + season[step % season.count]
        // Beyond 1e300 there are no visitors; the limit keeps a hopeless series finite.
        if usesLogarithms { return exp(min(seasonal, 690)) }
        return floorsAtZero ? max(seasonal, 0) : seasonal
    }
}
