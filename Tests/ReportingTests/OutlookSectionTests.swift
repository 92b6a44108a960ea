import Languages
import Testing
import VisitorMetrics
import VisitorModel

@testable import Reporting

/// The report's part about the goal's year.
struct OutlookSectionTests {
    private static let april = Month(year: 2019, number: 4)
    private static let may = Month(year: 2019, number: 5)

    /// Three months counted, 300 in all; two to come that have to bring 700 of the goal of 1,000.
    private static func curve() throws -> OutlookCurve {
        func spread(_ median: Int) -> OutlookCurve.Spread {
            .init(median: median, range80: (median - 10)...(median + 10), range95: (median - 20)...(median + 20))
        }
        let counted = try (1...3).map { number in
            OutlookCurve.Counted(
                month: try #require(Month(year: 2019, number: number)), count: 100, isFilled: number == 2)
        }
        let ahead = [
            OutlookCurve.Ahead(
                month: try #require(april), count: spread(110), total: spread(410), required: 333, yearBefore: 90),
            OutlookCurve.Ahead(
                month: try #require(may), count: spread(120), total: spread(530), required: 367, yearBefore: nil),
        ]
        return OutlookCurve(
            year: .calendarYear(CalendarYear(2019)), goal: 1_000, counted: counted, ahead: ahead)
    }

    @Test func `what the months have to bring is summed to what the goal lacks, and gaps stay gaps`() throws {
        var input = try Self.input()
        input.outlookCurve = try Self.curve()
        let section = try #require(KPIReport.document(from: input).sections.first { $0.id == "outlook" })
        let tables = section.blocks.compactMap { block in if case .table(let table) = block { table } else { nil } }
        let table = try #require(tables.first)
        #expect(table.rows.map { $0.cells[0].exact } == ["333", "367", "700"])
        #expect(table.rows.map { $0.cells[1].exact } == ["90", nil, nil])
        #expect(table.caption.contains("1,000") && table.caption.contains("300") && table.caption.contains("700"))
        let charts = section.blocks.compactMap { block in if case .chart(let chart) = block { chart } else { nil } }
        #expect(try #require(charts.first).title.contains("470"))
    }

    @Test func `a refusal is said and draws nothing`() throws {
        var input = try Self.input()
        input.outlookRefusal = BilingualText(ja: "短すぎます。", en: "Too short to say.")
        let section = try #require(KPIReport.document(from: input).sections.first { $0.id == "outlook" })
        #expect(section.blocks == [.paragraph("Too short to say.")])
    }

    @Test func `what the forecast rests on stands in small lines of its own, the verdict before it`() throws {
        var input = try Self.input()
        input.outlook = OutlookText(
            OutlookText.Facts(
                year: BilingualText(verbatim: "2019"), goal: 1_000, unit: .personSpots, median: 530, low: 520, high: 540,
                chance: BilingualText(verbatim: "<1 %"), neededGrowth: nil,
                lastMonth: BilingualText(verbatim: "March 2019"),
                outOfReachFrom: BilingualText(verbatim: "April 2019"), isOutOfReachAtOnce: true, required: [],
                checked: 4, held: 3, filledMonths: [BilingualText(verbatim: "February 2019")]))
        let section = try #require(KPIReport.document(from: input).sections.first { $0.id == "summary" })
        guard case .paragraph(let first)? = section.blocks.first(where: { if case .paragraph = $0 { true } else { false } }),
            case .notices(let notices)? = section.blocks.last
        else {
            Issue.record("no paragraph, or no notices at the end")
            return
        }
        #expect(first.hasPrefix("No forecast computed reaches 1,000\u{A0}person-spots any more."))
        #expect(notices.map(\.kind) == [.information, .information])
        #expect(notices.map { $0.text.prefix(4) } == ["Seen", "Febr"])
    }

    @Test func `without a goal there is no such section`() throws {
        #expect(try !KPIReport.document(from: Self.input()).sections.contains { $0.id == "outlook" })
    }

    private static func definition() throws -> MetricDefinition {
        let places = try PlaceTree([
            Place(id: "city", names: BilingualText(ja: "市", en: "City"), kind: .destination),
            Place(id: "cave", names: BilingualText(ja: "洞", en: "Cave"), kind: .spot, parent: "city"),
        ])
        return MetricDefinition(
            name: "visitors", version: 1, titles: BilingualText(ja: "入込客数", en: "Visitors"),
            formula: BilingualText(verbatim: "sum"), measure: "visitors", unit: .personSpots,
            cut: try Cut(of: "city", members: ["cave"], in: places), basis: .calendarYear,
            source: BilingualText(verbatim: "plan"))
    }

    private static func input() throws -> KPIReportInput {
        KPIReportInput(
            language: .english, destination: BilingualText(ja: "市", en: "City"), definition: try definition(),
            through: try #require(Month(year: 2019, number: 3)), product: "dmo")
    }
}
