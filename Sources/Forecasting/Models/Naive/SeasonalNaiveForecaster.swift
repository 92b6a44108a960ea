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
        guard known.count == length else { throw .sparse(known: series.knownCount) }
        let errors = samples.indices.map { index -> Double in
            index < length ? .nan : samples[index] - samples[index - length]
        }
        guard errors.contains(where: { !$0.isNaN }) else {
            throw .sparse(known: series.knownCount)
        }
        return FittedSeasonalNaive(
            last: last, errors: errors.map { $0.isNaN ? nil : $0 },
            spread: ErrorSpread(
                errors: errors, expected: zip(samples, errors).map { $0 - $1 }, parameterCount: 0,
                halfLife: ErrorSpread.halfLife(seasonLength: series.seasonLength), allowsGrowth: series.isNonnegative),
            floorsAtZero: samples.allSatisfy { $0.isNaN || $0 >= 0 })
    }
}

/// A seasonal random walk at its last year.
struct FittedSeasonalNaive: FittedForecaster {
    let form = "SNaive"
    let last: [Double]
    let errors: [Double?]
    let spread: ErrorSpread
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
                let value = before + spread.deviation(at: before) * shocks.values[step * count + path]
                values[step * count + path] = floorsAtZero ? max(value, 0) : value
            }
        }
        return SamplePaths(count: count, horizon: shocks.horizon, values: values)
    }
}
