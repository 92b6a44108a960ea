import Foundation
import TestSupport
import Testing

/// `dmo explain FIGURE --rows`: every row of every file behind a figure.
struct RowTraceTests {
    private static let year = "exchange-population@1:mine-city:2017:*"

    @Test func `the rows behind a year add up to it, and those of gates are read again one by one`() throws {
        let dmo = try DemoWorkspace.command()
        let outcome = try dmo("explain", Self.year, "--rows", "--format", "csv")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let rows = Self.rows(outcome.output)
        // 228 counts of places that report a month in one cell, and twelve months of three gates.
        #expect(rows.count == 228 + 36)
        #expect(rows.reduce(0) { $0 + (Int($1[2]) ?? 0) } == 1_478_106)
        let august = rows.filter { $0[1] == "August 2017" && $0[0].contains("Akiyoshi-do") }
        #expect(august.map { $0[4] } == ["4", "5", "6"])
        #expect(august.reduce(0) { $0 + (Int($1[2]) ?? 0) } == 100_789)
        #expect(august.allSatisfy { $0[7].contains("gate=akiyoshi-do-") })
    }

    @Test func `a file that is gone is named, and what was recorded of it still listed`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        try FileManager.default.removeItem(
            atPath: dmo.workspace + "/inbox/illustrative/akiyoshi-do/akiyoshi-do-gates-fy2017.csv")
        let outcome = try dmo("explain", "exchange-population@1:mine-city:2017-08:*", "--rows", "--format", "csv")
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("akiyoshi-do-gates-fy2017.csv"))
        #expect(outcome.messages.contains("explain.file-gone"))
        let rows = Self.rows(outcome.output)
        #expect(rows.contains { $0[4] == "4–6" && $0[2] == "100789" })
        #expect(rows.reduce(0) { $0 + (Int($1[2]) ?? 0) } == 219_859)
    }

    @Test func `rows that today's definitions would not count are noticed`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        let path = dmo.workspace + "/Pipelines/akiyoshi-do-gates.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let changed = text.replacingOccurrences(
            of: "stages:\n", with: "stages:\n  - filter: 'gate != \"akiyoshi-do-elevator\"'\n")
        #expect(changed != text)
        try changed.write(toFile: path, atomically: true, encoding: .utf8)
        let outcome = try dmo("explain", "exchange-population@1:mine-city:2017-08:*", "--rows")
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("explain.read-differently"))
    }

    @Test func `JSON holds every input already, and says so`() throws {
        let outcome = try DemoWorkspace.command()("explain", Self.year, "--rows", "--format", "json")
        #expect(outcome.status == 2)
    }

    /// The cells of each row below the header; none of these has a comma in it.
    private static func rows(_ csv: String) -> [[String]] {
        csv.components(separatedBy: .newlines).dropFirst().filter { !$0.isEmpty }.map {
            $0.components(separatedBy: ",")
        }
    }
}
