import Foundation

/// Complex exponential smoothing, the form chosen by Akaike's criterion.
///
/// Its errors are unlike those of exponential smoothing and Theta, so it earns its place in the combination. Initial
/// states are found by running the recursion to the end, back to the beginning, and forward again ("backcasting"),
/// so that only two to four numbers remain to be searched.
public struct CESForecaster: Forecaster {
    public let name = "ces"
    /// The forms to choose from.
    public var forms: [CESForm]

    /// Makes a forecaster.
    public init(forms: [CESForm] = CESForm.allCases) {
        self.forms = forms
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        let samples = try series.checkedSamples(needed: 5)
        let length = series.seasonLength
        let known = samples.filter { !$0.isNaN }
        let count = Double(known.count)
        // Scaled but not centred: how fast the level grows or shrinks depends on the level itself.
        let size = known.reduce(0) { $0 + abs($1) } / count
        let factor = size > 0 ? size : 1
        let scaled = samples.map { $0 / factor }
        let isSeasonal = length > 1 && known.count >= 2 * length + 2
        let start = ETSStart(samples: scaled, seasonLength: length, isSeasonal: isSeasonal)

        var best: (aicc: Double, recursion: CESRecursion, squares: Double)?
        for form in forms where form == .none || isSeasonal {
            let estimate = Self.estimate(form, samples: scaled, start: start)
            guard estimate.squares.isFinite else { continue }
            let k = Double(form.parameterCount + 1)
            guard count > k + 1 else { continue }
            let aicc = count * log(max(estimate.squares, 1e-20)) + 2 * k + 2 * k * (k + 1) / (count - k - 1)
            if let best, best.aicc <= aicc { continue }
            best = (aicc, estimate.recursion, estimate.squares)
        }
        guard let best else { throw .tooShort(known: known.count, needed: 6) }
        var run = best.recursion
        let errors = run.errors(over: scaled)
        let spread = ErrorSpread(
            errors: errors, expected: zip(scaled, errors).map { $0 - $1 },
            // The states before the first period are estimated too, by backcasting.
            parameterCount: best.recursion.form.parameterCount + 2 + run.seasonal.count,
            halfLife: ErrorSpread.halfLife(seasonLength: length), allowsGrowth: series.isNonnegative)
        return FittedCES(
            recursion: run, factor: factor, errors: errors.map { $0.isNaN ? nil : factor * $0 }, spread: spread,
            floorsAtZero: series.isNonnegative)
    }

    private static func estimate(
        _ form: CESForm, samples: [Double], start: ETSStart
    ) -> (recursion: CESRecursion, squares: Double) {
        let backwards = Array(samples.reversed())
        var origin = CESRecursion(form: form)
        switch form {
        case .none: origin.level = start.level
        case .simple: origin.seasonal = start.additiveSeason.map { start.level + $0 }
        case .partial, .full:
            origin.level = start.level
            origin.seasonal = start.additiveSeason
        }
        origin.seasonalCompanion = form == .none ? [] : origin.seasonal.map { _ in 0 }
        func recursion(_ point: [Double]) -> CESRecursion? {
            var state = origin
            (state.a0, state.a1) = (point[0], point[1])
            guard CESForm.isStable(real: point[0], imaginary: point[1]) else { return nil }
            if form == .partial {
                guard (0.0...1.0).contains(point[2]) else { return nil }
                state.b0 = point[2]
            }
            if form == .full {
                guard CESForm.isStable(real: point[2], imaginary: point[3]) else { return nil }
                (state.b0, state.b1) = (point[2], point[3])
            }
            return state
        }
        func backcast(_ point: [Double]) -> (CESRecursion, Double)? {
            guard var state = recursion(point) else { return nil }
            _ = state.run(over: samples)
            state.turnRound()
            _ = state.run(over: backwards)
            state.turnRound()
            let beginning = state
            return (beginning, state.run(over: samples))
        }
        let starts: [[Double]] =
            switch form {
            case .none, .simple: [[1.3, 1.0]]
            case .partial: [[1.3, 1.0, 0.1]]
            case .full: [[1.3, 1.0, 1.3, 1.0]]
            }
        var best: (recursion: CESRecursion, squares: Double) = (origin, .infinity)
        for first in starts {
            let steps = first.indices.map { $0 < 2 ? 0.1 : (form == .partial ? 0.1 : -0.1) }
            let search = NelderMead(tolerance: 1e-4, evaluationLimit: 300)
            let found = search.minimum(from: first, steps: steps) { point in
                guard let (_, squares) = backcast(point) else { return .infinity }
                return Double(samples.count) * log(max(squares, 1e-20))
            }
            if let (state, squares) = backcast(found.point), squares < best.squares { best = (state, squares) }
        }
        return best
    }
}

/// Complex exponential smoothing run to the end of its series.
struct FittedCES: FittedForecaster {
    let recursion: CESRecursion
    let factor: Double
    let errors: [Double?]
    let spread: ErrorSpread
    let floorsAtZero: Bool

    var form: String { "CES(\(recursion.form.rawValue))" }

    func pointForecast(horizon: Int) -> [Double] {
        var state = recursion
        return (0..<horizon).map { _ in
            let expected = state.expected
            state.advance(surprise: 0)
            return figure(expected)
        }
    }

    func paths(shocks: Shocks) -> SamplePaths {
        let count = shocks.count
        var values = [Double](repeating: 0, count: count * shocks.horizon)
        var state = recursion
        for path in 0..<count {
            state.returnTo(recursion)
            for step in 0..<shocks.horizon {
                let expected = state.expected
                let shock = spread.deviation(at: expected) * shocks.values[step * count + path]
                values[step * count + path] = figure(expected + shock)
                state.advance(surprise: shock)
            }
        }
        return SamplePaths(count: count, horizon: shocks.horizon, values: values)
    }

    private func figure(_ value: Double) -> Double {
        floorsAtZero ? max(factor * value, 0) : factor * value
    }
}

extension CESRecursion {
    /// Takes another's state without giving up the room the season stands in.
    mutating func returnTo(_ other: CESRecursion) {
        level = other.level
        companion = other.companion
        position = other.position
        for index in seasonal.indices {
            seasonal[index] = other.seasonal[index]
            seasonalCompanion[index] = other.seasonalCompanion[index]
        }
    }
}
