import Languages
import Testing

@testable import Forecasting

struct VerdictTests {
    @Test func `required months add up exactly to what is missing`() {
        for missing in [1, 7, 1_000, 999_983, 2_500_001] {
            let path = RequiredPath(
                missing: missing, expected: [10, 33.3, 21.7, 0, 88.1], lastYear: [1, 1, 1, 1, 1])
            #expect(path.periods.reduce(0, +) == missing)
            #expect(path.periods[3] == 0)
        }
    }

    @Test func `largest rests get the visitors left over`() {
        // 10 in shares of 1/6, 2/6, 3/6 is 1.67, 3.33, 5.00: the first has the largest rest.
        let path = RequiredPath(missing: 10, expected: [1, 2, 3], lastYear: [4, 2, 2])
        #expect(path.periods == [2, 3, 5])
        #expect(path.growth == 0.25)
    }

    @Test func `a goal already reached needs nothing`() {
        let path = RequiredPath(missing: -5, expected: [1, 2], lastYear: [1, 1])
        #expect(path.periods == [0, 0])
    }

    @Test func `growth is not said when a month of last year is absent`() {
        #expect(RequiredPath(missing: 10, expected: [1, 1], lastYear: [4, nil]).growth == nil)
    }

    @Test func `a verdict counts known months as they are and the rest path by path`() {
        // Two remaining months, four paths: rests of 10, 20, 30 and 40 on top of 100 known.
        let paths = SamplePaths(count: 4, horizon: 2, values: [5, 10, 15, 20, 5, 10, 15, 20])
        let verdict = YearVerdict(
            goal: 130, known: [60, 40], paths: paths, remaining: 2, lastYear: [10, 10], confidence: 1)
        #expect(verdict.end.median == 125)
        #expect(verdict.chance.share == 0.5)
        #expect(verdict.required.periods == [15, 15])
        #expect(verdict.required.growth == 0.5)
        #expect(verdict.firstOutOfReach == nil)
    }

    @Test func `the first month out of reach is where even the best path falls short`() {
        // The best rest is 40 at once; after a first month as expected (12.5) the best is 20: 132.5 at most.
        let paths = SamplePaths(count: 4, horizon: 2, values: [5, 10, 15, 20, 5, 10, 15, 20])
        func first(_ goal: Int) -> Int? {
            YearVerdict(goal: goal, known: [100], paths: paths, remaining: 2, lastYear: [nil, nil]).firstOutOfReach
        }
        #expect(first(141) == 0)
        #expect(first(140) == 1)
        #expect(first(132) == nil)
    }

    @Test func `the ends of a chance are never certain`() {
        #expect(Chance(reached: 0, of: 2000).text.en == "<1 %")
        #expect(Chance(reached: 2000, of: 2000).text.ja == "99 %超")
        #expect(Chance(reached: 1000, of: 2000).text.en == "50 %")
    }

    @Test func `a chance lies nearer to even than the count, and keeps its order`() {
        let chances = stride(from: 0, through: 2000, by: 100).map { Chance(reached: $0, of: 2000) }
        #expect(chances == chances.sorted())
        #expect(Chance(reached: 200, of: 2000).share > 0.1)
        #expect(Chance(reached: 1800, of: 2000).share < 0.9)
    }

    @Test func `calendar and fiscal years hold known months and leave out incomplete years`() throws {
        let last = try #require(SeriesPeriod("2019-03"))
        let series = TimeSeries([Double](repeating: 10, count: 15), seasonLength: 12)
        let paths = SamplePaths(count: 2, horizon: 24, values: [Double](repeating: 1, count: 48))
        let calendar = YearTotals.all(of: paths, after: series, endingAt: last, basis: .calendar)
        #expect(calendar.map(\.year) == [2019, 2020])
        #expect(calendar[0].known == 30)
        #expect(calendar[0].totals.values == [39, 39])
        let fiscal = YearTotals.all(of: paths, after: series, endingAt: last, basis: .fiscal)
        #expect(fiscal.map(\.year) == [2019, 2020])
        #expect(fiscal[0].known == 0)
        let holed = series.without([13])
        #expect(YearTotals.all(of: paths, after: holed, endingAt: last, basis: .calendar).map(\.year) == [2020])
    }

    @Test(arguments: [("2013-01", 24_156), ("2013-Q4", 8055), ("2013", 2013)])
    func `periods are read`(text: String, ordinal: Int) throws {
        #expect(try #require(SeriesPeriod(text)).ordinal == ordinal)
    }

    @Test(arguments: ["2013-13", "2013-00", "2013-Q5", "13-01", "2013-1", "2013-01-01", "", "+013-01"])
    func `what is no period is refused`(text: String) {
        #expect(SeriesPeriod(text) == nil)
    }

    @Test func `a goal may be a share of last year, unless a month of it is absent`() {
        let series = TimeSeries([1, 2, 3, 4, 5], seasonLength: 4)
        #expect(YearGoal("150%")?.total(after: series) == 21)
        #expect(YearGoal("150%")?.total(after: series.without([3])) == nil)
        #expect(YearGoal("2500000")?.total(after: series) == 2_500_000)
        #expect(YearGoal("many") == nil)
    }
}
