/// A way of forecasting one series from its own past.
///
/// Every forecaster passes the contract in the tests: the same series and shocks give the same result, a
/// horizon's first steps do not depend on its length, absent periods are skipped, a constant series stays
/// constant, nothing that comes out is NaN or infinite, and a series too short is refused in words.
public protocol Forecaster: Sendable {
    /// The short name people choose it by: `ets`, `ces`, `stl-theta`.
    var name: String { get }

    /// Fits the model.
    ///
    /// - Throws: `ForecastingError` when the series cannot say anything yet.
    func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster
}

/// A model with its parameters and its last state, ready to be run into the future.
public protocol FittedForecaster: Sendable {
    /// The form chosen, in the notation of the model's authors: `ETS(M,Ad,M)`.
    var form: String { get }

    /// What the model was wrong by, one period ahead, in every period of its past; `nil` where no figure is known.
    var errors: [Double?] { get }

    /// The central forecast of the next periods.
    func pointForecast(horizon: Int) -> [Double]

    /// Possible futures, one for every row of shocks.
    ///
    /// Two models given the same shocks have their good and bad periods together, which is what lets a combination
    /// average them path by path.
    func paths(shocks: Shocks) -> SamplePaths
}
