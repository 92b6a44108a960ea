import Foundation
import TestSupport
import Testing

/// Where the headline stands in the monthly report: the month, the years so far, twelve months.
struct StandingsTests {
    private struct Cell: Decodable {
        var text: String
        var note: String?
        var figure: String?
    }

    private struct Row: Decodable {
        var header: String
        var cells: [Cell]
    }

    private func standings(in path: String) throws -> [Row] {
        struct Report: Decodable {
            struct Section: Decodable {
                var id: String
                var blocks: [Block]
            }
            struct Block: Decodable {
                var type: String
                var table: Table?
            }
            struct Table: Decodable { var rows: [Row] }
            var sections: [Section]
        }
        let report = try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(filePath: path)))
        let months = try #require(report.sections.first { $0.id == "months" })
        return try #require(months.blocks.first { $0.type == "table" }?.table).rows
    }

    @Test func `the month, the years so far and twelve months stand beside the same months and places a year before`()
        throws
    {
        let rows = try standings(
            in: DemoWorkspace.command().workspace + "/report/kpi-report-2019-03.en.json")
        #expect(
            rows.map(\.header) == ["March 2019", "2019, January to March", "FY2018, April to March", "12 months to March 2019"])
        // SampleData/totals.json: months 2019-03 and 2018-03, quarter 2019-Q1, fiscal years; January to March 2018 are
        // 76,943 + 83,860 + 113,514. Without 道の駅みとう's September (7,771 in 2017, unknown in 2018) twelve months grew
        // from 1,484,480 to 1,533,647.
        #expect(
            rows.map { $0.cells.map { $0.text.replacing("\u{A0}", with: " ") } } == [
                ["114,626", "113,514", "+1.0 %", "20/20"], ["275,172", "274,317", "+0.3 %", "60/60"],
                ["*1,533,647", "1,492,251", "+3.3 %", "239/240"], ["*1,533,647", "1,492,251", "+3.3 %", "239/240"],
            ])
        #expect(rows.map { $0.cells[2].note != nil } == [false, false, true, true])
        // A quarter of 2018 must not lead to the passport of all of 2018.
        #expect(rows[1].cells[1].figure == nil)
        #expect(rows[3].cells[0].figure != nil)
    }
}
