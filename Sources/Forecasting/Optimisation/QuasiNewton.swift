/// Minimum of a smooth function whose derivatives are known: BFGS with a backtracking line search
/// (Nocedal and Wright 2006, chapter 6).
///
/// Exponential smoothing with a season of twelve has up to seventeen unknowns. With exact derivatives this takes
/// some fifty evaluations where a simplex takes thousands.
struct QuasiNewton {
    /// Stops when an iteration gains less than this, twice in a row.
    var tolerance = 1e-3
    /// Stops after so many evaluations.
    var evaluationLimit = 150

    /// - Parameters:
    ///   - point: Where to start; holds the best point afterwards.
    ///   - scales: The size of a bold first move in each coordinate.
    ///   - function: Gives the value and fills the derivatives; infinity where it is not defined.
    /// - Returns: The least value found.
    func minimise(
        _ point: inout [Double], scales: [Double], function: (_ point: [Double], _ gradient: inout [Double]) -> Double
    ) -> Double {
        let dimension = point.count
        var gradient = [Double](repeating: 0, count: dimension)
        var value = function(point, &gradient)
        guard value.isFinite else { return .infinity }
        var evaluations = 1
        var inverse = Self.firstInverse(scales: scales, gradient: gradient)
        var smallGains = 0
        var isFresh = true
        var direction = [Double](repeating: 0, count: dimension)
        var trial = point
        var trialGradient = gradient
        var change = direction
        var product = direction

        while evaluations < evaluationLimit {
            var slope = 0.0
            for row in 0..<dimension {
                var sum = 0.0
                let base = row * dimension
                for column in 0..<dimension { sum -= inverse[base + column] * gradient[column] }
                direction[row] = sum
                slope += sum * gradient[row]
            }
            guard slope < 0 else {
                if isFresh { break }
                inverse = Self.firstInverse(scales: scales, gradient: gradient)
                isFresh = true
                continue
            }
            if -slope < tolerance * 0.1, !isFresh { break }

            var step = 1.0
            var trialValue = Double.infinity
            while evaluations < evaluationLimit {
                for index in 0..<dimension { trial[index] = point[index] + step * direction[index] }
                trialValue = function(trial, &trialGradient)
                evaluations += 1
                if trialValue <= value + 1e-4 * step * slope { break }
                let curvature = trialValue.isFinite ? trialValue - value - step * slope : .infinity
                let best = curvature.isFinite ? -slope * step * step / (2 * curvature) : 0
                step = min(max(best, 0.1 * step), 0.5 * step)
                if step < 1e-8 { break }
            }
            guard trialValue < value else {
                if isFresh { break }
                inverse = Self.firstInverse(scales: scales, gradient: gradient)
                isFresh = true
                continue
            }

            var curvature = 0.0
            for index in 0..<dimension {
                change[index] = trial[index] - point[index]
                direction[index] = trialGradient[index] - gradient[index]
                curvature += change[index] * direction[index]
            }
            if curvature > 1e-12 {
                Self.update(&inverse, change: change, difference: direction, curvature: curvature, product: &product)
                isFresh = false
            }
            let gain = value - trialValue
            swap(&point, &trial)
            swap(&gradient, &trialGradient)
            value = trialValue
            smallGains = gain < tolerance ? smallGains + 1 : 0
            if smallGains == 2 { break }
        }
        return value
    }

    /// A diagonal that makes the first move as bold as the scales say, and no bolder.
    private static func firstInverse(scales: [Double], gradient: [Double]) -> [Double] {
        let dimension = scales.count
        let steepness = zip(scales, gradient).reduce(0) { $0 + $1.0 * $1.0 * $1.1 * $1.1 }.squareRoot()
        var inverse = [Double](repeating: 0, count: dimension * dimension)
        for index in 0..<dimension {
            inverse[index * dimension + index] = scales[index] * scales[index] / max(steepness, 1e-300)
        }
        return inverse
    }

    private static func update(
        _ inverse: inout [Double], change: [Double], difference: [Double], curvature: Double, product: inout [Double]
    ) {
        let dimension = change.count
        var quadratic = 0.0
        for row in 0..<dimension {
            var sum = 0.0
            let base = row * dimension
            for column in 0..<dimension { sum += inverse[base + column] * difference[column] }
            product[row] = sum
            quadratic += sum * difference[row]
        }
        let weight = (1 + quadratic / curvature) / curvature
        for row in 0..<dimension {
            let base = row * dimension
            for column in 0..<dimension {
                inverse[base + column] +=
                    weight * change[row] * change[column]
                    - (product[row] * change[column] + change[row] * product[column]) / curvature
            }
        }
    }
}
