/// Quantiles of a sample, by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
public struct SortedSample: Sendable, Hashable {
    /// The values, smallest first.
    public let values: [Double]

    /// Sorts a sample, which must not be empty.
    public init(_ values: [Double]) {
        self.values = values.sorted()
        precondition(!self.values.isEmpty, "a sample has values")
    }

    /// The value with a given share of the sample below it, `0 ... 1`.
    public func quantile(_ share: Double) -> Double {
        let place = min(max(share, 0), 1) * Double(values.count - 1)
        let lower = Int(place)
        let upper = min(lower + 1, values.count - 1)
        return values[lower] + (place - Double(lower)) * (values[upper] - values[lower])
    }

    /// The middle value.
    public var median: Double { quantile(0.5) }

    /// The range that holds a given share of the sample, with as much left out below as above.
    public func range(holding share: Double) -> ClosedRange<Double> {
        quantile((1 - share) / 2)...quantile((1 + share) / 2)
    }

    /// The share of the sample at or above a value.
    public func share(atLeast value: Double) -> Double {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value { low = middle + 1 } else { high = middle }
        }
        return Double(values.count - low) / Double(values.count)
    }
}
