/// Keeps labels in a column apart.
enum LabelPlacement {
    /// Positions as near as possible to those wanted (least squares), in the same order, at least `spacing` apart.
    ///
    /// Stays within `bounds` where all fit; otherwise runs past the upper bound rather than overlap.
    /// Equal wishes keep the order given.
    ///
    /// With the k-th label shifted by -k × spacing the task is an isotonic regression, solved by pooling neighbours.
    static func spread(_ wanted: [Double], spacing: Double, within bounds: ClosedRange<Double>) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var pools: [(sum: Double, count: Int)] = []
        for (rank, index) in order.enumerated() {
            var pool = (sum: wanted[index] - Double(rank) * spacing, count: 1)
            while let last = pools.last, last.sum / Double(last.count) > pool.sum / Double(pool.count) {
                pool = (sum: pool.sum + last.sum, count: pool.count + last.count)
                pools.removeLast()
            }
            pools.append(pool)
        }
        let highest = max(bounds.lowerBound, bounds.upperBound - Double(wanted.count - 1) * spacing)
        let levels = pools.flatMap { pool in
            repeatElement(min(max(pool.sum / Double(pool.count), bounds.lowerBound), highest), count: pool.count)
        }
        var result = wanted
        for (rank, index) in order.enumerated() {
            result[index] = levels[rank] + Double(rank) * spacing
        }
        return result
    }
}
