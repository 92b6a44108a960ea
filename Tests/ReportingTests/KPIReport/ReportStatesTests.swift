import Languages
import Reporting
import Testing
import VisitorMetrics
import VisitorModel

/// Who has reported, as the report says and draws it.
struct ReportStatesTests {
    private static let places = ["cave", "museum"]

    private func definition() throws -> MetricDefinition {
        let tree = try PlaceTree(
            [Place(id: "city", names: BilingualText(verbatim: "City"), kind: .destination)]
                + Self.places.map { Place(id: $0, names: BilingualText(verbatim: $0), kind: .spot, parent: "city") })
        return MetricDefinition(
            name: "visitors", version: 1, titles: BilingualText(verbatim: "Visitors"),
            formula: BilingualText(verbatim: "sum"), measure: "visitors", unit: .personSpots,
            cut: try Cut(of: "city", members: Self.places, in: tree), source: BilingualText(verbatim: "plan"))
    }

    /// Two places, January to April 2019; every count is there but for what `states` says.
    private func gaps(_ states: [String: [Month: ReportState]]) throws -> ReportSection {
        let definition = try definition()
        let months = try (1...4).map { try #require(Month(year: 2019, number: $0)) }
        var input = KPIReportInput(
            language: .english, destination: BilingualText(verbatim: "City"), definition: definition, through: months[3],
            product: "dmo")
        input.placeMonths = Self.places.flatMap { place in
            months.map { month in
                Figure(
                    definition: definition, place: place, period: .month(month), segment: .all, value: 10,
                    status: month == months[0] ? .preliminary : .final, coverage: Coverage(reported: 1, expected: 1))
            }
        }
        input.reportStates = states
        return try #require(KPIReport.document(from: input).sections.first { $0.id == "gaps" })
    }

    @Test func `late, partly, closed and not yet due are told apart, and only the due ones are counted`() throws {
        let months = try (1...4).map { try #require(Month(year: 2019, number: $0)) }
        let section = try gaps([
            "cave": [months[0]: .reported, months[1]: .partly, months[2]: .late, months[3]: .notYetDue],
            "museum": [months[0]: .reported, months[1]: .closed, months[2]: .reported, months[3]: .notExpected],
        ])
        guard case .paragraph(let summary) = section.blocks.first, case .chart(let chart) = section.blocks.dropFirst().first
        else {
            Issue.record("no summary above a drawing: \(section.blocks)")
            return
        }
        #expect(
            summary
                == "4 of 5 place-months that are due are in; 1 of them in part (cave, February 2019); 1 more were closed, a true zero."
        )
        let rows = chart.table.rows.map { [$0.header] + $0.cells.map(\.text) }
        #expect(
            rows == [
                ["cave", "preliminary or estimated", "in part", "missing", "not yet due"],
                ["museum", "preliminary or estimated", "closed", "reported", ""],
            ])
    }

    @Test func `without states the figures alone tell who has reported`() throws {
        let section = try gaps([:])
        guard case .chart(let chart) = section.blocks.first else {
            Issue.record("no drawing: \(section.blocks)")
            return
        }
        #expect(chart.table.rows.map { $0.cells.map(\.text) } == Array(
            repeating: ["preliminary or estimated", "reported", "reported", "reported"], count: 2))
    }
}
