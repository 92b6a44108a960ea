/// Absent periods bridged, for the one step that cannot skip them: taking a season off.
///
/// A gap is bridged by a straight line through what stands around it once the usual figure of each period in the
/// season is taken off; the filled figures are never shown and never counted as known.
enum FilledGaps {
    static func filled(_ samples: [Double], seasonLength: Int) -> [Double] {
        guard samples.contains(where: \.isNaN) else { return samples }
        let known = samples.filter { !$0.isNaN }
        let mean = known.reduce(0, +) / Double(max(known.count, 1))
        var season = [Double](repeating: 0, count: seasonLength)
        var adjusted = samples
        // The usual figure needs the trend off, and the trend needs the gaps bridged: three rounds settle it.
        for _ in 0..<3 {
            let level = bridged(adjusted, mean: mean)
            let trend =
                seasonLength > 1
                ? Loess.smoothed(level, window: 2 * seasonLength + 1, from: 0, count: level.count) : level
            for phase in 0..<seasonLength {
                let own = stride(from: phase, to: samples.count, by: seasonLength).filter { !samples[$0].isNaN }
                season[phase] = own.isEmpty ? 0 : own.reduce(0) { $0 + samples[$1] - trend[$1] } / Double(own.count)
            }
            let shift = season.reduce(0, +) / Double(seasonLength)
            for index in samples.indices {
                adjusted[index] = samples[index] - (season[index % seasonLength] - shift)
            }
            season = season.map { $0 - shift }
        }
        let level = bridged(adjusted, mean: mean)
        return samples.indices.map { samples[$0].isNaN ? level[$0] + season[$0 % seasonLength] : samples[$0] }
    }

    /// Straight lines over gaps; level ends.
    private static func bridged(_ values: [Double], mean: Double) -> [Double] {
        let known = values.indices.filter { !values[$0].isNaN }
        guard let first = known.first, let last = known.last else { return values.map { _ in mean } }
        var result = values
        for index in 0..<first { result[index] = values[first] }
        for index in last..<values.count { result[index] = values[last] }
        for (left, right) in zip(known, known.dropFirst()) where right - left > 1 {
            for index in (left + 1)..<right {
                let share = Double(index - left) / Double(right - left)
                result[index] = values[left] + share * (values[right] - values[left])
            }
        }
        return result
    }
}
