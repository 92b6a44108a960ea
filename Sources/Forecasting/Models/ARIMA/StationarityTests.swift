import Foundation

/// How often a series is differenced before an ARMA model is put to it.
///
/// The likelihoods of models with different differences are not comparable, so Akaike's criterion cannot choose
/// them; tests do, in the order of Hyndman and Khandakar (2008) and Hyndman and Athanasopoulos (fpp3, 9.1 and 9.10).
enum StationarityTests {
    /// Whether the season is strong enough to be differenced: strength above 0.64.
    ///
    /// The strength is 1 - Var(rest) / Var(season + rest) after STL (Wang, Smith and Hyndman 2006); the limit is the
    /// one Hyndman and Athanasopoulos found to forecast best on the M3 competition's series.
    static func wantsSeasonalDifference(_ values: [Double], seasonLength: Int) -> Bool {
        guard seasonLength > 1, values.count >= 2 * seasonLength + 2 else { return false }
        let parts = SeasonalTrendDecomposition(values, seasonLength: seasonLength, seasonWindow: 11)
        let detrended = values.indices.map { values[$0] - parts.trend[$0] }
        let rest = values.indices.map { detrended[$0] - parts.season[$0] }
        let whole = variance(detrended)
        guard whole > 0 else { return false }
        return 1 - variance(rest) / whole > 0.64
    }

    /// How many differences until the KPSS test no longer rejects a steady level at 5 %.
    static func differences(of values: [Double], limit: Int) -> Int {
        var series = values
        for count in 0..<limit {
            guard series.count > 3, variance(series) > 0, levelStatistic(series) > 0.463 else { return count }
            series = zip(series.dropFirst(), series).map { $0 - $1 }
        }
        return limit
    }

    /// The KPSS statistic for a steady level (Kwiatkowski, Phillips, Schmidt and Shin 1992): the sum of squared
    /// partial sums of the deviations / n^2 s^2, where s^2 is the long-run variance with Bartlett's weights up to
    /// lag 3 sqrt(n) / 13.
    static func levelStatistic(_ values: [Double]) -> Double {
        let count = values.count
        let mean = values.reduce(0, +) / Double(count)
        let deviations = values.map { $0 - mean }
        var (sum, squares) = (0.0, 0.0)
        for deviation in deviations {
            sum += deviation
            squares += sum * sum
        }
        var longRun = deviations.reduce(0) { $0 + $1 * $1 }
        let lags = Int(3 * Double(count).squareRoot() / 13)
        for lag in 1..<max(lags + 1, 1) where lag < count {
            let product = zip(deviations, deviations.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 }
            longRun += 2 * (1 - Double(lag) / Double(lags + 1)) * product
        }
        guard longRun > 0 else { return 0 }
        return squares / (Double(count) * longRun)
    }

    private static func variance(_ values: [Double]) -> Double {
        guard values.count > 1 else { return 0 }
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }
}
