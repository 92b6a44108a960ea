public import Forecasting

/// The forecast of one series.
public struct SeriesForecast: Sendable {
    /// The series.
    public var entry: SeriesFile.Entry
    /// The model's form.
    public var form: String
    /// The central forecast.
    public var mean: [Double]
    /// Possible futures.
    public var paths: SamplePaths
}

/// Forecasts many series on all cores.
public struct SeriesForecasts: Sendable {
    /// How each series is forecast.
    public var forecaster: any Forecaster
    /// Periods ahead.
    public var horizon: Int
    /// Number of futures.
    public var pathCount: Int
    /// The same seed gives the same futures.
    public var seed: UInt64

    /// Makes a plan.
    public init(forecaster: any Forecaster, horizon: Int, pathCount: Int, seed: UInt64) {
        self.forecaster = forecaster
        self.horizon = horizon
        self.pathCount = pathCount
        self.seed = seed
    }

    /// The forecasts, in the order of the series, whatever the number of cores.
    ///
    /// Every series meets the same surprises, so that a series' forecast does not depend on its neighbours.
    public func run(
        over entries: [SeriesFile.Entry], workers: Int
    ) async -> [Result<SeriesForecast, ForecastingError>] {
        let shocks = Shocks(count: pathCount, horizon: horizon, seed: seed)
        let workers = max(1, min(workers, entries.count))
        return await withTaskGroup(of: [(Int, Result<SeriesForecast, ForecastingError>)].self) { group in
            for worker in 0..<workers {
                group.addTask {
                    stride(from: worker, to: entries.count, by: workers).map { index in
                        (index, forecast(entries[index], shocks: shocks))
                    }
                }
            }
            var results = [Result<SeriesForecast, ForecastingError>](
                repeating: .failure(.noModel), count: entries.count)
            for await part in group {
                for (index, result) in part { results[index] = result }
            }
            return results
        }
    }

    private func forecast(
        _ entry: SeriesFile.Entry, shocks: Shocks
    ) -> Result<SeriesForecast, ForecastingError> {
        do throws(ForecastingError) {
            let fitted = try forecaster.fit(entry.series)
            return .success(
                SeriesForecast(
                    entry: entry, form: fitted.form, mean: fitted.pointForecast(horizon: horizon),
                    paths: fitted.paths(shocks: shocks)))
        } catch {
            return .failure(error)
        }
    }
}
