import Testing

@testable import Forecasting

struct ThetaRecursionTests {
    @Test func `intercept and slope are those of least squares after every period`() {
        let values = madeUpSeries(40)
        var state = ThetaRecursion(alpha: 0.3, theta: 2, level: values[0])
        for (index, value) in values.enumerated() {
            state.advance(with: value)
            guard index >= 1 else { continue }
            // The textbook line through the points (1, y1), (2, y2), …
            let n = Double(index + 1)
            let xs = (1...(index + 1)).map { Double($0) }
            let meanX = xs.reduce(0, +) / n
            let meanY = values[0...index].reduce(0, +) / n
            let slope =
                zip(xs, values).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
                / xs.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
            #expect(abs(state.slope - slope) < 1e-9 * abs(slope) + 1e-9)
            #expect(abs(state.intercept - (meanY - slope * meanX)) < 1e-6)
        }
    }

    @Test func `theta of 1 is simple exponential smoothing`() {
        let values = madeUpSeries(30)
        var state = ThetaRecursion(alpha: 0.4, theta: 1, level: 900)
        var level = 900.0
        for value in values {
            #expect(abs(state.expected - level) < 1e-9)
            state.advance(with: value)
            level += 0.4 * (value - level)
        }
    }

    @Test func `a straight line is continued`() throws {
        let line = (0..<30).map { 100 + 3 * Double($0) }
        let forecast = try ThetaForecaster().fit(TimeSeries(line, seasonLength: 1)).pointForecast(horizon: 3)
        for (step, value) in forecast.enumerated() { #expect(abs(value - (190 + 3 * Double(step))) < 2) }
    }
}
