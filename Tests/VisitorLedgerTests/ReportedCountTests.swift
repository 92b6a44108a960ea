import Testing
import VisitorModel

@testable import VisitorLedger

/// Who has reported, read without where the numbers come from: it must agree with the observations themselves.
struct ReportedCountTests {
    private func filled() throws -> LedgerFixture {
        let fixture = try LedgerFixture()
        let periods = ["2017-12", "2018-01", "2018-12", "2018-Q4", "2018", "FY2018", "2019-03", "2019-Q1"]
        try fixture.load(
            periods.flatMap { period in
                [
                    try visitors("cave", period, 10),
                    try visitors("cave", period, 4, segment: Segment(market: "TW")),
                    try visitors("park", period, 7, measure: "guests", unit: .persons),
                ]
            })
        var gap = try visitors("park", "2019-02", 1)
        gap.value = ObservedValue(absent: .notReported)
        var held = try visitors("park", "2019-01", 5)
        held.provenance.heldCount = 2
        try fixture.load([gap, held], file: "b.csv")
        return fixture
    }

    @Test(arguments: [
        (nil, nil), ("2018-12", nil), (nil, "2018-12"), ("2018-01", "2018-12"), ("2019-01", "2019-02"), ("2018-10", "2019-03"),
    ] as [(String?, String?)])
    func `what is there by months is what the observations say`(from: String?, through: String?) throws {
        let fixture = try filled()
        let kinds: [Set<Period.Kind>?] = [nil, [.month], [.month, .quarter, .calendarYear], [.month, .fiscalYear]]
        for kinds in kinds {
            let query = ObservationQuery(
                kinds: kinds, from: from.flatMap { Month(id: $0) }, through: through.flatMap { Month(id: $0) })
            let all = try fixture.ledger.observations()
            // Worked out here from everything there is, without the index.
            let expected = all.filter { entry in
                let period = entry.observation.period
                return kinds.map { $0.contains(period.kind) } ?? true && query.from.map { period.firstMonth >= $0 } ?? true
                    && query.through.map { period.lastMonth <= $0 } ?? true
            }
            #expect(try fixture.ledger.observations(matching: query) == expected)
            let counts = try fixture.ledger.reportedCounts(matching: query)
            #expect(Set(counts) == Set(expected.compactMap(\.reportedCount)))
            #expect(counts.count == expected.count { $0.observation.value.number != nil })
        }
    }

    @Test func `held rows and gaps are told, and a withdrawn load reports nothing`() throws {
        let fixture = try filled()
        let park = try fixture.ledger.reportedCounts(matching: ObservationQuery(measures: ["visitors"], places: ["park"]))
        #expect(park.map(\.month.id) == ["2019-01"])
        #expect(park.map(\.hasHolds) == [true])
        _ = try fixture.ledger.withdraw(load: 2, reason: "wrong", by: "Sato")
        #expect(try fixture.ledger.reportedCounts(matching: ObservationQuery(places: ["park"])).allSatisfy { $0.measure == "guests" })
    }

    @Test func `the last year bounds every month, quarter and year of a measure`() throws {
        let fixture = try filled()
        #expect(try fixture.ledger.lastYear(measure: "visitors") == CalendarYear(2019))
        #expect(try fixture.ledger.lastYear(measure: "rooms") == nil)
        try fixture.load([try visitors("far", "FY2031", 3)], file: "c.csv")
        #expect(try fixture.ledger.lastYear(measure: "visitors") == CalendarYear(2019))
        try fixture.load([try visitors("far", "2022-Q2", 3)], file: "d.csv")
        #expect(try fixture.ledger.lastYear(measure: "visitors") == CalendarYear(2022))
    }

    @Test func `revisions are listed in the order of the file, though they are written series by series`() throws {
        let fixture = try LedgerFixture()
        func counts(_ plus: Int) throws -> [Observation] {
            try ["park", "cave", "bridge"].enumerated().map { index, place in
                var count = try visitors(place, "2019-03", ExactDecimal(10 + index + plus))
                count.provenance = Provenance(row: index + 2, column: 3)
                return count
            }
        }
        try fixture.load(try counts(0).reversed())
        let changed = try fixture.load(try counts(5), file: "b.csv")
        #expect(changed.revisions.map(\.series.place) == ["park", "cave", "bridge"])
    }
}
