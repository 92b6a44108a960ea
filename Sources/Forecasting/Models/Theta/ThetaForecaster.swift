/// The dynamic optimised Theta model (Fiorucci and others 2016), for a series without season.
public struct ThetaForecaster: Forecaster {
    public let name = "theta"
    /// Whether errors may be wider where more is expected; `false` for logarithms, where they already are alike.
    public var errorsMayGrow: Bool

    /// Makes a forecaster.
    public init(errorsMayGrow: Bool = true) {
        self.errorsMayGrow = errorsMayGrow
    }

    public func fit(_ series: TimeSeries) throws(ForecastingError) -> any FittedForecaster {
        let samples = try series.checkedSamples(needed: 4)
        let (recursion, errors) = ThetaRecursion.fitted(to: samples)
        // The first three errors are those of a line through one or two figures.
        let counted = Array(errors.dropFirst(3))
        let expected = zip(samples.dropFirst(3), counted).map { $0 - $1 }
        return FittedTheta(
            recursion: recursion, errors: errors.map { $0.isNaN ? nil : $0 },
            spread: ErrorSpread(
                errors: counted, expected: expected, parameterCount: 3,
                halfLife: ErrorSpread.halfLife(seasonLength: series.seasonLength),
                allowsGrowth: errorsMayGrow))
    }
}

/// A Theta model run to the end of its series.
struct FittedTheta: FittedForecaster {
    let form = "DOTM"
    let recursion: ThetaRecursion
    let errors: [Double?]
    let spread: ErrorSpread

    func pointForecast(horizon: Int) -> [Double] {
        var state = recursion
        return (0..<horizon).map { _ in
            let expected = state.expected
            state.advance(with: expected)
            return expected
        }
    }

    func paths(shocks: Shocks) -> SamplePaths {
        let count = shocks.count
        var values = [Double](repeating: 0, count: count * shocks.horizon)
        for path in 0..<count {
            var state = recursion
            for step in 0..<shocks.horizon {
                let expected = state.expected
                let value = expected + spread.deviation(at: expected) * shocks.values[step * count + path]
                state.advance(with: value)
                values[step * count + path] = value
            }
        }
        return SamplePaths(count: count, horizon: shocks.horizon, values: values)
    }
}
