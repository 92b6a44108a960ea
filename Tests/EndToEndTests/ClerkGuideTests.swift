import Foundation
import TestSupport
import Testing

/// The clerk's guide works as it stands: its commands are run in order, in a workspace as a clerk finds it.
struct ClerkGuideTests {
    private static let path = DMOCommand.projectFolder + "/Sources/dmo/Documentation.docc/Guides/ClerkGuide.md"

    private static func commands() throws -> [String] {
        let guide = try String(contentsOfFile: path, encoding: .utf8)
        return guide.components(separatedBy: "```").enumerated()
            .filter { !$0.offset.isMultiple(of: 2) && $0.element.hasPrefix("sh\n") }
            .flatMap { $0.element.split(separator: "\n").dropFirst().map(String.init) }
    }

    @Test func `every command of the guide does what the guide says, in its order`() throws {
        let folder = try ScratchFolder()
        let demo = try DemoWorkspace.command().workspace
        for name in ["Pipelines", "inbox"] {
            try FileManager.default.copyItem(atPath: demo + "/" + name, toPath: folder.path + "/" + name)
        }
        let commands = try Self.commands()
        try #require(commands.count >= 10)
        for command in commands {
            let outcome = try DMOCommand.shell(command, in: folder.path, environment: ["LANG": "ja_JP.UTF-8"])
            // A report is missing, which the guide says ends with 1.
            let expected: Int32 = command.hasPrefix("dmo status") ? 1 : 0
            #expect(outcome.status == expected, "\(command): \(outcome.messages)")
        }
        for name in [
            "report/kpi-report-2018-12.ja.html", "report/kpi-report-2018-12.ja.xlsx",
            "report/kpi-report-2018-12.ja.csv", "report/kpi-report-2018-12.ja.md",
            "report/kpi-report-2018-12.ja.json", "report/kpi-report-2017.ja.html",
            "published/kpi-report-2018-12.ja.html", "backup-2018-12.sqlite",
        ] {
            #expect(FileManager.default.fileExists(atPath: folder.path + "/" + name), "\(name)")
        }
        let draft = try String(contentsOfFile: folder.path + "/report/kpi-report-2018-12.ja.html", encoding: .utf8)
        #expect(draft.contains("案(未公表)"))
        let published = try String(
            contentsOfFile: folder.path + "/published/kpi-report-2018-12.ja.html", encoding: .utf8)
        #expect(!published.contains("案(未公表)"))
        let year = try String(contentsOfFile: folder.path + "/report/kpi-report-2017.ja.html", encoding: .utf8)
        #expect(year.contains("観光KPI年次報告（平成29年）"))
        // 1,478,106 less 1,409,034, both by the sample data's own verification.
        #expect(year.contains("平成29年は平成28年より69,072人地点多い"))
    }

    @Test func `its pictures are there`() throws {
        let guide = try String(contentsOfFile: Self.path, encoding: .utf8)
        let pictures = guide.matches(of: /!\[[^\]]+\]\(([a-z-]+)\)/).map { String($0.output.1) }
        #expect(pictures.count == 5)
        for picture in pictures {
            let file = DMOCommand.projectFolder + "/Sources/dmo/Documentation.docc/Resources/\(picture).png"
            #expect(FileManager.default.fileExists(atPath: file), "\(picture)")
        }
    }
}
