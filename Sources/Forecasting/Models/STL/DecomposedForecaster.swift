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
    /// Whether the model sees logarithms (square roots where there are zeros), or the figures themselves.
    public var isRelative: Bool

    /// Theta under STL on logarithms, or square roots where there are zeros.
    public static let thetaOnLogarithms = DecomposedForecaster(
        name: "stl-theta", inner: ThetaForecaster(errorsMayGrow: false))
    /// Theta under STL on the figures themselves.
    public static let thetaOnFigures = DecomposedForecaster(
        name: "stl-theta-additive", inner: ThetaForecaster(), isRelative: false)

    /// Makes a forecaster.
    public init(name: String, inner: any Forecaster, seasonWindow: Int = 17, isRelative: Bool = true) {
        self.name = name
        self.inner = inner
        self.seasonWindow = seasonWindow
        self.isRelative = isRelative
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        let samples = try series.checkedSamples(needed: 4)
        let scale = isRelative ? MeasuringScale(relativeFor: series) : .plain
        var values = samples.map { scale($0) }
        let length = series.seasonLength
        var season: [Double] = []
        var seasons: [Double] = []
        if length > 1, series.knownCount >= 2 * length + 2, values.count >= 2 * length {
            let filled = FilledGaps.filled(values, seasonLength: length)
            if SeasonalTest.isSeasonal(filled, seasonLength: length) {
                let parts = SeasonalTrendDecomposition(filled, seasonLength: length, seasonWindow: seasonWindow)
                for index in values.indices { values[index] -= parts.season[index] }
                seasons = parts.season
                season = Array(parts.season.suffix(length))
            }
        }
        let adjusted = TimeSeries(values.map { $0.isNaN ? nil : $0 }, seasonLength: length)
        let fitted = try inner.fit(adjusted)
        let taken = seasons
        let errors = fitted.errors.enumerated().map { index, error in
            error.map { samples[index] - scale.figure(values[index] - $0 + (taken.isEmpty ? 0 : taken[index])) }
        }
        return FittedDecomposition(
            inner: fitted, season: season, scale: scale, floorsAtZero: series.isNonnegative, errors: errors,
            widening: season.isEmpty ? 1 : widening(years: (samples.count + length - 1) / length, seasonLength: length))
    }
}

extension DecomposedForecaster {
    /// How much wider future errors are than past ones, from which the season has taken its share.
    ///
    /// A smooth curve bends towards every figure it is drawn through: where a figure's own weight in it is h, the
    /// error seen is 1 - h of what it would be without that figure. Recent years, which count most, have the most
    /// weight.
    private func widening(years: Int, seasonLength: Int) -> Double {
        let decay = pow(0.5, Double(seasonLength) / ErrorSpread.halfLife(seasonLength: seasonLength))
        var weight = 1.0
        var (sum, total) = (0.0, 0.0)
        for share in Loess.leverages(count: years, window: seasonWindow).reversed() {
            sum += weight / (1 - min(share, 0.8))
            total += weight
            weight *= decay
        }
        return total > 0 ? sum / total : 1
    }
}

/// A model of the seasonally adjusted series, and the season to put back.
struct FittedDecomposition: FittedForecaster {
    let inner: any FittedForecaster
    let season: [Double]
    let scale: MeasuringScale
    let floorsAtZero: Bool
    let errors: [Double?]
    /// What the model's surprises are multiplied by.
    var widening = 1.0

    var form: String {
        (season.isEmpty ? "" : "STL+") + inner.form + scale.suffix
    }

    func pointForecast(horizon: Int) -> [Double] {
        inner.pointForecast(horizon: horizon).enumerated().map { figure($0.element, step: $0.offset) }
    }

    func paths(shocks: Shocks) -> SamplePaths {
        var paths = inner.paths(shocks: shocks.scaled(by: widening))
        for step in 0..<paths.horizon {
            for index in (step * paths.count)..<((step + 1) * paths.count) {
                paths.values[index] = figure(paths.values[index], step: step)
            }
        }
        return paths
    }

    private func figure(_ value: Double, step: Int) -> Double {
        let seasonal = season.isEmpty ? value : value + season[step % season.count]
        let figure = scale.figure(seasonal)
        return floorsAtZero ? max(figure, 0) : figure
    }
}
