import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct ClosureAndBreakTests {
    private func figures(
        _ observations: [Observation], _ changes: KnownChanges, every: ExpectedReport.Frequency = .month,
        season: Set<Int> = []
    ) -> Figures {
        let expected = ExpectedReport(
            measure: "visitors", places: ["a"], from: month("2017-01"), every: every, season: season)
        return Figures(table: CountTable(observations), expected: [expected], changes: changes)
    }

    private func year(_ year: Int, without: Set<Int> = [], of number: Int = 100) -> [Observation] {
        CalendarYear(year).months.filter { !without.contains($0.number) }.map { count(number, "a", $0.id) }
    }

    @Test func `a closed month is a zero that makes the year whole`() throws {
        let closure = Closure(places: ["a"], from: month("2018-01"), season: [1, 2], reason: text("winter"))
        let figures = figures(year(2018, without: [1, 2]), KnownChanges(closures: [closure]))
        let figure = try #require(figures.figure(of: try definition(["a"]), in: "2018", by: .calendarYear))
        #expect(figure.value == 1_000)
        #expect(figure.coverage.isWhole)
        #expect(figure.coverage.reported == 12)
    }

    @Test func `a month closed in part still misses its report`() throws {
        let closure = Closure(
            places: ["a"], from: month("2018-01"), to: month("2018-01"), isPartial: true, reason: text("storm"))
        let figures = figures(year(2018, without: [1]), KnownChanges(closures: [closure]))
        let figure = try #require(figures.figure(of: try definition(["a"]), in: "2018", by: .calendarYear))
        #expect(figure.coverage.missing.map(\.month.id) == ["2018-01"])
    }

    @Test func `a festival in February is not late in March`() throws {
        let figures = figures([count(500, "a", "2018-02")], KnownChanges(), season: [2])
        let figure = try #require(
            figures.figure(of: try definition(["a"]), in: "2018", by: .calendarYear, through: "2018-12"))
        #expect(figure.coverage.expected == 1)
        #expect(figure.coverage.missing == [])
    }

    @Test func `a quarter's count is part of the year and of no month`() throws {
        let quarters = (1...4).map { count(300, "a", "2018-Q\($0)") }
        let figures = figures(quarters + [count(0, "a", "2017-01")], KnownChanges(), every: .quarter)
        let definition = try definition(["a"])
        let year = try #require(figures.figure(of: definition, in: "2018", by: .calendarYear, through: "2018-12"))
        #expect(year.value == 1_200)
        #expect(year.coverage.expected == 4)
        #expect(year.coverage.isWhole)
        let march = try #require(figures.figure(of: definition, in: "2018-03", by: .month, through: "2018-12"))
        #expect(march.value == nil)
        #expect(march.notices.map(\.en) == ["a reports for longer periods and is not part of this figure."])
    }

    private func growth(_ treatment: SeriesBreak.Treatment) throws -> Growth {
        let counter = SeriesBreak(
            id: "counter", titles: text("new gate"), kind: .counter, places: ["a"], since: month("2018-04"),
            growth: treatment)
        let figures = figures(year(2017) + year(2018, of: 150), KnownChanges(breaks: [counter]))
        let years = figures.figures(FigureQuery(of: try definition(["a"]), by: .calendarYear))
        return try #require(Growth.yearOnYear(in: years).last)
    }

    @Test func `growth across a break is refused with its reason`() throws {
        let growth = try growth(.refuse)
        #expect(growth.percent == nil)
        #expect(
            growth.refusal?.reason().en
                == "The series breaks in April 2018 (new gate, new counter), so no rate is given.")
    }

    @Test func `growth across a break the register lets pass has a footnote`() throws {
        let growth = try growth(.footnote)
        #expect(growth.percent == 50)
        #expect(growth.footnotedBreaks.map(\.id) == ["counter"])
    }

    @Test func `like for like leaves the months across a break out`() throws {
        let counter = SeriesBreak(
            id: "counter", titles: text("new gate"), kind: .counter, since: month("2018-04"))
        let figures = figures(year(2017) + year(2018, of: 150), KnownChanges(breaks: [counter]))
        let comparison = try #require(figures.likeForLike(of: try definition(["a"]), in: period("2018")))
        #expect(comparison.months.map(\.number) == [1, 2, 3])
        #expect(comparison.leftOut.count == 9)
        #expect(comparison.leftOut.first?.why == .seriesBreak(counter))
    }

    @Test func `a report with a due day is late only after it`() {
        let report = ExpectedReport(measure: "visitors", places: ["a"], from: month("2018-01"), dueDay: 10)
        let due = Day(month: month("2018-05"), number: 10)
        let after = Day(month: month("2018-05"), number: 11)
        #expect(due.map { report.isOverdue(month("2018-04"), on: $0) } == false)
        #expect(after.map { report.isOverdue(month("2018-04"), on: $0) } == true)
        #expect(after.map { report.isOverdue(month("2018-05"), on: $0) } == false)
    }
}
