/// What is still needed to reach a yearly total, period by period.
public struct RequiredPath: Sendable, Hashable {
    /// Whole visitors needed in each remaining period, which add up exactly to what is missing of the goal.
    public let periods: [Int]
    /// The growth on the same periods of last year, 0.142 for +14.2 %; `nil` when one of those is absent or their sum
    /// is zero.
    public let growth: Double?

    /// Works out the path.
    ///
    /// What is missing is spread like the periods expected, so that a summer month carries a summer month's share; see
    /// ``WholeShares``. Without any expectation there is no season either, and the parts are equal.
    ///
    /// - Parameters:
    ///   - missing: The goal less the year's known periods; nothing is needed when it is not above 0.
    ///   - expected: What is expected of each remaining period, not negative.
    ///   - lastYear: The same periods' figures a year before.
    public init(missing: Int, expected: [Double], lastYear: [Double?]) {
        periods = WholeShares.parts(of: missing, weights: expected)
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
