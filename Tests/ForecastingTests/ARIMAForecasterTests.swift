import Foundation
import Testing

@testable import Forecasting

struct ARIMAForecasterTests {
    private func normal(_ count: Int, seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in NormalDistribution.quantile(generator.nextUniform()) }
    }

    private func forecast(_ values: [Double?], seasonLength: Int = 12, horizon: Int = 24) throws -> [Double] {
        try ARIMAForecaster(isRelative: false).fit(TimeSeries(values, seasonLength: seasonLength))
            .pointForecast(horizon: horizon)
    }

    @Test func `white noise is forecast by its mean`() throws {
        let values = normal(240, seed: 3).map { 100 + 5 * $0 }
        let mean = values.reduce(0, +) / 240
        for value in try forecast(values, seasonLength: 1).dropFirst(6) { #expect(abs(value - mean) < 2) }
    }

    @Test func `a random walk is forecast by its last figure`() throws {
        var level = 1000.0
        let values = normal(240, seed: 8).map { surprise -> Double in
            level += surprise
            return level
        }
        let fitted = try ARIMAForecaster(isRelative: false).fit(TimeSeries(values, seasonLength: 1))
        #expect(!fitted.form.contains("drift"))
        for value in fitted.pointForecast(horizon: 6) { #expect(abs(value - level) < 2.5) }
    }

    @Test func `a seasonal random walk is forecast by its last year`() throws {
        var values = (0..<12).map { 500 + 200 * sin(Double($0) / 12 * 2 * .pi) }
        for surprise in normal(228, seed: 5) { values.append(values[values.count - 12] + 3 * surprise) }
        for (value, last) in zip(try forecast(values), values.suffix(12) + values.suffix(12)) {
            #expect(abs(value - last) < 10)
        }
    }

    @Test func `a straight line with a season goes on as it is`() throws {
        let values = (0..<120).map { 1000 + 5 * Double($0) + [0, 50, -80, 30][$0 % 4] }
        let next = (120..<128).map { 1000 + 5 * Double($0) + [0, 50, -80, 30][$0 % 4] }
        for (value, wanted) in zip(try forecast(values, seasonLength: 4, horizon: 8), next) {
            #expect(abs(value - wanted) < 1)
        }
    }

    @Test(arguments: [1e-3, 1000, 1e9])
    func `other units give the same forecast in those units`(factor: Double) throws {
        let values = madeUpSeries(108)
        for isRelative in [true, false] {
            let forecaster = ARIMAForecaster(isRelative: isRelative)
            let own = try forecaster.fit(TimeSeries(values, seasonLength: 12))
            let other = try forecaster.fit(TimeSeries(values.map { $0 * factor }, seasonLength: 12))
            #expect(own.form == other.form)
            for (left, right) in zip(own.pointForecast(horizon: 24), other.pointForecast(horizon: 24)) {
                #expect(abs(left * factor - right) < 1e-4 * right)
            }
        }
    }

    @Test func `the paths' spread is the model's own, step by step`() throws {
        // For ARIMA(0,1,1): variance of step h = sigma^2 (1 + (h - 1) (1 + theta)^2).
        var level = 200.0
        let noise = normal(400, seed: 12)
        let values = (0..<400).map { t -> Double in
            let value = level + noise[t]
            level += 0.3 * noise[t]
            return value
        }
        let forecaster = ARIMAForecaster(isRelative: false, order: ARIMAOrder((0, 1, 1)))
        let fitted = try #require(
            try forecaster.fit(TimeSeries(values.map { $0 - 300 }, seasonLength: 1)) as? FittedARIMA)
        let theta = fitted.coefficients.movingAverage[0]
        #expect(abs(theta + 0.7) < 0.1)
        let paths = fitted.paths(shocks: Shocks(count: 20_000, horizon: 9, seed: 2))
        func spread(_ step: Int) -> Double {
            let middle = fitted.pointForecast(horizon: 9)[step]
            return (paths.values(atStep: step).reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / 20_000).squareRoot()
        }
        let growth = (1 + 8 * (1 + theta) * (1 + theta)).squareRoot()
        #expect(abs(spread(8) / spread(0) - growth) < 0.03 * growth)
    }

    @Test func `a month that never had a figure, and years of gaps, are forecast all the same`() throws {
        var values: [Double?] = madeUpSeries(96)
        for index in stride(from: 4, to: 96, by: 12) { values[index] = nil }
        for index in 50..<80 { values[index] = nil }
        let fitted = try ARIMAForecaster().fit(TimeSeries(values, seasonLength: 12))
        #expect(fitted.pointForecast(horizon: 24).allSatisfy { $0 > 500 && $0 < 4000 })
        for (value, error) in zip(values, fitted.errors) where value == nil { #expect(error == nil) }
    }
}
