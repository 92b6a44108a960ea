/// Minimum of a function of a few numbers, without derivatives (Nelder and Mead 1965).
///
/// For two to four numbers it needs fewer evaluations than anything with numerical derivatives. Values that are not
/// finite count as worse than any other, so a function says "not allowed" with infinity.
struct NelderMead {
    /// Stops when the simplex' values differ by less than this.
    var tolerance = 1e-5
    /// Stops after so many evaluations.
    var evaluationLimit = 400

    func minimum(
        from start: [Double], steps: [Double], of function: ([Double]) -> Double
    ) -> (point: [Double], value: Double) {
        let dimension = start.count
        var points = [start]
        for index in 0..<dimension {
            var point = start
            point[index] += steps[index]
            points.append(point)
        }
        var values = points.map { Self.comparable(function($0)) }
        var evaluations = values.count
        while evaluations < evaluationLimit {
            let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
            points = order.map { points[$0] }
            values = order.map { values[$0] }
            guard values[dimension] - values[0] > tolerance else { break }

            var centre = [Double](repeating: 0, count: dimension)
            for point in points.dropLast() {
                for index in 0..<dimension { centre[index] += point[index] / Double(dimension) }
            }
            let worst = points[dimension]
            func moved(_ factor: Double) -> [Double] {
                zip(centre, worst).map { $0 + factor * ($0 - $1) }
            }
            let reflected = moved(1)
            let reflectedValue = Self.comparable(function(reflected))
            evaluations += 1
            if reflectedValue < values[0] {
                let expanded = moved(2)
                let expandedValue = Self.comparable(function(expanded))
                evaluations += 1
                (points[dimension], values[dimension]) =
                    expandedValue < reflectedValue ? (expanded, expandedValue) : (reflected, reflectedValue)
            } else if reflectedValue < values[dimension - 1] {
                (points[dimension], values[dimension]) = (reflected, reflectedValue)
            } else {
                let contracted = moved(reflectedValue < values[dimension] ? 0.5 : -0.5)
                let contractedValue = Self.comparable(function(contracted))
                evaluations += 1
                if contractedValue < min(reflectedValue, values[dimension]) {
                    (points[dimension], values[dimension]) = (contracted, contractedValue)
                } else {
                    for row in 1...dimension {
                        points[row] = zip(points[row], points[0]).map { 0.5 * ($0 + $1) }
                        values[row] = Self.comparable(function(points[row]))
                    }
                    evaluations += dimension
                }
            }
        }
        let best = values.indices.min { (values[$0], $0) < (values[$1], $1) } ?? 0
        return (points[best], values[best])
    }

    private static func comparable(_ value: Double) -> Double { value.isFinite ? value : .greatestFiniteMagnitude }
}
