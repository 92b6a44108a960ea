/// Locally weighted straight lines through equally spaced figures (Cleveland 1979), the tool inside STL.
enum Loess {
    /// The smooth value at a position, or `nil` where the weights vanish.
    ///
    /// - Parameters:
    ///   - values: Figures at positions 0, 1, 2, …
    ///   - position: Where to smooth; may lie one step outside.
    ///   - window: Number of figures that count, odd.
    ///   - first: Where the window begins.
    ///   - last: Where the window ends, inclusive.
    static func value(
        of values: [Double], at position: Double, window: Int, from first: Int, through last: Int
    ) -> Double? {
        var reach = max(position - Double(first), Double(last) - position)
        // A window wider than the series weighs as if the series went on.
        if window > values.count { reach += Double((window - values.count) / 2) }
        let near = 0.001 * reach
        let far = 0.999 * reach
        var (sumW, sumWX, sumWY, sumWXX, sumWXY) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for index in first...last {
            let x = Double(index) - position
            let distance = abs(x)
            if distance > far { continue }
            var weight = 1.0
            if distance > near {
                let ratio = distance / reach
                let rest = 1 - ratio * ratio * ratio
                weight = rest * rest * rest
            }
            let y = values[index]
            sumW += weight
            sumWX += weight * x
            sumWY += weight * y
            sumWXX += weight * x * x
            sumWXY += weight * x * y
        }
        guard sumW > 0 else { return nil }
        // The line's value at x = 0; with all weight on one figure there is no line, only the mean.
        let spread = sumW * sumWXX - sumWX * sumWX
        let span = Double(max(values.count - 1, 1))
        guard spread / (sumW * sumW) > 1e-6 * span * span else { return sumWY / sumW }
        return (sumWY * sumWXX - sumWX * sumWXY) / spread
    }

    /// The weight of each figure in its own smooth value, from 0 to 1.
    static func leverages(count: Int, window: Int) -> [Double] {
        (0..<count).map { index in
            var impulse = [Double](repeating: 0, count: count)
            impulse[index] = 1
            return smoothed(impulse, window: window, from: index, count: 1)[0]
        }
    }

    /// The smooth values at positions `start, start + 1, …` (from 0), `count` of them.
    static func smoothed(_ values: [Double], window: Int, from start: Int, count: Int) -> [Double] {
        let last = values.count - 1
        let half = window / 2
        return (0..<count).map { offset in
            let position = start + offset
            var left = 0
            var right = last
            if window <= last {
                left = min(max(position - half, 0), last - window + 1)
                right = left + window - 1
            }
            let nearest = values[min(max(position, 0), last)]
            return value(of: values, at: Double(position), window: window, from: left, through: right) ?? nearest
        }
    }
}
