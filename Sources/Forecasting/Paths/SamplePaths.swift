/// Possible futures of one series.
///
/// Every statement about the future is a count over these: a range of a month, of a year's total, the chance of a
/// target, the first month at which something happens.
public struct SamplePaths: Sendable, Hashable {
    /// Number of futures.
    public let count: Int
    /// Number of periods ahead.
    public let horizon: Int
    /// The value of path `p` at step `h` (from 0) is at `h * count + p`.
    public internal(set) var values: [Double]

    /// Makes futures from their values, step by step.
    ///
    /// - Parameter values: `count` values of the first step, then of the second, and so on.
    public init(count: Int, horizon: Int, values: [Double]) {
        precondition(values.count == count * horizon, "a value for every path and step")
        self.count = count
        self.horizon = horizon
        self.values = values
    }

    /// The value of one path at one step, both from 0.
    public subscript(path path: Int, step step: Int) -> Double {
        values[step * count + path]
    }

    /// All values of a step, from 0, in the order of the paths.
    public func values(atStep step: Int) -> [Double] {
        Array(values[(step * count)..<((step + 1) * count)])
    }

    /// The totals of each path over some steps, from 0.
    public func totals(over steps: Range<Int>) -> [Double] {
        var totals = [Double](repeating: 0, count: count)
        for step in steps {
            let base = step * count
            for path in 0..<count { totals[path] += values[base + path] }
        }
        return totals
    }

    /// The futures of several models put together; the models agree on the horizon.
    public static func pooled(_ members: [SamplePaths]) -> SamplePaths {
        guard let first = members.first else { return SamplePaths(count: 0, horizon: 0, values: []) }
        var values: [Double] = []
        values.reserveCapacity(members.reduce(0) { $0 + $1.values.count })
        for step in 0..<first.horizon {
            for member in members { values.append(contentsOf: member.values(atStep: step)) }
        }
        return SamplePaths(count: members.reduce(0) { $0 + $1.count }, horizon: first.horizon, values: values)
    }
}

extension SamplePaths {
    /// The futures without their first steps.
    public func dropping(_ steps: Int) -> SamplePaths {
        let dropped = min(max(steps, 0), horizon)
        return SamplePaths(
            count: count, horizon: horizon - dropped, values: Array(values.dropFirst(dropped * count)))
    }
}
