import Testing
import VisitorModel

@testable import VisitorLedger

struct LedgerQueryTests {
    private func filled() throws -> LedgerFixture {
        let fixture = try LedgerFixture()
        let taiwan = Segment(market: "TW")
        try fixture.load([
            visitors("akiyoshidai", "2019-02", 20), visitors("akiyoshi-do", "2019-03", 1_000),
            visitors("akiyoshi-do", "2018-12", 800), visitors("akiyoshi-do", "FY2018", 12_000),
            visitors("akiyoshi-do", "2018", 11_000), visitors("akiyoshi-do", "2018-Q4", 2_500),
            visitors("akiyoshi-do", "2019-03-31", 40), visitors("akiyoshi-do", "2019-03", 7, segment: taiwan),
            visitors("akiyoshi-do", "2019-03", 990, vintage: "2019-04"),
            visitors("akiyoshi-do", "2019-03", 300, measure: "guest-nights", unit: .personNights),
        ])
        return fixture
    }

    @Test func `everything comes ordered by series, then by period`() throws {
        #expect(
            try filled().values() == [
                "akiyoshi-do 2019-03 300", "akiyoshi-do 2018 11000", "akiyoshi-do FY2018 12000",
                "akiyoshi-do 2018-Q4 2500", "akiyoshi-do 2018-12 800", "akiyoshi-do 2019-03 1000",
                "akiyoshi-do 2019-03-31 40", "akiyoshi-do 2019-03 990", "akiyoshi-do 2019-03 7",
                "akiyoshidai 2019-02 20",
            ])
    }

    @Test func `each part of a query restricts`() throws {
        let fixture = try filled()
        func values(_ query: ObservationQuery) throws -> [String] { try fixture.values(query) }
        #expect(try values(.init(measures: ["guest-nights"])) == ["akiyoshi-do 2019-03 300"])
        #expect(try values(.init(places: ["akiyoshidai"])) == ["akiyoshidai 2019-02 20"])
        #expect(try values(.init(kinds: [.fiscalYear])) == ["akiyoshi-do FY2018 12000"])
        #expect(try values(.init(segments: [Segment(market: "TW")])) == ["akiyoshi-do 2019-03 7"])
        #expect(try values(.init(vintages: ["2019-04"])) == ["akiyoshi-do 2019-03 990"])
        #expect(try values(.init(measures: [])).isEmpty)
        #expect(try values(.init(kinds: [])).isEmpty)
        let december = try #require(Month(id: "2018-12"))
        let february = try #require(Month(id: "2019-02"))
        #expect(
            try values(.init(kinds: [.month], from: december, through: february))
                == ["akiyoshi-do 2018-12 800", "akiyoshidai 2019-02 20"])
        #expect(
            try values(.init(kinds: [.calendarYear, .fiscalYear, .quarter], through: december))
                == ["akiyoshi-do 2018 11000", "akiyoshi-do 2018-Q4 2500"])
    }

    @Test func `the latest month is one with a number, whatever yearly figures say`() throws {
        let fixture = try filled()
        try fixture.load([
            visitors("akiyoshi-do", "2019", 1),
            Observation(
                series: SeriesKey(measure: "visitors", place: "akiyoshi-do"), period: #require(Period(id: "2019-05")),
                value: ObservedValue(absent: .notReported), unit: .personSpots, provenance: Provenance(row: 4)),
        ])
        #expect(try fixture.ledger.latestMonth(measure: "visitors")?.id == "2019-03")
        #expect(try fixture.ledger.latestMonth(measure: "spend") == nil)
    }

    @Test(arguments: [
        ExactDecimal("0"), ExactDecimal("136.4"), ExactDecimal("-12.5"), ExactDecimal("0.000000000000000001"),
        ExactDecimal("9223372036854775807"), ExactDecimal("-9223372036854775807"), ExactDecimal("33.3333333333"),
    ])
    func `numbers come back exactly`(number: ExactDecimal?) throws {
        let fixture = try LedgerFixture()
        let number = try #require(number)
        var observation = try visitors(1, unit: .percent)
        observation.value = ObservedValue(number, status: .estimated, roundingHalfWidth: 5_000)
        try fixture.load([observation])
        #expect(try fixture.ledger.observations().map(\.observation) == [observation])
    }

    @Test(arguments: ObservationStatus.allCases.filter { !$0.hasValue })
    func `what is absent stays absent and says why`(status: ObservationStatus) throws {
        let fixture = try LedgerFixture()
        var observation = try visitors(1)
        observation.value = ObservedValue(absent: status)
        try fixture.load([observation])
        let value = try #require(try fixture.ledger.observations().first?.observation.value)
        #expect(value.number == nil && value.status == status)
        let second = try fixture.load([visitors(0)])
        #expect(second.load.revisedKeys == 1)
    }

    @Test func `where an aggregate came from comes back whole`() throws {
        let fixture = try LedgerFixture()
        var observation = try visitors(1)
        observation.provenance = Provenance(row: 2, line: 14, path: "/report/month[3]")
        observation.provenance.merge(Provenance(row: 5_000, line: 9, path: "/report/month[3]"))
        observation.provenance.heldCount = 3
        try fixture.load([observation])
        #expect(try fixture.ledger.observations().map(\.observation) == [observation])
    }
}
