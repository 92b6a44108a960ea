/// Shares a whole number out by weights so that the parts add up to it exactly.
public enum WholeShares {
    /// The parts of a total, by largest remainders: each gets the whole part of its share, and those with the largest
    /// rests one more, until the sum is exact; among equals the earlier one.
    ///
    /// - Parameters:
    ///   - total: What is shared out; nothing is when it is not above 0.
    ///   - weights: What the parts are in proportion to; those below zero count as zero, and when none is above zero
    ///     all parts are equal.
    public static func parts(of total: Int, weights: [Double]) -> [Int] {
        let total = max(total, 0)
        let weights = weights.map { max($0, 0) }
        let sum = weights.reduce(0, +)
        let shares = sum > 0 ? weights.map { $0 / sum } : weights.map { _ in 1 / Double(weights.count) }
        let exact = shares.map { $0 * Double(total) }
        var whole = exact.map { Int($0.rounded(.down)) }
        let rest = total - whole.reduce(0, +)
        let order = exact.indices.sorted {
            let (left, right) = (exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down))
            return left > right || (left == right && $0 < $1)
        }
        if rest > 0 {
            for index in 0..<rest where !order.isEmpty { whole[order[index % order.count]] += 1 }
        } else if rest < 0 {
            // Only rounding in sums beyond 2^53 can overshoot; take it from the largest.
            for index in whole.indices.sorted(by: { whole[$0] > whole[$1] }).prefix(-rest) { whole[index] -= 1 }
        }
        return whole
    }
}
