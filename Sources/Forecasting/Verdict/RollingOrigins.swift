/// Forecasts repeated from earlier origins of a series, each from what was known then.
public struct RollingOrigins: Sendable {
    /// How the series is forecast.
    public var forecaster: any Forecaster
    /// Periods added up after each origin: the rest of a year.
    public var horizon: Int
    /// The most origins tried, a season apart, the latest first.
    public var originLimit: Int
    /// Number of futures an origin.
    public var pathCount: Int
    /// Targets as shares of the same periods a year before.
    public var goalShares: [Double]

    /// Makes a plan.
    public init(
        forecaster: any Forecaster, horizon: Int, originLimit: Int = 8, pathCount: Int = 500,
        goalShares: [Double] = [0.95, 1, 1.05, 1.1]
    ) {
        self.forecaster = forecaster
        self.horizon = horizon
        self.originLimit = originLimit
        self.pathCount = pathCount
        self.goalShares = goalShares
    }

    /// The record of a series.
    ///
    /// Origins whose following periods are not all known say nothing and are left out, as are those too early to
    /// forecast from.
    public func record(of series: TimeSeries, seed: UInt64) -> CalibrationRecord {
        var record = CalibrationRecord()
        let shocks = Shocks(count: pathCount, horizon: horizon, seed: seed)
        let length = series.seasonLength
        var origin = series.values.count - horizon
        var tried = 0
        while origin > 0 && tried < originLimit {
            defer { origin -= length }
            tried += 1
            let later = series.values[origin..<(origin + horizon)].compactMap(\.self)
            guard later.count == horizon, let fitted = try? forecaster.fit(series.prefix(origin)) else { continue }
            let totals = fitted.paths(shocks: shocks).totals(over: 0..<horizon)
            let begin = origin - length
            let before = begin >= 0 ? series.values[begin..<(begin + min(horizon, length))] : []
            let known = before.compactMap(\.self)
            let isWhole = horizon <= length && known.count == horizon
            let last = known.reduce(0, +)
            record.add(
                totals: SortedSample(totals), actual: later.reduce(0, +),
                goals: isWhole ? goalShares.map { $0 * last } : [])
        }
        return record
    }
}
