import Languages
import Reporting
import Testing
import VisitorMetrics
import VisitorModel

struct FigureJSONTests {
    private func figure(margin: ExactDecimal?, value: ExactDecimal? = 46_192) throws -> Figure {
        let places = try PlaceTree([
            Place(id: "city", names: BilingualText(verbatim: "City"), kind: .destination),
            Place(id: "cave", names: BilingualText(verbatim: "Cave"), kind: .spot, parent: "city"),
        ])
        let definition = MetricDefinition(
            name: "trips", version: 1, titles: BilingualText(verbatim: "trips"), formula: BilingualText(verbatim: "f"),
            measure: "visitors", unit: .personTrips, cut: try Cut(of: "city", members: ["cave"], in: places),
            source: BilingualText(verbatim: "plan"))
        let missing = try #require(Month(id: "2018-09"))
        return Figure(
            definition: definition, place: "city", period: .calendarYear(CalendarYear(2018)), segment: Segment(),
            value: value, status: value == nil ? .notSurveyed : .estimated,
            coverage: Coverage(reported: 11, expected: 12, missing: [MissingReport(place: "cave", month: missing)]),
            notices: [BilingualText(ja: "標本誤差", en: "sampling")], marginOfError: margin)
    }

    @Test func `an estimate carries its margin as a whole number of people`() throws {
        let json = FigureJSON.value(of: try figure(margin: 2_068))
        #expect(json["value"] == 46_192)
        #expect(json["margin95"] == 2_068)
    }

    @Test func `a sum has no margin, and none is written as null`() throws {
        #expect(FigureJSON.value(of: try figure(margin: nil))["margin95"] == JSONValue.null)
    }

    @Test(arguments: [nil, 2_068] as [ExactDecimal?]) func `what is written keeps to the schema`(
        margin: ExactDecimal?
    ) throws {
        let document = FigureJSON.document([try figure(margin: margin), try figure(margin: nil, value: nil)])
        #expect(violations(of: document, against: FigureSchema.value).isEmpty)
    }

    @Test func `the schema asks for the margin and knows no other names`() throws {
        guard case .object(let members) = FigureJSON.value(of: try figure(margin: 2_068)) else {
            Issue.record("a figure is no object")
            return
        }
        func document(_ members: [JSONValue.Member]) -> JSONValue {
            ["schema": .string(FigureJSON.schema), "figures": .array([.object(members)])]
        }
        let without = document(members.filter { $0.key != "margin95" })
        #expect(violations(of: without, against: FigureSchema.value) == ["$.figures[0].margin95: is lacking"])
        let more = document(members + [.init("margin99", .null)])
        #expect(violations(of: more, against: FigureSchema.value) == ["$.figures[0].margin99: is not in the schema"])
        let wrong = document(members.filter { $0.key != "margin95" } + [.init("margin95", true)])
        #expect(violations(of: wrong, against: FigureSchema.value) == ["$.figures[0].margin95: is boolean"])
    }
}
