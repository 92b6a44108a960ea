/// What is still needed to reach a yearly total, period by period.
public struct RequiredPath: Sendable, Hashable {
    /// Whole visitors needed in each remaining period, which add up exactly to what is missing of the goal.
    public let periods: [Int]
    /// The growth on the same periods of last year, 0.142 for +14.2 %; `nil` when one of those is absent or their sum
    /// is zero.
    public let growth: Double?

    /// Works out the path.
    ///
    /// What is missing is spread like the periods expected, so that a summer month carries a summer month's share.
    /// Whole numbers come by largest remainders: each period gets the whole part of its share, and those with the
    /// largest rests one more, until the sum is exact.
    ///
    /// - Parameters:
    ///   - missing: The goal less the year's known periods; nothing is needed when it is not above 0.
    ///   - expected: What is expected of each remaining period, not negative.
    ///   - lastYear: The same periods' figures a year before.
    public init(missing: Int, expected: [Double], lastYear: [Double?]) {
        let needed = max(missing, 0)
        let weights = expected.map { max($0, 0) }
        let sum = weights.reduce(0, +)
        // Without any expectation there is no season either: equal parts.
        let shares = sum > 0 ? weights.map { $0 / sum } : expected.map { _ in 1 / Double(expected.count) }
        let exact = shares.map { $0 * Double(needed) }
        var whole = exact.map { Int($0.rounded(.down)) }
        let rest = needed - whole.reduce(0, +)
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
        periods = whole
        var before: Double? = lastYear.count == expected.count ? 0 : nil
        for value in lastYear {
            guard let value, let sum = before else {
                before = nil
                break
            }
            before = sum + value
        }
        growth = before.flatMap { $0 > 0 ? Double(missing) / $0 - 1 : nil }
    }
}
