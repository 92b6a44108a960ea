import Foundation

extension ThetaRecursion {
    /// The recursion that fits a series best, run to its end, and its errors (NaN where the figure is absent).
    ///
    /// Least squares over initial level, alpha and theta; the first three errors do not count, as the line through
    /// one or two figures is arbitrary.
    static func fitted(to samples: [Double]) -> (recursion: ThetaRecursion, errors: [Double]) {
        let first = samples.first { !$0.isNaN } ?? 0
        let known = samples.filter { !$0.isNaN }
        let mean = known.reduce(0, +) / Double(max(known.count, 1))
        let spread = (known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(known.count, 1))).squareRoot()
        guard spread > 1e-9 * max(abs(mean), 1e-300) else {
            let flat = ThetaRecursion(alpha: 0.5, theta: 1, level: mean)
            return flat.run(over: samples)
        }
        func recursion(_ point: [Double]) -> ThetaRecursion {
            ThetaRecursion(
                alpha: 0.1 + 0.89 / (1 + exp(-point[0])), theta: 1 + exp(min(point[1], 12)),
                level: first + spread * point[2])
        }
        var best: (point: [Double], value: Double) = ([0, 0, 0], .infinity)
        for start in [[-1.5, 0.0, 0.0], [0.5, 1.0, 0.0]] {
            let search = NelderMead(tolerance: 1e-6, evaluationLimit: 200)
            let found = search.minimum(from: start, steps: [0.8, 0.8, 0.3]) { point in
                guard abs(point[0]) < 12, point[1] > -12 else { return .infinity }
                return recursion(point).squares(over: samples) / (spread * spread * Double(known.count))
            }
            if found.value < best.value { best = found }
        }
        return recursion(best.point).run(over: samples)
    }

    private func squares(over samples: [Double]) -> Double {
        var state = self
        var squares = 0.0
        for (index, value) in samples.enumerated() {
            let expected = state.expected
            if value.isNaN {
                state.advance(with: expected)
            } else {
                if index >= 3 { squares += (value - expected) * (value - expected) }
                state.advance(with: value)
            }
        }
        return squares
    }

    private func run(over samples: [Double]) -> (recursion: ThetaRecursion, errors: [Double]) {
        var state = self
        let errors = samples.map { value -> Double in
            let expected = state.expected
            state.advance(with: value.isNaN ? expected : value)
            return value - expected
        }
        return (state, errors)
    }
}
