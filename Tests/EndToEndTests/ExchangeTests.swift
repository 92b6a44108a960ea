import Foundation
import TestSupport
import Testing

/// What is handed to other systems, held against the sums that a separate program recorded beside the samples.
struct ExchangeTests {
    private func recordedYears() throws -> [String: Int] {
        let recorded = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(filePath: DMOCommand.projectFolder + "/SampleData/totals.json")))
                as? [String: Any])
        return try #require(recorded["calendarYears"] as? [String: Int])
    }

    private func export(_ form: String, _ more: String..., into folder: ScratchFolder) throws {
        let workspace = try DemoWorkspace.command().workspace
        let outcome = try DMOCommand.run(
            [
                "export", "--as", form, "--definition", "exchange-population", "--out", folder.path,
                "--workspace", workspace, "--lang", "en",
            ] + more)
        #expect(outcome.status == 0, "\(outcome.messages)")
    }

    private func text(_ name: String, in folder: ScratchFolder) throws -> String {
        try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    }

    @Test func `a data package holds the published years, and says what the last one lacks`() throws {
        let folder = try ScratchFolder()
        try export("datapackage", "--licence", "CC-BY-4.0", into: folder)
        let lines = try text("figures.csv", in: folder).split(whereSeparator: \.isNewline)
        for (year, total) in try recordedYears() {
            let id = "exchange-population@1:mine-city:\(year):*,"
            let line = try #require(lines.first { $0.hasPrefix(id) }, "\(year)")
            #expect(line.contains(",\(total),"), "\(line)")
        }
        let gaps = try text("missing-reports.csv", in: folder).split(whereSeparator: \.isNewline)
        #expect(gaps.contains { $0.contains("2018-09") && $0.contains("not-reported") })
        let package = try #require(
            try JSONSerialization.jsonObject(with: Data(text("datapackage.json", in: folder).utf8)) as? [String: Any])
        let licences = try #require(package["licenses"] as? [[String: Any]])
        #expect(licences.first?["name"] as? String == "CC-BY-4.0")
    }

    @Test func `SDMX carries the same years in both its forms`() throws {
        let (xml, csv) = (try ScratchFolder(), try ScratchFolder())
        try export("sdmx-ml", into: xml)
        try export("sdmx-csv", into: csv)
        let observations = try text("data.xml", in: xml).split(separator: "<Obs ")
        let rows = try text("data.csv", in: csv).split(whereSeparator: \.isNewline)
        for (year, total) in try recordedYears() {
            let id = "exchange-population@1:mine-city:\(year):*"
            let observation = try #require(observations.first { $0.contains("\"\(id)\"") }, "\(year)")
            #expect(observation.contains("OBS_VALUE=\"\(total)\""))
            let row = try #require(rows.first { $0.contains(id) }, "\(year)")
            #expect(row.contains(",\(total),"))
        }
    }

    @Test func `our open data keeps every rule we grade others by`() throws {
        let folder = try ScratchFolder()
        try export("open-data", into: folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { folder.path + "/" + $0 }
        #expect(!files.isEmpty)
        let outcome = try DMOCommand.run(["lint", "--lang", "en"] + files)
        #expect(outcome.status == 0)
        #expect(!outcome.output.contains("FAIL"))
    }

    @Test func `an office's table is graded with the cells to mend`() throws {
        let folder = try ScratchFolder()
        try folder.write(
            "平成25年 観光客数,,\n施設名,1月,2月\n秋芳洞,\"12,345\",20人\n秋吉台,…,15\n計,12345,35\n", to: "office.csv")
        let outcome = try DMOCommand.run(["lint", "--lang", "en", folder.path + "/office.csv"])
        #expect(outcome.status == 1)
        for cell in ["B3: 12,345", "C3: 20人"] { #expect(outcome.output.contains(cell), "\(outcome.output)") }
    }

    @Test func `an unknown form ends with 2 and names those there are`() throws {
        let outcome = try DemoWorkspace.command()("export", "--as", "excel")
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("sdmx-ml"))
    }
}
