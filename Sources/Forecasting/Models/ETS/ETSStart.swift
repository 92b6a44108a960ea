/// Where the search for initial states begins.
///
/// The season comes from a classical decomposition of the first three seasons (centred moving average), level and
/// slope from a straight line through the first seasonally adjusted figures.
struct ETSStart {
    var level: Double
    var slope: Double
    /// Figures to add, the first period's first, with a mean of 0.
    var additiveSeason: [Double]
    /// Figures to multiply by, with a mean of 1.
    var multiplicativeSeason: [Double]

    init(samples: [Double], seasonLength: Int, isSeasonal: Bool) {
        let window = Array(samples.prefix(max(3 * seasonLength, 10)))
        let mean = Self.mean(window)
        additiveSeason = [Double](repeating: 0, count: seasonLength)
        multiplicativeSeason = [Double](repeating: 1, count: seasonLength)
        if isSeasonal {
            let trend = Self.centredAverage(window, seasonLength: seasonLength)
            var sums = additiveSeason
            var ratios = additiveSeason
            var counts = additiveSeason
            for (index, value) in window.enumerated() where !value.isNaN {
                guard let level = trend[index] else { continue }
                sums[index % seasonLength] += value - level
                ratios[index % seasonLength] += level > 0 ? value / level : 1
                counts[index % seasonLength] += 1
            }
            for position in 0..<seasonLength {
                additiveSeason[position] = counts[position] > 0 ? sums[position] / counts[position] : 0
                let ratio = counts[position] > 0 ? ratios[position] / counts[position] : 1
                multiplicativeSeason[position] = max(ratio, 0.02)
            }
            let shift = Self.mean(additiveSeason)
            let factor = max(Self.mean(multiplicativeSeason), 1e-6)
            additiveSeason = additiveSeason.map { $0 - shift }
            multiplicativeSeason = multiplicativeSeason.map { $0 / factor }
        }
        let season = additiveSeason
        let adjusted = samples.prefix(max(10, 2 * seasonLength)).enumerated().map {
            $0.element - season[$0.offset % seasonLength]
        }
        (level, slope) = Self.line(adjusted) ?? (mean, 0)
    }

    private static func mean(_ values: [Double]) -> Double {
        let known = values.filter { !$0.isNaN }
        return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    }

    /// Means over one season, with half weights at both ends where the season is even; `nil` near the ends.
    private static func centredAverage(_ values: [Double], seasonLength: Int) -> [Double?] {
        let half = seasonLength / 2
        let isEven = seasonLength.isMultiple(of: 2)
        return values.indices.map { index in
            guard index >= half, index + half < values.count else { return nil }
            var sum = 0.0
            var weight = 0.0
            for offset in -half...half {
                let value = values[index + offset]
                if value.isNaN { continue }
                let share = isEven && abs(offset) == half ? 0.5 : 1
                sum += share * value
                weight += share
            }
            return weight > 0.5 * Double(seasonLength) ? sum / weight : nil
        }
    }

    /// Intercept before the first period and slope of the least squares line.
    private static func line(_ values: [Double]) -> (Double, Double)? {
        var (count, sumX, sumY, sumXX, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (index, value) in values.enumerated() where !value.isNaN {
            let x = Double(index + 1)
            count += 1
            sumX += x
            sumY += value
            sumXX += x * x
            sumXY += x * value
        }
        let spread = count * sumXX - sumX * sumX
        guard count >= 3, spread > 0 else { return nil }
        let slope = (count * sumXY - sumX * sumY) / spread
        return ((sumY - slope * sumX) / count, slope)
    }
}
