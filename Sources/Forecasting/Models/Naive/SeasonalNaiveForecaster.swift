/// The next year is like the last: every period repeats its latest known figure of the same season.
///
/// The yardstick. It also answers for series under two seasons, where nothing better can be said.
public struct SeasonalNaiveForecaster: Forecaster {
    public let name = "seasonal-naive"

    /// Makes a forecaster.
    public init() {}

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        let samples = try series.checkedSamples(needed: 3)
        let length = samples.count > series.seasonLength ? series.seasonLength : 1
        var last = [Double](repeating: .nan, count: length)
        for offset in 0..<length {
            // Counted back from the end: offset 0 is the period that comes next in the season.
            var index = samples.count - length + offset
            while index >= 0 && samples[index].isNaN { index -= length }
            if index >= 0 { last[offset] = samples[index] }
        }
        let known = last.filter { !$0.isNaN }
        guard known.count == length else { throw .tooShort(known: series.knownCount, needed: 2 * length) }
        var squares = 0.0
        var count = 0.0
        for index in length..<max(samples.count, length) {
            let difference = samples[index] - samples[index - length]
            if difference.isNaN { continue }
            squares += difference * difference
            count += 1
        }
        guard count > 0 else { throw .tooShort(known: series.knownCount, needed: length + 1) }
        return FittedSeasonalNaive(
            last: last, sigma: (squares / count).squareRoot(),
            floorsAtZero: samples.allSatisfy { $0.isNaN || $0 >= 0 })
    }
}

/// A seasonal random walk at its last year.
struct FittedSeasonalNaive: FittedForecaster {
    let form = "SNaive"
    let last: [Double]
    let sigma: Double
    let floorsAtZero: Bool

    func pointForecast(horizon: Int) -> [Double] {
        (0..<horizon).map { last[$0 % last.count] }
    }

    func paths(shocks: Shocks) -> SamplePaths {
        let count = shocks.count
        var values = [Double](repeating: 0, count: count * shocks.horizon)
        for step in 0..<shocks.horizon {
            for path in 0..<count {
                let before = step < last.count ? last[step] : values[(step - last.count) * count + path]
                let value = before + sigma * shocks.values[step * count + path]
                values[step * count + path] = floorsAtZero ? max(value, 0) : value
            }
        }
        return SamplePaths(count: count, horizon: shocks.horizon, values: values)
    }
}
