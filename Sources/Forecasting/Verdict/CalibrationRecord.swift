/// How well earlier forecasts of totals did: what was said, and what came.
public struct CalibrationRecord: Sendable, Hashable {
    /// One statement that could be checked.
    public struct Statement: Sendable, Hashable {
        /// The probability said.
        public var said: Double
        /// Whether it came true.
        public var cameTrue: Bool

        /// Makes a statement.
        public init(said: Double, cameTrue: Bool) {
            self.said = said
            self.cameTrue = cameTrue
        }
    }

    /// One line of a reliability table.
    public struct Bin: Sendable, Hashable {
        /// The mean of the probabilities said.
        public var said: Double
        /// The share that came true.
        public var came: Double
        /// Number of statements.
        public var count: Int
    }

    /// Shares of the futures below what came, one an origin ("probability integral transform"); evenly spread between 0
    /// and 1 when the ranges are right.
    public private(set) var shares: [Double] = []
    /// Statements about targets.
    public private(set) var statements: [Statement] = []

    /// Makes a record; without arguments, an empty one.
    public init(shares: [Double] = [], statements: [Statement] = []) {
        self.shares = shares
        self.statements = statements
    }

    /// Adds what was said of a total, and what came.
    ///
    /// - Parameters:
    ///   - totals: The futures' totals.
    ///   - actual: What came.
    ///   - goals: Totals whose chance was said.
    public mutating func add(totals: SortedSample, actual: Double, goals: [Double]) {
        let (below, atMost) = (1 - totals.share(atLeast: actual), 1 - totals.share(atLeast: actual.nextUp))
        shares.append((below + atMost) / 2)
        for goal in goals {
            statements.append(Statement(said: totals.chance(ofAtLeast: goal).share, cameTrue: actual >= goal))
        }
    }

    /// Puts the records of several series together.
    public mutating func add(_ other: CalibrationRecord) {
        shares += other.shares
        statements += other.statements
    }

    /// The mean squared error of the probabilities; 0.25 is what always saying one half gets.
    public var brier: Double? {
        guard !statements.isEmpty else { return nil }
        let sum = statements.reduce(0) { $0 + ($1.said - ($1.cameTrue ? 1 : 0)) * ($1.said - ($1.cameTrue ? 1 : 0)) }
        return sum / Double(statements.count)
    }

    /// The share of totals that lay in the range said to hold a share of them.
    public func coverage(ofRangeHolding share: Double) -> Double? {
        guard !shares.isEmpty else { return nil }
        let edge = (1 - share) / 2
        return Double(shares.count { $0 >= edge && $0 <= 1 - edge }) / Double(shares.count)
    }

    /// What was said against what came, in steps of a fifth; empty bins are left out.
    public var reliability: [Bin] {
        (0..<5).compactMap { index in
            let (low, high) = (Double(index) / 5, Double(index + 1) / 5)
            let own = statements.filter { $0.said >= low && ($0.said < high || (index == 4 && $0.said <= 1)) }
            guard !own.isEmpty else { return nil }
            let count = Double(own.count)
            return Bin(
                said: own.reduce(0) { $0 + $1.said } / count, came: Double(own.count(where: \.cameTrue)) / count,
                count: own.count)
        }
    }

    /// The factor by which ranges should be wider (above 1) or narrower.
    ///
    /// Each share becomes the normal deviate with as much below it; were the ranges right, these would have a mean square
    /// of 1. A short record is trusted little: six imagined origins at exactly 1 stand beside those seen.
    public var spreadFactor: Double {
        let imagined = 6.0
        let squares = shares.reduce(0) { sum, share in
            let deviate = NormalDistribution.quantile(min(max(share, 0.001), 0.999))
            return sum + deviate * deviate
        }
        return ((squares + imagined) / (Double(shares.count) + imagined)).squareRoot()
    }
}
