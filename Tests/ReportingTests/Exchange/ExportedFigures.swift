import Foundation
import Languages
import Reporting
import StatisticalMessages
import Testing
import VisitorMetrics
import VisitorModel

/// Figures of every sort that leaves the house: whole, incomplete, missing, suppressed, zero, and of hostile names.
struct ExportedFigures {
    static let hostile = "<script>&\"'=HYPERLINK(\"x\")\u{202E}]]>\n../x"

    var content: ExportContent

    init(name: String = "秋芳洞") throws {
        let title = BilingualText(verbatim: name)
        let places = [
            Place(id: "city", names: title, kind: .municipality, code: "35213"),
            Place(id: "cave", names: title, kind: .spot, parent: "city"),
            Place(id: "plateau", names: title, kind: .spot, parent: "city"),
        ]
        let definition = MetricDefinition(
            name: "visitors", version: 1, titles: title, formula: title, measure: "visitors", unit: .personSpots,
            cut: try Cut(of: "city", members: ["cave", "plateau"], in: PlaceTree(places)), source: title)
        func month(_ id: String) throws -> Month { try #require(Month(id: id)) }
        func figure(
            _ period: Period, _ value: ExactDecimal?, _ status: ObservationStatus, _ coverage: Coverage,
            place: String = "city", market: String? = nil
        ) -> Figure {
            Figure(
                definition: definition, place: place, period: period, segment: Segment(market: market), value: value,
                status: status, coverage: coverage)
        }
        let april = try month("2013-04")
        let whole = Coverage(reported: 2, expected: 2)
        let lacking = Coverage(reported: 1, expected: 2, missing: [MissingReport(place: "plateau", month: april)])
        var figures: [Figure] = [
            figure(.month(april), 48_210, .final, whole),
            figure(.month(april.advanced(by: 1)), 0, .reported, whole),
            figure(.month(april.advanced(by: 2)), 12, .reported, lacking),
            figure(.fiscalYear(FiscalYear(2013)), 1_360_000, .preliminary, whole),
            figure(.calendarYear(CalendarYear(2013)), 1_350_001, .provisional, whole),
            figure(.half(HalfYear(containing: april, isFiscal: true)), 700_000, .reported, whole),
            figure(.quarter(april.quarter), 300_000, .estimated, whole, place: "cave", market: "TW"),
            figure(.twelveMonths(TwelveMonths(endingIn: april)), ExactDecimal("12.5"), .reported, whole),
        ]
        for (offset, status) in ObservationStatus.allCases.filter({ !$0.hasValue }).enumerated() {
            figures.append(figure(.month(april.advanced(by: offset)), nil, status, lacking, place: "cave"))
        }
        content = ExportContent(
            figures: figures,
            places: places, markets: [Market(id: "TW", names: title)],
            sources: [ExportContent.Source(file: name, sha256: String(repeating: "ab", count: 32))],
            madeAt: "2019-04-01T00:00:00Z", product: "dmo", language: .english)
    }

    /// What our own reader of SDMX finds in a file: figure, period, value, unit and status of each number.
    static func read(_ file: ExportFile) throws -> [[String?]] {
        let path = FileManager.default.temporaryDirectory.appending(path: "dmo-\(UUID().uuidString)-\(file.name)").path
        try Data(file.text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let fields = try ["FIGURE_ID", "period", "OBS_VALUE", "unit", "STATUS", "status"].map {
            try #require(MessageField($0))
        }
        let reader = try StatisticalMessageReader(path: path, displayName: file.name, kind: .sdmx, fields: fields)
        var rows: [[String?]] = []
        while let observation = try reader.next() {
            #expect(observation.problem == nil)
            rows.append(observation.values)
        }
        return rows
    }
}
