import Foundation
import TestSupport
import Testing

/// The page of the demonstration, held to what every reader needs; and names nobody should be hurt by.
struct ReportPageTests {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(.enabled(if: ReportPageTests.python != nil, "python3 checks the page"))
    func `roles, names, links and contrast hold in both languages and for every chart`() throws {
        let folder = try ScratchFolder()
        let report = try DMOCommand(workspace: DemoWorkspace.shared.get().folder.path + "/demo").workspace + "/report"
        var pages = ["ja", "en"].map { "\(report)/kpi-report-2019-03.\($0).html" }
        for language in ["ja", "en"] {
            let page = "\(folder.path)/gallery.\(language).html"
            #expect(try DMOCommand.run(["gallery", "--lang", language, "--out", page]).status == 0)
            pages.append(page)
        }
        let script = DMOCommand.projectFolder + "/Scripts/check-page.py"
        let outcome = try DMOCommand.shell(
            ([try #require(Self.python), script] + pages).map { "'\($0)'" }.joined(separator: " "), in: folder.path)
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.components(separatedBy: " 0 problems").count == pages.count + 1)
    }

    @Test(
        arguments: [
            "<script>alert(1)</script>", "=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")", "../../x",
            "\u{202E}gnp.exe\u{200F}",
            String(repeating: "長", count: 10_000),
        ])
    func `a hostile name of a place is harmless in every form`(_ name: String) throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        let path = command.workspace + "/Pipelines/destination.yaml"
        let destination = try String(contentsOfFile: path, encoding: .utf8)
        let quoted = "'" + name.replacing("'", with: "''").replacing("\"\"", with: "\"") + "'"
        let hostile = destination.replacing("Akiyoshi-do cave", with: quoted)
        try #require(hostile != destination)
        try Data(hostile.utf8).write(to: URL(filePath: path))
        let report = folder.path + "/report"
        let outcome = try command("report", "--month", "2018-12", "--out", report)
        // Refusing such a name with a message would be fine as well; half a report would not.
        guard outcome.status == 0 else {
            #expect(outcome.status == 2)
            #expect(!FileManager.default.fileExists(atPath: report))
            return
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: report).sorted()
        #expect(names == ["csv", "html", "json", "md", "xlsx"].map { "kpi-report-2018-12.en.\($0)" })
        let page = try String(contentsOfFile: report + "/kpi-report-2018-12.en.html", encoding: .utf8)
        #expect(!page.contains("<script"))
        #expect(!page.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x200F })
        #expect(page.utf8.count < 2_000_000)
        let table = try String(contentsOfFile: report + "/kpi-report-2018-12.en.csv", encoding: .utf8)
        #expect(!table.contains(",=HYPERLINK") && !table.contains("\"=HYPERLINK"))
        guard let python = Self.python else { return }
        let check = try DMOCommand.shell(
            "'\(python)' '\(DMOCommand.projectFolder)/Scripts/check-page.py' report/kpi-report-2018-12.en.html",
            in: folder.path)
        #expect(check.status == 0, "\(check.output)")
    }
}
