import Languages
import Testing

@testable import Forecasting

struct StandardForecasterTests {
    private let shocks = Shocks(count: 400, horizon: 12, seed: 1)

    @Test func `under a year and a half of months it is too short to say`() {
        #expect(throws: ForecastingError.tooShort(known: 17, needed: 18)) {
            _ = try StandardForecaster().fit(TimeSeries(madeUpSeries(17), seasonLength: 12))
        }
    }

    @Test func `under two seasons the last year is repeated`() throws {
        let values = madeUpSeries(20)
        let fitted = try StandardForecaster().fit(TimeSeries(values, seasonLength: 12))
        #expect(fitted.form == "SNaive")
        #expect(fitted.pointForecast(horizon: 12) == Array(values.suffix(12)))
    }

    @Test func `figures that are never a year apart are too sparse to say anything`() {
        // One month in five for eight years: the same month comes back only every fifth year.
        let values = (0..<100).map { $0.isMultiple(of: 5) ? 100.0 + Double($0) : nil }
        let error = #expect(throws: ForecastingError.self) {
            _ = try StandardForecaster().fit(TimeSeries(values, seasonLength: 12))
        }
        #expect(error == .sparse(known: 20))
        #expect(error?.explanation.en.hasPrefix("Too sparse to say: with the 20 periods known") == true)
        #expect(error?.explanation.ja.contains("まばら") == true)
    }

    @Test func `figures that ended two years ago say nothing of today`() {
        let values: [Double?] = madeUpSeries(60) + [Double?](repeating: nil, count: 24)
        #expect(throws: ForecastingError.stale(absentAtEnd: 24)) {
            _ = try StandardForecaster().fit(TimeSeries(values, seasonLength: 12))
        }
    }

    @Test func `a combination's centre and paths are the means of its members'`() throws {
        let series = TimeSeries(madeUpSeries(96), seasonLength: 12)
        let members: [any Forecaster] = [SeasonalNaiveForecaster(), CESForecaster()]
        let both = try CombinedForecaster(name: "both", members: members).fit(series)
        let each = try members.map { try $0.fit(series).pointForecast(horizon: 12) }
        for (step, value) in both.pointForecast(horizon: 12).enumerated() {
            #expect(abs(value - (each[0][step] + each[1][step]) / 2) < 1e-9)
        }
    }

    @Test func `members that err apart make the combination's range narrower than theirs`() throws {
        let series = TimeSeries(madeUpSeries(96), seasonLength: 12)
        let members: [any Forecaster] = [SeasonalNaiveForecaster(), CESForecaster()]
        func width(_ fitted: any FittedForecaster) -> Double {
            let range = SortedSample(fitted.paths(shocks: shocks).values(atStep: 0)).range(holding: 0.8)
            return range.upperBound - range.lowerBound
        }
        let own = try members.map { width(try $0.fit(series)) }
        #expect(width(try CombinedForecaster(name: "both", members: members).fit(series)) < (own[0] + own[1]) / 2)
    }
}
