/// Whether a year's total will reach a goal: what a director asks.
public struct YearVerdict: Sendable, Hashable {
    /// Where the year ends.
    public let end: SortedSample
    /// The sum of the year's known periods.
    public let known: Double
    /// The chance of the goal or more.
    public let chance: Chance
    /// What is needed in the remaining periods.
    public let required: RequiredPath
    /// The first remaining period (from 0) from which no future seen reaches the goal any more, when the periods before
    /// it go as expected; `nil` when the goal stays in reach to the last.
    public let firstOutOfReach: Int?

    /// Judges a year.
    ///
    /// - Parameters:
    ///   - goal: The total to reach.
    ///   - known: The figures of the year's known periods.
    ///   - paths: Futures, of which the first `remaining` steps belong to the year.
    ///   - remaining: Periods left of the year, at least 1.
    ///   - lastYear: Last year's figures of the remaining periods.
    ///   - confidence: How much of the chance's log odds is believed.
    public init(
        goal: Int, known: [Double], paths: SamplePaths, remaining: Int, lastYear: [Double?],
        confidence: Double = Chance.confidence
    ) {
        precondition(remaining >= 1 && remaining <= paths.horizon, "the futures cover the rest of the year")
        let sum = known.reduce(0, +)
        let totals = paths.totals(over: 0..<remaining).map { $0 + sum }
        let target = Double(goal)
        end = SortedSample(totals)
        self.known = sum
        chance = Chance(reached: totals.count { $0 >= target }, of: totals.count, confidence: confidence)
        let medians = (0..<remaining).map { SortedSample(paths.values(atStep: $0)).median }
        required = RequiredPath(
            missing: goal - Int(sum.rounded()), expected: medians, lastYear: lastYear)

        var expected = sum
        var first: Int?
        for step in 0..<remaining {
            let best = paths.totals(over: step..<remaining).max() ?? 0
            if expected + best < target {
                first = step
                break
            }
            expected += medians[step]
        }
        firstOutOfReach = first
    }
}
