/// What `dmo` forecasts with: exponential smoothing over all its forms, complex exponential smoothing, and Theta
/// under STL on the logarithmic and on the plain scale, in equal parts.
///
/// Under two seasons and a bit no model can tell a season from chance; there the last year is repeated, and under a
/// year and a half there is no answer at all.
public struct StandardForecaster: Forecaster {
    public let name = "standard"

    /// How much narrower than the models say the ranges are.
    ///
    /// The members' errors of two years ahead agree less than those of one month, which is all that the combination
    /// sees. Measured on 146 monthly series of the tourism competition: with it 80 and 95 % ranges hold what
    /// they say at the official origin; at earlier, rougher origins they hold less.
    public static let spreadCalibration = 0.95

    /// Makes a forecaster.
    public init() {}

    /// The models that answer together.
    public static var members: [any Forecaster] {
        [
            ETSForecaster(averagesForms: true), CESForecaster(), DecomposedForecaster.thetaOnLogarithms,
            DecomposedForecaster.thetaOnFigures,
        ]
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        let length = series.seasonLength
        let known = series.knownCount
        let begun = series.withoutAbsentBeginning
        let needed = length > 1 ? length + max(length / 2, 3) : 5
        guard known >= needed else { throw .tooShort(known: known, needed: needed) }
        let absentAtEnd = series.values.reversed().prefix { $0 == nil }.count
        guard absentAtEnd < 2 * max(length, 2) else { throw .stale(absentAtEnd: absentAtEnd) }
        if length > 1 && known < 2 * length + 2 { return try SeasonalNaiveForecaster().fit(begun) }
        return try CombinedForecaster(
            name: name, members: Self.members, spreadCalibration: Self.spreadCalibration
        ).fit(begun)
    }
}
