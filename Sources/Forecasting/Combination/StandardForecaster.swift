/// What `dmo` forecasts with: exponential smoothing over all its forms, complex exponential smoothing, and Theta
/// under STL on the logarithmic and on the plain scale, in equal parts.
///
/// Under two seasons and a bit no model can tell a season from chance; there the last year is repeated, and under a
/// year and a half there is no answer at all.
public struct StandardForecaster: Forecaster {
    public let name = "standard"

    /// What every surprise is multiplied by, given the years (seasons) known.
    ///
    /// Two corrections at once. The members' errors of many months ahead agree less than those of one month, which is
    /// all that the combination sees: 0.82. And what is estimated from few years is uncertain itself, as in any
    /// regression: the root of 1 + 2 / years. Both numbers are measured on 146 monthly series of the tourism
    /// competition; the ranges then hold 85 and 96 % at the official origin, 74 and 89 % at four earlier,
    /// rougher ones.
    static func spreadCalibration(years: Double) -> Double {
        0.82 * (1 + 2 / max(years, 1)).squareRoot()
    }

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
            name: name, members: Self.members,
            spreadCalibration: Self.spreadCalibration(years: Double(known) / Double(length))
        ).fit(begun)
    }
}
