/// A series taken apart into season, trend and rest: STL of Cleveland, Cleveland, McRae and Terpenning (1990),
/// with straight lines throughout, two inner loops and no robustness weights.
///
/// Unlike a classical decomposition the season may change over the years, as fast as its window allows.
public struct SeasonalTrendDecomposition: Sendable, Hashable {
    /// The season's figure of every period.
    public var season: [Double]
    /// The trend.
    public var trend: [Double]

    /// Takes a series apart.
    ///
    /// - Parameters:
    ///   - values: The figures, none absent, at least two seasons.
    ///   - seasonLength: Periods in a season.
    ///   - seasonWindow: Years that count in a season's figure, odd; larger is steadier.
    public init(_ values: [Double], seasonLength: Int, seasonWindow: Int) {
        precondition(values.count >= 2 * seasonLength, "a season shows only when it has come twice")
        let count = values.count
        let trendWindow = Self.odd(1.5 * Double(seasonLength) / (1 - 1.5 / Double(seasonWindow)))
        let passWindow = Self.odd(Double(seasonLength))
        trend = [Double](repeating: 0, count: count)
        season = trend
        for _ in 0..<2 {
            // Every month's own series, smoothed and drawn out by one year at both ends.
            var cycle = [Double](repeating: 0, count: count + 2 * seasonLength)
            for phase in 0..<seasonLength {
                let own = stride(from: phase, to: count, by: seasonLength).map { values[$0] - trend[$0] }
                let smooth = Loess.smoothed(own, window: seasonWindow, from: -1, count: own.count + 2)
                for (index, value) in smooth.enumerated() { cycle[phase + index * seasonLength] = value }
            }
            // What of it is no season but slow movement, taken out again.
            let once = Self.movingAverage(cycle, seasonLength)
            let twice = Self.movingAverage(once, seasonLength)
            let slow = Loess.smoothed(Self.movingAverage(twice, 3), window: passWindow, from: 0, count: count)
            for index in 0..<count { season[index] = cycle[index + seasonLength] - slow[index] }
            let adjusted = zip(values, season).map { $0 - $1 }
            trend = Loess.smoothed(adjusted, window: trendWindow, from: 0, count: count)
        }
    }

    /// The smallest odd number at or above a value, as the paper's default windows are rounded.
    private static func odd(_ value: Double) -> Int {
        let whole = Int(value.rounded(.up))
        return whole.isMultiple(of: 2) ? whole + 1 : whole
    }

    private static func movingAverage(_ values: [Double], _ length: Int) -> [Double] {
        var sum = values.prefix(length).reduce(0, +)
        var averages = [sum / Double(length)]
        averages.reserveCapacity(values.count - length + 1)
        for index in length..<values.count {
            sum += values[index] - values[index - length]
            averages.append(sum / Double(length))
        }
        return averages
    }
}
