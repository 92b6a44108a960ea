import Languages
import Reporting
import Testing
import VisitorMetrics
import VisitorModel

/// What the report says of inbound markets beyond their counts.
struct InboundDepthTests {
    private static let markets = ["TW", "KR", "TH", "unknown"]

    private func definition() throws -> MetricDefinition {
        let places = try PlaceTree([
            Place(id: "city", names: BilingualText(verbatim: "City"), kind: .destination),
            Place(id: "cave", names: BilingualText(verbatim: "Cave"), kind: .spot, parent: "city"),
        ])
        return MetricDefinition(
            name: "inbound", version: 1, titles: BilingualText(verbatim: "Inbound"),
            formula: BilingualText(verbatim: "sum"), measure: "inbound", unit: .personSpots,
            cut: try Cut(of: "city", members: ["cave"], in: places), markets: Self.markets,
            source: BilingualText(verbatim: "plan"))
    }

    private func figure(_ count: Int?, _ id: String, _ market: String?, reported: Int) throws -> Figure {
        let period = try #require(Period(id: id))
        return Figure(
            definition: try definition(), place: "city", period: period, segment: Segment(market: market),
            value: count.map { ExactDecimal($0) }, status: count == nil ? .notReported : .reported,
            coverage: Coverage(reported: reported, expected: period.months.count, missing: []))
    }

    private func mix(_ now: [Int?], _ id: String, before: [Int?], _ baseID: String, reported: Int = 12) throws
        -> MarketMix
    {
        let figures = try zip(Self.markets, now).map { try figure($1, id, $0, reported: reported) }
        let base = try zip(Self.markets, before).map { try figure($1, baseID, $0, reported: 12) }
        return try #require(MarketMix(of: figures, over: base))
    }

    private func section(
        _ language: Language = .english, markets: [MarketMix], indices: [String: BaseYearIndex] = [:]
    ) throws -> ReportSection {
        var input = KPIReportInput(
            language: language, destination: BilingualText(verbatim: "City"), definition: try definition(),
            through: try #require(Month(id: "2019-03")), product: "dmo")
        input.markets = markets
        input.marketIndices = indices
        return try #require(KPIReport.document(from: input).sections.first { $0.id == "inbound" })
    }

    /// 2018 is whole, of 2019 three months are in.
    private func years() throws -> [MarketMix] {
        [
            try mix([600, 300, 100, 250], "2018", before: [500, 300, 0, 100], "2017"),
            try mix([150, 60, 30, 10], "2019", before: [600, 300, 100, 250], "2018", reported: 3),
        ]
    }

    @Test func `the months of visitors from abroad are drawn with the year below and each event's number above`() throws {
        let months = try (0..<24).map { try figure(100 + $0, "\(2017 + $0 / 12)-\(padded($0 % 12 + 1))", nil, reported: 1) }
        let leader = try (0..<24).map { try figure(50 + $0, "\(2017 + $0 / 12)-\(padded($0 % 12 + 1))", "TW", reported: 1) }
        let charter = SeriesEvent(
            id: "charter", titles: BilingualText(verbatim: "Charter flights"),
            from: try #require(Month(id: "2017-02")), to: try #require(Month(id: "2017-03")))
        func chart(_ events: [SeriesEvent]) throws -> ReportChart {
            var input = KPIReportInput(
                language: .english, destination: BilingualText(verbatim: "City"), definition: try definition(),
                through: try #require(Month(id: "2018-12")), product: "dmo")
            input.markets = try years()
            input.inboundMonths = InboundMonths(total: months, leader: leader, events: events)
            let section = try #require(KPIReport.document(from: input).sections.first { $0.id == "inbound" })
            let charts = section.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
            return try #require(charts.last)
        }
        let (plain, marked) = (try chart([]), try chart([charter]))
        for drawing in [\ReportChart.svg, \.narrowSVG!] {
            #expect(marked[keyPath: drawing].contains(">1</text>"))
            #expect(!plain[keyPath: drawing].contains(">1</text>"))
        }
        #expect(marked.svg.contains(">January 2017</text>") && marked.svg.contains(">January 2018</text>"))
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private func paragraphs(_ section: ReportSection) -> [String] {
        section.blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
    }

    @Test func `concentration and new markets are those of the last whole year, and it is named`() throws {
        let texts = paragraphs(try section(markets: try years()))
        // Shares 0.6, 0.3, 0.1: Σq² = 0.46; Gini (2·600 − 2·100) ÷ (3·1,000) = 0.3333; 250 of 1,250 are unnamed.
        #expect(
            texts.contains {
                $0.hasPrefix(
                    "2018: Concentration over 3 named markets: HHI 0.46, Gini 0.3333; 20 % of all are in none of them.")
            })
        #expect(texts.contains("2018: Markets that had nobody the year before: TH."))
        #expect(!texts.contains { $0.hasPrefix("2019: Concentration") })
    }

    @Test func `unknown nationality is told with its share, and not counted is not none`() throws {
        #expect(
            paragraphs(try section(markets: try years())).contains(
                "2019: unknown nationality so far: 10\u{A0}person-spots (4.0\u{A0}% of all)."))
        let uncounted = try mix([5, 5, 5, nil], "2018", before: [5, 5, 5, nil], "2017")
        #expect(
            paragraphs(try section(.japanese, markets: [uncounted])).contains { $0.hasSuffix("0人という意味ではありません。") })
    }

    @Test func `nobody says a market is new where the year before is not known`() throws {
        let texts = paragraphs(
            try section(markets: [try mix([6, 3, 1, 2], "2018", before: [5, 3, nil, 1], "2017")]))
        #expect(texts.contains { $0.hasSuffix("so nobody can say whether they are new: TH.") })
        #expect(!texts.contains { $0.contains("No market is new") })
    }

    @Test func `without a whole year neither concentration nor new markets are told`() throws {
        let texts = paragraphs(try section(markets: [try years()[1]]))
        #expect(texts.contains { $0.hasPrefix("No year has every count of every market yet") })
    }

    @Test func `the index compares only months both years have, the unknown and the whole among the rows`() throws {
        let (year, base) = (try #require(Period(id: "2019")), try #require(Period(id: "2013")))
        func months(_ year: Int, _ counts: [Int], _ market: String?) throws -> [Figure] {
            try zip(CalendarYear(year).months, counts).map { try figure($1, $0.id, market, reported: 1) }
        }
        // Taiwan: January to March of 2019 against twelve months of 2013, of which three are compared: 150 ÷ 60.
        let taiwan = try months(2019, [40, 50, 60], "TW") + months(2013, Array(repeating: 20, count: 12), "TW")
        let unknown = try months(2019, [2, 3, 5], "unknown") + months(2013, [4, 6], "unknown")
        let all = try months(2019, [42, 53, 65], nil) + months(2013, [24, 26], nil)
        let indices = [
            "TW": BaseYearIndex(of: year, base: base, in: taiwan),
            "unknown": BaseYearIndex(of: year, base: base, in: unknown),
            "*": BaseYearIndex(of: year, base: base, in: all),
        ].compactMapValues(\.self)
        let section = try section(markets: try years(), indices: indices)
        let tables = section.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        let table = try #require(tables.last)
        #expect(table.caption == "2019 against 2013, only months that both years have")
        let rows = table.rows.map { [$0.header] + $0.cells.map(\.text) }
        #expect(rows.first == ["TW", "60", "150", "3", "250.0"])
        // (2 + 3) ÷ (4 + 6); March of 2013 is not known.
        #expect(rows.contains(["unknown", "10", "5", "2", "50.0"]))
        #expect(rows.last == ["Total", "50", "95", "2", "190.0"])
        #expect(table.rows.first { $0.header == "KR" }?.cells.allSatisfy { $0.exact == nil } == true)
    }
}
