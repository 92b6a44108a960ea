import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct UsualRangeTests {
    /// 2016 and 2017 with a gentle rise, 2018 a fifth higher, May missing.
    private var observations: [Observation] {
        (1...12).flatMap { number -> [Observation] in
            let id = { (year: Int) in Month(year: year, number: number)?.id ?? "" }
            let now = number == 5 ? [] : [count(120 * number, "a", id(2018))]
            return [count(100 * number, "a", id(2016)), count(100 * number + 10, "a", id(2017))] + now
        }
    }

    private let expected = ExpectedReport(measure: "visitors", places: ["a"], from: month("2016-01"))

    private func year(_ changes: KnownChanges = KnownChanges()) throws -> Figure {
        let figures = Figures(table: CountTable(observations), expected: [expected], changes: changes)
        return try #require(figures.figure(of: try definition(["a"]), in: "2018", by: .calendarYear))
    }

    @Test func `two past years give a range around the present level`() throws {
        let part = try #require(try year().range?.parts.first)
        // Worked out apart in Python: candidates from 2017 and 2016, widened by half their spread and a fifth.
        #expect([part.low, part.middle, part.high] == [425, 581, 736])
        #expect(part.years == 2)
    }

    @Test func `counts from before a break are no past`() throws {
        let counter = SeriesBreak(id: "counter", titles: text("counter"), kind: .counter, since: month("2017-01"))
        let part = try #require(try year(KnownChanges(breaks: [counter])).range?.parts.first)
        #expect([part.low, part.middle, part.high] == [361, 603, 845])
        #expect(part.years == 1)
    }

    @Test func `a place without a past leaves the upper end open`() throws {
        let both = ExpectedReport(measure: "visitors", places: ["a", "b"], from: month("2018-01"))
        let table = CountTable([count(5, "a", "2018-01"), count(7, "b", "2018-02")])
        let figure = try #require(
            Figures(table: table, expected: [both]).figure(
                of: try definition(["a", "b"]), in: "2018-01", by: .month, through: "2018-02"))
        let range = try #require(figure.range)
        #expect(range.low == 5)
        #expect(range.high == nil)
        #expect(range.withoutPast.map(\.place) == ["b"])
        #expect(range.side(of: 6) == .across)
    }

    @Test func `a whole figure has no range`() throws {
        let figures = Figures(table: CountTable(observations), expected: [expected])
        #expect(figures.figure(of: try definition(["a"]), in: "2017", by: .calendarYear)?.range == nil)
    }

    @Test func `a sign that missing reports decide is said to be open`() throws {
        // 2018 lacks b's December; without it the sum falls, with last year's 100 it would rise a little.
        var observations: [Observation] = []
        for year in [2016, 2017, 2018] {
            for id in months(of: year) {
                observations.append(count(year == 2018 ? 1_004 : 1_000, "a", id))
                if id != "2018-12" { observations.append(count(100, "b", id)) }
            }
        }
        let expected = ExpectedReport(measure: "visitors", places: ["a", "b"], from: month("2016-01"))
        let figures = Figures(table: CountTable(observations), expected: [expected])
        let years = figures.figures(FigureQuery(of: try definition(["a", "b"]), by: .calendarYear))
        let growth = try #require(Growth.yearOnYear(in: years).last)
        let range = try #require(growth.range)
        // Naive: (13,148 − 13,200) ÷ 13,200 = −0.4 %. b's December usually: 100, from 80 to 120.
        #expect(growth.percent == nil)
        #expect(range.naive == decimal("-0.4"))
        #expect(range.low == decimal("0.2"))
        #expect(range.high == decimal("0.5"))
        #expect(range.signIsWrong)
        #expect(!range.signIsOpen)
    }
}
