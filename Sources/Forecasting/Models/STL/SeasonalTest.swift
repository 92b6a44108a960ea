/// Whether a series has a season at all.
enum SeasonalTest {
    /// The autocorrelation at the season's lag against its 90 % limit,
    /// |r(m)| > 1.645 sqrt((1 + 2 sum r(i)^2, i < m) / n), as used with Theta methods.
    static func isSeasonal(_ values: [Double], seasonLength: Int) -> Bool {
        let count = Double(values.count)
        guard seasonLength > 1, values.count >= 2 * seasonLength else { return false }
        let mean = values.reduce(0, +) / count
        let deviations = values.map { $0 - mean }
        let power = deviations.reduce(0) { $0 + $1 * $1 }
        guard power > 0 else { return false }
        func correlation(_ lag: Int) -> Double {
            zip(deviations, deviations.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 } / power
        }
        let squares = (1..<seasonLength).reduce(0) { $0 + correlation($1) * correlation($1) }
        return abs(correlation(seasonLength)) > 1.645 * ((1 + 2 * squares) / count).squareRoot()
    }
}
