import Foundation
import Reporting
import Testing
import VisitorMetrics

/// Figures as tables: open data and data packages.
struct TableExportTests {
    /// Rows of a table none of whose cells holds a line break.
    private func rows(_ file: ExportFile) -> [Substring] {
        file.text.split(separator: "\r\n", omittingEmptySubsequences: true)
    }

    @Test func `open data opens in Excel and has one row a figure under one row of heads`() throws {
        let content = try ExportedFigures(name: "a\nb").content
        let files = OpenDataExport.files(content)
        for file in files { #expect(file.text.unicodeScalars.first == "\u{FEFF}") }
        #expect(rows(files[0]).count == content.figures.count + 1)
        #expect(rows(files[1]).count == content.figures.reduce(1) { $0 + $1.coverage.missing.count })
        #expect(!files.contains { $0.text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" } })
    }

    @Test func `a missing value is an empty cell beside its reason`() throws {
        let text = OpenDataExport.files(try ExportedFigures().content)[0].text
        #expect(text.contains(",person-spots,,suppressed,"))
        #expect(text.contains(",person-spots,0,reported,"))
        #expect(text.contains(",person-spots,1360000,preliminary,"))
    }

    @Test func `no cell is a formula`() throws {
        let content = try ExportedFigures(name: "=1+1").content
        for file in OpenDataExport.files(content) + DataPackageExport.tables(content) {
            #expect(!file.text.contains(",="))
            #expect(file.text.contains(",'=1+1") || file.name != "figures.csv")
        }
    }

    @Test func `the description names every column in order, and the files behind the figures with their hashes`()
        throws
    {
        let content = try ExportedFigures(name: ExportedFigures.hostile).content
        let tables = DataPackageExport.tables(content)
        let written = tables.map { DataPackageExport.WrittenFile(file: $0, sha256: "cd") }
        let text = DataPackageExport.descriptor(content, written).text
        let package = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let resources = try #require(package["resources"] as? [[String: Any]])
        for (resource, table) in zip(resources, tables) {
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            #expect(fields.compactMap { $0["name"] as? String }.joined(separator: ",") == rows(table)[0])
            #expect(resource["bytes"] as? Int == table.text.utf8.count)
            #expect(schema["missingValues"] as? [String] == [""])
        }
        let sources = try #require(package["sources"] as? [[String: Any]])
        #expect(sources[0]["hash"] as? String == "sha256:" + String(repeating: "ab", count: 32))
        #expect(package["licenses"] == nil)
    }
}
