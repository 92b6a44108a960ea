import Languages
import Testing
import VisitorMetrics
import VisitorModel

struct PlausibilityTests {
    private let cave = CalmPlace(name: "cave", level: 101)
    private let park = CalmPlace(name: "park", level: 23, turn: 5)
    private let pond = CalmPlace(name: "pond", level: 7, turn: 2)

    private func causes(_ series: MonthlySeries) -> [PlausibilityFinding.Cause] {
        PlausibilityChecker().findings(in: [series]).first?.causes ?? []
    }

    @Test func `calm places raise no alarm`() {
        #expect(found([cave.series(), park.series(), pond.series()]) == [])
    }

    @Test(arguments: [(10, "times-10"), (1_000, "times-1000"), (10_000, "times-10000")])
    func `a power of ten too many is named with the number it would be`(factor: Int, cause: String) {
        let at = index("2017-08")
        let series = cave.series { $0 == at ? $1 * factor : $1 }
        #expect(found([series]) == ["power-of-ten cave 2017-08"])
        #expect(causes(series).first?.name == cause)
        #expect(causes(series).first?.corrected == ExactDecimal(cave.number(at)))
    }

    @Test(arguments: [(10, "divided-by-10"), (1_000, "divided-by-1000")])
    func `a power of ten too few is named`(divisor: Int, cause: String) {
        let at = index("2017-08")
        let series = cave.series { $0 == at ? $1 / divisor : $1 }
        #expect(found([series]) == ["power-of-ten cave 2017-08"])
        #expect(causes(series).first?.name == cause)
    }

    @Test func `a month counted twice is a jump with that cause`() {
        let at = index("2017-05")
        let series = cave.series { $0 == at ? $1 * 2 : $1 }
        #expect(found([series]) == ["jump cave 2017-05"])
        #expect(causes(series).map(\.name).contains("counted-twice"))
        #expect(causes(series).first { $0.name == "counted-twice" }?.corrected == ExactDecimal(cave.number(at)))
    }

    @Test func `the sum since January in place of the month is recognised`() {
        let at = index("2017-06")
        let sum = (index("2017-01")...at).reduce(0) { $0 + cave.number($1) }
        let series = cave.series { $0 == at ? sum : $1 }
        #expect(found([series]).first?.hasSuffix("cave 2017-06") == true)
        #expect(causes(series).first { $0.name == "cumulative" }?.corrected == ExactDecimal(cave.number(at)))
    }

    @Test func `a copied month and a copied year`() {
        let copied = cave.series { $0 == index("2017-10") ? cave.number(index("2017-09")) : $1 }
        #expect(found([copied]) == ["copied-month cave 2017-10"])
        let year = cave.series { $0 >= index("2018-03") ? cave.number($0 - 12) : $1 }
        #expect(found([year]) == ["copied-year cave 2018-05"])
    }

    @Test func `rounded numbers that repeat are no copies`() {
        let rounded = cave.series { _, number in (number + 500) / 1_000 * 1_000 }
        #expect(found([rounded]) == [])
    }

    @Test func `a year moved by a month`() {
        let first = index("2018-01")
        let moved = cave.series { $0 < first ? $1 : cave.number(first + ($0 - first + 11) % 12) }
        let findings = PlausibilityChecker().findings(in: [moved])
        let shifted = findings.first { $0.kind == .shiftedMonths }
        #expect(shifted?.month == month("2018-12"))
        #expect(shifted?.firstMonth == month("2018-01"))
        #expect(shifted?.causes.first?.text.en == "every month stands one too late")
    }

    @Test func `two places with each other's numbers are one finding with no second explanation`() {
        let at = index("2017-07")
        let first = cave.series { $0 == at ? pond.number(at) : $1 }
        let second = pond.series { $0 == at ? cave.number(at) : $1 }
        #expect(found([first, park.series(), second]) == ["swapped-places cave 2017-07"])
    }

    @Test func `columns moved by one are recognised`() {
        let at = index("2017-07")
        let lake = CalmPlace(name: "lake", level: 300, turn: 8)
        let places = [cave, park, pond, lake]
        let series = places.enumerated().map { position, place in
            place.series { $0 == at && position > 0 ? places[position - 1].number(at) : $1 }
        }
        #expect(found(series) == ["shifted-column park 2017-07"])
    }

    @Test func `a count while closed, unless it is a zero`() {
        let closure = Closure(places: ["cave"], from: month("2017-02"), to: month("2017-02"), reason: text("works"))
        let changes = KnownChanges(closures: [closure])
        #expect(found([cave.series()], changes) == ["while-closed cave 2017-02"])
        #expect(found([cave.series { $0 == index("2017-02") ? 0 : $1 }], changes) == [])
    }

    @Test func `a zero where there always were visitors`() {
        #expect(found([cave.series { $0 == index("2017-02") ? 0 : $1 }]) == ["unusual-zero cave 2017-02"])
    }

    @Test func `an event in the register explains a jump`() {
        let series = cave.series { $0 == index("2017-05") ? $1 * 3 : $1 }
        let festival = SeriesEvent(
            id: "festival", titles: text("festival"), places: ["cave"], from: month("2017-05"), to: month("2017-05"))
        #expect(found([series]) == ["jump cave 2017-05"])
        #expect(found([series], KnownChanges(events: [festival])) == [])
    }

    @Test func `parts over their whole, and inbound over all`() throws {
        let tree = try PlaceTree([
            Place(id: "town", names: text("town"), kind: .destination),
            Place(id: "cave", names: text("cave"), kind: .spot, parent: "town"),
        ])
        let town = CalmPlace(name: "town", level: 100)
        let cave = CalmPlace(name: "cave", level: 99)
        #expect(found([town.series(), cave.series()], places: tree) == [])
        let wrong = town.series { $0 == index("2016-03") ? cave.number($0) - 1 : $1 }
        #expect(found([wrong, cave.series()], places: tree) == ["parts-over-whole town 2016-03"])
        var inbound = SeriesKey(measure: "visitors", place: "town")
        inbound.segment = Segment(market: "TW")
        let guests = try #require(MonthlySeries(inbound, counts: [month("2016-03"): 999_999]))
        #expect(found([town.series(), guests], places: tree) == ["inbound-over-total town 2016-03"])
    }

    @Test func `published series raise no alarm`() {
        // The Digital Tourism Statistics of Mine City, each edition by itself, and the sample data's monthly totals.
        #expect(found(MonthlySeries.all(in: DigitalSeries.observations)) == [])
        let totals = SampleTotalsTests.monthly.enumerated().map { index, value in
            count(value, "mine-city", month("2013-01").advanced(by: index).id)
        }
        #expect(found(MonthlySeries.all(in: totals)) == [])
    }

    @Test func `a finding's name holds the value, so that a correction is another finding`() {
        let at = index("2017-08")
        let finding = PlausibilityChecker().findings(in: [cave.series { $0 == at ? $1 * 10 : $1 }]).first
        #expect(finding?.id == "power-of-ten:visitors:cave:2017-08:*=\(cave.number(at) * 10)")
    }
}
