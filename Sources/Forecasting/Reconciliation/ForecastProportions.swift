/// Forecasts of parts made to agree with the whole's: top-down by the proportions of forecasts.
///
/// Each part is forecast by itself; its share of a step is its forecast over the sum of all parts' forecasts of that
/// step, and the whole's forecast is shared out by these (Athanasopoulos, Ahmed and Hyndman 2009, "Hierarchical
/// forecasts for Australian domestic tourism", top-down with forecast proportions). The whole's forecast, whose record
/// is checked, is left as it is. Numbers are whole, so that the steps add up to the total and the parts to every step,
/// exactly.
public struct ForecastProportions: Sendable, Hashable {
    /// The whole's count of each step; they add up to the total.
    public let whole: [Int]
    /// The count of each part in each step, `counts[part][step]`; the parts of a step add up to `whole[step]`.
    public let counts: [[Int]]
    /// The share of each part in each step, `shares[part][step]`; the shares of a step add up to 1.
    public let shares: [[Double]]

    /// Shares a forecast out.
    ///
    /// - Parameters:
    ///   - total: The whole's forecast of all steps together.
    ///   - steps: The whole's forecast of each step, for the steps' proportions in the total.
    ///   - parts: Each part's own forecast of each step, `parts[part][step]`. In a step where none expects anything, the
    ///     parts' sums over all steps are their weights.
    public init(total: Int, steps: [Double], parts: [[Double]]) {
        let whole = WholeShares.parts(of: total, weights: steps)
        let sums = parts.map { part in part.reduce(0) { $0 + max($1, 0) } }
        var counts = parts.map { _ in [Int]() }
        var shares = parts.map { _ in [Double]() }
        for step in steps.indices {
            var weights = parts.map { max($0[step], 0) }
            if !weights.contains(where: { $0 > 0 }) { weights = sums }
            if !weights.contains(where: { $0 > 0 }) { weights = weights.map { _ in 1 } }
            let sum = weights.reduce(0, +)
            for (part, count) in WholeShares.parts(of: whole[step], weights: weights).enumerated() {
                counts[part].append(count)
                shares[part].append(weights[part] / sum)
            }
        }
        self.whole = whole
        self.counts = counts
        self.shares = shares
    }
}
