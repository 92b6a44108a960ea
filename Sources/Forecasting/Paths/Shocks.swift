/// Standard normal surprises for a number of futures, shared by all models of one forecast.
///
/// Step 1 of every path is drawn first, then step 2, so that a longer horizon begins with the same numbers. Every
/// step's surprises come as pairs of opposite sign, which makes the middle of the paths agree with the point
/// forecast at no cost.
public struct Shocks: Sendable {
    /// Number of futures.
    public let count: Int
    /// Number of periods ahead.
    public let horizon: Int
    /// The surprise of path `p` at step `h` (from 0) is at `h * count + p`.
    let values: [Double]

    /// The same surprises, all larger or smaller.
    func scaled(by factor: Double) -> Shocks {
        Shocks(count: count, horizon: horizon, values: values.map { factor * $0 })
    }

    private init(count: Int, horizon: Int, values: [Double]) {
        self.count = count
        self.horizon = horizon
        self.values = values
    }

    /// Draws surprises.
    ///
    /// - Parameters:
    ///   - count: Number of futures; made even.
    ///   - horizon: Number of periods ahead.
    ///   - seed: The same seed gives the same surprises.
    public init(count: Int, horizon: Int, seed: UInt64) {
        let half = max(1, (count + 1) / 2)
        self.count = 2 * half
        self.horizon = max(0, horizon)
        var generator = SeededGenerator(seed: seed)
        var values: [Double] = []
        values.reserveCapacity(self.count * self.horizon)
        for _ in 0..<self.horizon {
            let first = values.count
            for _ in 0..<half { values.append(NormalDistribution.quantile(generator.nextUniform())) }
            for index in first..<(first + half) { values.append(-values[index]) }
        }
        self.values = values
    }
}
