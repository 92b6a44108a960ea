import Foundation
import TestSupport
import Testing

/// What a newcomer sees: the demonstration, its verdict, its report, and SampleData as it was.
struct DemoTests {
    @Test func `the demonstration ends well, with the verdict and every planted fault caught`() throws {
        let outcome = try DemoWorkspace.shared.get().outcome
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("17 of 17 planted faults held at their cell for their reason (0 others held)."))
        #expect(outcome.output.contains("Roadside Station Mito September 2018"))
        #expect(outcome.output.contains("+30.05\u{A0}%"))
        #expect(outcome.output.contains("rows 3927 = accepted 3781 + held 0 + ignored 146"))
    }

    @Test func `it ends with the verdict, the file to open and commands that work`() throws {
        let demo = try DemoWorkspace.shared.get()
        let end = try #require(demo.outcome.output.split(separator: "== 6. What to look at first ==\n").last)
        let lines = end.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.first?.hasPrefix("At this pace 2019 ends at") == true)
        let page = try #require(lines.first { $0.hasSuffix(".en.html") })
        #expect(FileManager.default.fileExists(atPath: page))
        // Explain, status and the held rows; the dashboard would wait for a visitor.
        let commands = lines.filter { $0.contains(" --workspace ") && !$0.contains(" serve ") }
        #expect(commands.count == 3)
        for command in commands {
            let arguments = command.split(separator: " ").dropFirst().map { String($0).replacing("'", with: "") }
            let status = try DMOCommand.run(arguments).status
            #expect(status == 0 || status == 1, "\(command)")
        }
    }

    @Test func `the report is there in both languages and every form, and says its data are invented`() throws {
        let folder = try DemoWorkspace.shared.get().folder.path + "/demo/report"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(
            names
                == ["en", "ja"].flatMap { language in
                    ["csv", "html", "json", "md", "xlsx"].map { "kpi-report-2019-03.\(language).\($0)" }
                })
        for name in names where !name.hasSuffix(".xlsx") {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            #expect(text.contains(name.contains(".ja.") ? "説明用の架空データ" : "llustrative"), "\(name)")
        }
        let page = try String(contentsOfFile: folder + "/kpi-report-2019-03.ja.html", encoding: .utf8)
        // Names for the council; the identity stands with the definition, and in the passports.
        let captions = page.matches(of: /<caption>([^<]+)</).map { $0.output.1 }
        #expect(captions.contains { $0.hasPrefix("観光交流人口(延べ) 平成29年と平成28年") })
        #expect(captions.allSatisfy { !$0.contains("〔") })
        // 6,220 visitors from Taiwan here and 1,246,866 in Japan, January to March 2019, both by SampleData.
        #expect(page.contains("id=\"national-shares\""))
        #expect(page.contains("<figcaption>令和元年は、訪日した台湾の1,000人に対して市内で4.99人地点</figcaption>"))
        // One file that fetches nothing: no script, no address but the namespace of SVG and what is merely cited.
        #expect(!page.contains("<script"))
        #expect(!page.contains("src=\"http"))
        #expect(!page.contains("href=\"http"))
        #expect(page.contains("<svg"))
        let table = try Data(contentsOf: URL(filePath: folder + "/kpi-report-2019-03.ja.csv"))
        #expect(table.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test func `a folder in use is refused and nothing in it touched`() throws {
        let folder = try ScratchFolder()
        try folder.write("mine", to: "keep.txt")
        let outcome = try DMOCommand.run(["demo", "--source", DMOCommand.projectFolder, "--out", folder.path])
        #expect(outcome.status == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["keep.txt"])
    }
}
