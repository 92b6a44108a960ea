import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct FiguresTests {
    /// Twenty places that report every month from 2017 on.
    let places = (1...20).map { "spot-\($0)" }

    /// Every place counts 100 a month in 2017 and 2018, except what is left out.
    func twoYears(without gaps: [(String, String)] = []) -> [Observation] {
        (months(of: 2017) + months(of: 2018)).flatMap { month in
            places.compactMap { place in
                gaps.contains { $0 == (place, month) } ? nil : count(100, place, month)
            }
        }
    }

    func figures(_ observations: [Observation]) -> Figures {
        let expected = ExpectedReport(measure: "visitors", places: places, from: month("2017-01"))
        return Figures(table: CountTable(observations), expected: [expected])
    }

    @Test func `a whole year is the sum over the cut with its identity`() throws {
        let definition = try definition(places)
        let figure = try #require(
            figures(twoYears()).figure(of: definition, in: "2018", by: .calendarYear))
        #expect(figure.id == "exchange-population@1:mine-city:2018:*")
        #expect(figure.value == 24_000)
        #expect(figure.coverage == Coverage(reported: 240, expected: 240))
        #expect(figure.coverage.isWhole)
    }

    @Test func `one missing place-month of 240 is named and growth refused`() throws {
        let all = figures(twoYears(without: [("spot-7", "2018-09")]))
        let years = all.figures(FigureQuery(of: try definition(places), by: .calendarYear))
        let last = try #require(years.last)
        #expect(last.value == 23_900)
        #expect(last.coverage.reported == 239)
        #expect(last.coverage.expected == 240)
        #expect(last.coverage.missing == [MissingReport(place: "spot-7", month: month("2018-09"))])
        let growth = try #require(Growth.yearOnYear(in: years).last)
        #expect(growth.percent == nil)
        let naming: PlaceNaming = { $0 == "spot-7" ? .init(ja: "道の駅みとう", en: "Mito Station") : text($0) }
        #expect(
            growth.refusal?.reason(naming: naming)
                == .init(
                    ja: "平成30年の報告がそろっていないため比較しません(240件中239件の報告、不足は道の駅みとう 平成30年9月分〔未報告〕)。",
                    en: """
                        2018 is not whole (239 of 240 counts are in; missing: Mito Station September 2018 \
                        [not reported]), so no rate is given.
                        """
                ))
    }

    @Test func `a reported zero counts and a suppressed number says why it is missing`() throws {
        let definition = try definition(["a", "b", "c"])
        let table = CountTable([
            count(0, "a", "2018-04"), count(nil, "b", "2018-04", status: .suppressed),
            count(7, "c", "2018-04", status: .preliminary),
        ])
        let expected = ExpectedReport(measure: "visitors", places: ["a", "b", "c"], from: month("2018-04"))
        let figure = try #require(
            Figures(table: table, expected: [expected]).only(FigureQuery(of: definition, by: .month)))
        #expect(figure.value == 7)
        #expect(figure.status == .preliminary)
        #expect(figure.coverage.reported == 2)
        #expect(figure.coverage.missing.map(\.status) == [.suppressed])
    }

    @Test func `without any number there is no value but a reason`() throws {
        let table = CountTable([
            count(nil, "a", "2018-04", status: .suppressed), count(nil, "b", "2018-04", status: .suppressed),
        ])
        let expected = ExpectedReport(measure: "visitors", places: ["a", "b"], from: month("2018-04"))
        let query = FigureQuery(
            of: try definition(["a", "b"]), by: .month, from: month("2018-04"), through: month("2018-04"))
        let figure = try #require(Figures(table: table, expected: [expected]).only(query))
        #expect(figure.value == nil)
        #expect(figure.status == .suppressed)
    }

    @Test func `months to come are not missing and a year in progress is not whole`() throws {
        let all = figures(twoYears())
        let figure = try #require(
            all.figure(of: try definition(places), in: "2018", by: .calendarYear, through: "2018-03"))
        #expect(figure.value == 6_000)
        #expect(figure.coverage.notYetDue == 180)
        #expect(figure.coverage.isWholeSoFar)
        #expect(!figure.coverage.isWhole)
    }

    @Test func `a place without expectations is expected from its first count on`() throws {
        let observations = months(of: 2018).map { count(10, "a", $0) } + [count(5, "b", "2018-10")]
        let figures = Figures(table: CountTable(observations))
        let figure = try #require(figures.figure(of: try definition(["a", "b"]), in: "2018", by: .calendarYear))
        #expect(figure.coverage.expected == 15)
        #expect(figure.coverage.missing.map(\.month) == [month("2018-11"), month("2018-12")])
    }

    @Test func `a count outside its expectation raises both sides`() throws {
        let expected = ExpectedReport(measure: "visitors", places: ["a"], from: month("2018-02"))
        let figures = Figures(
            table: CountTable([count(1, "a", "2018-01"), count(2, "a", "2018-02")]), expected: [expected])
        let figure = figures.figure(of: try definition(["a"]), in: "2018-Q1", by: .quarter)
        #expect(figure?.value == 3)
        #expect(figure?.coverage == Coverage(reported: 2, expected: 3))
        #expect(figure?.coverage.notYetDue == 1)
    }

    @Test func `a year in which the series began is not whole`() throws {
        let observed = ["2017-11", "2017-12"] + months(of: 2018)
        let figures = Figures(table: CountTable(observed.map { count(9, "a", $0) }))
        let years = figures.figures(FigureQuery(of: try definition(["a"]), by: .calendarYear))
        #expect(years.map(\.coverage.isWhole) == [false, true])
        #expect(years[0].coverage.monthsOutside.count == 10)
        #expect(Growth.yearOnYear(in: years).last?.percent == nil)
    }

    @Test func `a printed yearly value is compared and never added`() throws {
        let yearly = count(1_360_000, "mine-city", "2018", status: .final, rounding: 5_000)
        let definition = try definition(["a"])
        let rest = months(of: 2018).map { count($0 == "2018-12" ? 113_337 : 113_333, "a", $0) }
        let figures = Figures(table: CountTable(rest + [yearly]))
        let figure = try #require(figures.figure(of: definition, in: "2018", by: .calendarYear))
        #expect(figure.value == 1_360_000)
        let printed = try #require(figures.publishedYearly(of: definition, in: period("2018")))
        #expect(Reconciliation(of: figure, with: printed.entry).outcome == .agrees(difference: 0))
    }

    @Test(arguments: [(1_355_000, true), (1_365_000, true), (1_354_999, false), (1_365_001, false)])
    func `agreement ends where rounding ends`(computed: Int, agrees: Bool) throws {
        let table = CountTable([count(1_360_000, "mine-city", "2013", rounding: 5_000)])
        let entry = try #require(
            table.entry(of: SeriesKey(measure: "visitors", place: "mine-city"), in: period("2013")))
        let outcome = Reconciliation(of: figure(computed, "2013", of: try definition(["a"])), with: entry).outcome
        let difference = ExactDecimal(computed - 1_360_000)
        #expect(outcome == (agrees ? .agrees(difference: difference) : .differs(by: difference)))
    }

    @Test func `an incomplete year is not compared with a printed one`() throws {
        let printed = try #require(
            CountTable([count(100, "mine-city", "2013")]).entry(
                of: SeriesKey(measure: "visitors", place: "mine-city"), in: period("2013")))
        let part = figure(90, "2013", of: try definition(["a"]), reported: 11)
        guard case .notComparable = Reconciliation(of: part, with: printed).outcome else {
            Issue.record("compared")
            return
        }
    }

    @Test func `another unit is never added`() throws {
        let table = CountTable([count(5, "a", "2018-01"), count(100, "b", "2018-01", unit: .personTrips)])
        let figure = try #require(
            Figures(table: table).only(FigureQuery(of: try definition(["a", "b"]), by: .month)))
        #expect(figure.value == 5)
        #expect(figure.coverage.missing.map(\.place) == ["b"])
        #expect(figure.notices.map(\.en) == ["b gave January 2018 in person-trips; it is not added to person-spots."])
    }

    @Test func `markets are added up and covered one by one`() throws {
        let definition = try definition(["a", "b"], markets: ["TW", "KR"])
        let table = CountTable([
            count(10, "a", "2018-01", market: "TW"), count(4, "a", "2018-01", market: "KR"),
            count(6, "b", "2018-01", market: "TW"), count(1_000, "a", "2018-01"),
        ])
        let figures = Figures(table: table)
        let all = try #require(figures.only(FigureQuery(of: definition, by: .month)))
        #expect(all.value == 20)
        #expect(all.coverage.missing == [MissingReport(place: "b", month: month("2018-01"), market: "KR")])
        let split = figures.figures(FigureQuery(of: definition, by: .month, split: .market))
        #expect(
            split.map(\.id) == [
                "exchange-population@1:mine-city:2018-01:market=TW",
                "exchange-population@1:mine-city:2018-01:market=KR",
            ])
        #expect(split.map(\.value) == [16, 4])
        #expect(split.map(\.coverage.isWhole) == [true, false])
    }

    @Test func `places add up to the whole`() throws {
        let figures = figures(twoYears())
        let definition = try definition(places)
        let split = figures.figures(FigureQuery(of: definition, by: .fiscalYear, split: .place))
            .filter { $0.period == period("FY2017") }
        #expect(split.map(\.place) == places)
        #expect(split.compactMap(\.value?.whole).reduce(0, +) == 24_000)
    }

    @Test func `a score is not added over months`() throws {
        let table = CountTable(months(of: 2018).map { count(11, "a", $0, unit: .points) })
        let definition = try definition(["a"], unit: .points)
        let figure = try #require(
            Figures(table: table).figure(of: definition, in: "2018", by: .calendarYear))
        #expect(figure.value == nil)
        #expect(figure.notices.map(\.en) == ["Values in points cannot be added up."])
    }

    @Test func `a score printed by the year is a figure of its own`() throws {
        let table = CountTable([count(12, "mine-city", "2014", unit: .points, status: .final)])
        let figures = Figures(table: table)
        let figure = try #require(
            figures.publishedFigure(of: try definition(["a"], unit: .points), in: period("2014")))
        #expect(figure.wholeValue == 12)
        #expect(figure.status == .final)
        #expect(figures.publishedFigure(of: try definition(["a"]), in: period("2014")) == nil)
        #expect(figures.publishedFigure(of: try definition(["a"], unit: .points), in: period("FY2014")) == nil)
    }

    @Test func `no counts make no figures`() throws {
        #expect(Figures(table: CountTable([])).figures(FigureQuery(of: try definition(["a"]), by: .month)) == [])
    }
}
