import Foundation
import Languages
import Testing

@testable import Forecasting

/// What every forecaster promises.
struct ForecasterContractTests {
    private static let names = ForecasterCatalogue.names

    private func fit(_ name: String, _ values: [Double?], seasonLength: Int = 12) throws -> any FittedForecaster {
        let forecaster = try #require(ForecasterCatalogue.forecaster(named: name))
        return try forecaster.fit(TimeSeries(values, seasonLength: seasonLength))
    }

    private func expectSound(_ fitted: any FittedForecaster, count: Int, horizon: Int = 30) {
        let point = fitted.pointForecast(horizon: horizon)
        let paths = fitted.paths(shocks: Shocks(count: 200, horizon: horizon, seed: 4))
        #expect(point.count == horizon)
        #expect(!point.contains { !$0.isFinite })
        #expect(paths.values.count == 200 * horizon)
        #expect(!paths.values.contains { !$0.isFinite })
        #expect(fitted.errors.count == count)
        #expect(!fitted.form.isEmpty)
    }

    @Test(arguments: names)
    func `the same series gives the same forecast`(name: String) throws {
        let (first, second) = (try fit(name, madeUpSeries(90)), try fit(name, madeUpSeries(90)))
        #expect(first.pointForecast(horizon: 24) == second.pointForecast(horizon: 24))
        let shocks = Shocks(count: 100, horizon: 24, seed: 7)
        #expect(first.paths(shocks: shocks) == second.paths(shocks: shocks))
    }

    @Test(arguments: names)
    func `the first steps do not depend on the horizon`(name: String) throws {
        let fitted = try fit(name, madeUpSeries(90))
        #expect(fitted.pointForecast(horizon: 6) == Array(fitted.pointForecast(horizon: 24).prefix(6)))
    }

    @Test(arguments: names)
    func `a constant series stays constant`(name: String) throws {
        let fitted = try fit(name, [Double](repeating: 500, count: 60))
        for value in fitted.pointForecast(horizon: 24) { #expect(abs(value - 500) < 1) }
        expectSound(fitted, count: 60)
    }

    @Test(arguments: names)
    func `nothing but zeros is forecast as zero`(name: String) throws {
        let fitted = try fit(name, [Double](repeating: 0, count: 60))
        for value in fitted.pointForecast(horizon: 24) { #expect(abs(value) < 1e-6) }
        expectSound(fitted, count: 60)
    }

    @Test(arguments: names)
    func `counts never turn negative, zeros in the past or not`(name: String) throws {
        var values = madeUpSeries(96).enumerated().map { max(0, $0.element - 25 * Double($0.offset)) }
        values[3] = 0
        let fitted = try fit(name, values)
        expectSound(fitted, count: 96)
        guard name != "theta" else { return }  // the bare model knows no season and no counts
        #expect(fitted.pointForecast(horizon: 24).allSatisfy { $0 >= 0 })
        #expect(fitted.paths(shocks: Shocks(count: 200, horizon: 24, seed: 2)).values.allSatisfy { $0 >= 0 })
    }

    @Test(arguments: names)
    func `gaps are skipped and change little`(name: String) throws {
        let whole = madeUpSeries(96)
        var holed: [Double?] = whole
        for index in [0, 1, 17, 40, 41, 42, 70] { holed[index] = nil }
        let (with, without) = (try fit(name, holed), try fit(name, whole))
        expectSound(with, count: name == "standard" ? 94 : 96)
        for (left, right) in zip(with.pointForecast(horizon: 12), without.pointForecast(horizon: 12)) {
            #expect(abs(left - right) < 0.25 * right)
        }
    }

    @Test(arguments: names)
    func `a collapse and a recovery do not derail it`(name: String) throws {
        var values = madeUpSeries(120)
        for index in 74..<100 { values[index] *= 0.1 }
        let fitted = try fit(name, values)
        expectSound(fitted, count: 120)
        let forecast = fitted.pointForecast(horizon: 24)
        #expect(forecast.allSatisfy { $0 < 10_000 })
    }

    @Test(arguments: names)
    func `a declared closure is left out as if nothing were known`(name: String) throws {
        let whole = TimeSeries(madeUpSeries(120), seasonLength: 12)
        var broken = whole
        for index in 74..<80 { broken.values[index] = 0 }
        let forecaster = try #require(ForecasterCatalogue.forecaster(named: name))
        let left = try forecaster.fit(broken.without(74..<80)).pointForecast(horizon: 12)
        let right = try forecaster.fit(whole).pointForecast(horizon: 12)
        for (a, b) in zip(left, right) { #expect(abs(a - b) < 0.25 * b) }
    }

    @Test(arguments: names)
    func `too short a series is refused in both languages`(name: String) throws {
        let forecaster = try #require(ForecasterCatalogue.forecaster(named: name))
        for count in 0...2 {
            let error = #expect(throws: ForecastingError.self) {
                _ = try forecaster.fit(TimeSeries(madeUpSeries(count), seasonLength: 12))
            }
            #expect(error?.explanation.en.contains("Too short to say") == true)
            #expect(error?.explanation.ja.contains("短すぎ") == true)
        }
    }

    @Test(arguments: names)
    func `short, quarterly and yearly series are taken`(name: String) throws {
        for count in [27, 30, 40] { expectSound(try fit(name, madeUpSeries(count)), count: count) }
        expectSound(try fit(name, madeUpSeries(30, seasonLength: 4), seasonLength: 4), count: 30)
        expectSound(try fit(name, madeUpSeries(12, seasonLength: 1), seasonLength: 1), count: 12)
    }

    @Test(arguments: names)
    func `a value that is no number is refused`(name: String) throws {
        var values = madeUpSeries(60)
        values[7] = .infinity
        #expect(throws: ForecastingError.notFinite(index: 7)) { _ = try fit(name, values) }
    }

    @Test(arguments: names)
    func `a figure beyond anything counted is refused, in both languages`(name: String) throws {
        var values = madeUpSeries(60)
        values[9] = 1e300
        let error = #expect(throws: ForecastingError.tooLarge(index: 9)) { _ = try fit(name, values) }
        #expect(error?.explanation.en == "Value 10 is too large (over 1e30). Check the file it came from.")
        #expect(error?.explanation.ja.contains("10番目") == true)
    }

    @Test(arguments: names)
    func `odd histories end in sound futures`(name: String) throws {
        var generator = SeededGenerator(seed: 9)
        let rare = (0..<96).map { _ in generator.nextUniform() < 0.7 ? 0.0 : (10 * generator.nextUniform()).rounded() }
        let histories: [[Double]] = [
            rare, madeUpSeries(96).map { 1e12 * $0 }, madeUpSeries(96).map { 1e-9 * $0 },
            [Double](repeating: 10, count: 59) + [1e9], [Double](repeating: 0, count: 59) + [1],
            [Double](repeating: 100, count: 40) + [Double](repeating: 1000, count: 40),
            (0..<80).map { $0.isMultiple(of: 2) ? 1 : 1000 }, (0..<60).map { 10 * pow(1.3, Double($0)) },
            madeUpSeries(96).enumerated().map { $0.offset % 12 < 3 ? 0 : $0.element }, madeUpSeries(600),
            madeUpSeries(96).map { $0 - 1500 },
        ]
        for values in histories { expectSound(try fit(name, values), count: values.count) }
    }

    @Test(arguments: names.filter { $0 != "theta" })
    func `ranges hold about what they say on calm series`(name: String) throws {
        var held = 0
        for seed in 1...30 {
            let all = madeUpSeries(132, seed: UInt64(seed))
            let paths = try fit(name, Array(all.prefix(120))).paths(shocks: Shocks(count: 400, horizon: 12, seed: 1))
            held += (0..<12).count {
                SortedSample(paths.values(atStep: $0)).range(holding: 0.8).contains(all[120 + $0])
            }
        }
        let share = Double(held) / 360
        // The standard forecaster's width is calibrated on real series, whose latest years were calm.
        #expect((0.65...0.92).contains(share), "\(share)")
    }
}
