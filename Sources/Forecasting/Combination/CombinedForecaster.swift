/// The plain mean of several models.
///
/// Both rounds of the tourism competition were won by combinations, and equal weights are hard to beat: weights
/// estimated from one series' short past cost more than they gain. A member that refuses a series is left out.
public struct CombinedForecaster: Forecaster {
    public let name: String
    /// The models.
    public var members: [any Forecaster]
    /// What every surprise is multiplied by, from the record of past forecasts; 1 changes nothing.
    public var spreadCalibration: Double

    /// Makes a combination.
    public init(name: String, members: [any Forecaster], spreadCalibration: Double = 1) {
        self.name = name
        self.members = members
        self.spreadCalibration = spreadCalibration
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        var fitted: [any FittedForecaster] = []
        var refusal: ForecastingError?
        for member in members {
            do throws(ForecastingError) {
                fitted.append(try member.fit(series))
            } catch {
                refusal = refusal ?? error
            }
        }
        guard !fitted.isEmpty else { throw refusal ?? .noModel }
        return FittedCombination(
            members: fitted, weights: fitted.map { _ in 1 / Double(fitted.count) },
            halfLife: ErrorSpread.halfLife(seasonLength: series.seasonLength), spreadCalibration: spreadCalibration)
    }
}
