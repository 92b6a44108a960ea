/// Which parts make the gap between a year's goal and its expected end.
///
/// ```
/// goal(p) = goal × before(p) ÷ Σ before     whole numbers by largest remainders
/// end(p)  = known(p) + rest(p)
/// gap(p)  = goal(p) − end(p)                Σ gap(p) = goal − Σ end(p), exactly
/// ```
///
/// A goal for the whole names no goals of parts. Each part is asked to keep the share it had before, so a part makes
/// more of the gap when it grows less than the goal asks of all; a part ahead of that has a gap below zero.
public struct GapDecomposition: Sendable, Hashable {
    /// One part's share in the gap.
    public struct Part: Sendable, Hashable {
        /// The part's sum over the year's known periods.
        public let known: Int
        /// Its forecast of the rest of the year.
        public let rest: Int
        /// Its count in the year before.
        public let before: Int
        /// What the goal asks of it.
        public let goal: Int
        /// Where its year ends.
        public var end: Int { known + rest }
        /// What it lacks; below zero when it is ahead.
        public var gap: Int { goal - end }
    }

    /// The parts, in the order given.
    public let parts: [Part]
    /// Where the whole's year ends: the parts' ends together.
    public var end: Int { parts.reduce(0) { $0 + $1.end } }
    /// What the whole lacks: the parts' gaps together.
    public var gap: Int { parts.reduce(0) { $0 + $1.gap } }

    /// Shares the gap out.
    ///
    /// - Parameters:
    ///   - goal: The whole's goal.
    ///   - known: Each part's sum over the year's known periods.
    ///   - rest: Each part's forecast of the rest.
    ///   - before: Each part's count in the year before.
    public init(goal: Int, known: [Int], rest: [Int], before: [Int]) {
        precondition(known.count == rest.count && known.count == before.count, "one number of each kind for every part")
        let goals = WholeShares.parts(of: goal, weights: before.map(Double.init))
        parts = known.indices.map {
            Part(known: known[$0], rest: rest[$0], before: before[$0], goal: goals[$0])
        }
    }
}
