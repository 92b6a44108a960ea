import Foundation
import TestSupport
import Testing

/// The guide to another destination works as it stands: its blocks are written to the files it names, and used.
struct GuideTests {
    /// The fenced blocks of the guide, by their first line.
    private static func blocks() throws -> [String: String] {
        let guide = try String(
            contentsOfFile: DMOCommand.projectFolder
                + "/Sources/dmo/Documentation.docc/Guides/AnotherDestination.md", encoding: .utf8)
        var blocks: [String: String] = [:]
        for (index, part) in guide.components(separatedBy: "```").enumerated() where !index.isMultiple(of: 2) {
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
            guard let first = lines.first(where: { !$0.isEmpty }) else { continue }
            blocks[String(first)] = lines.joined(separator: "\n")
        }
        return blocks
    }

    @Test func `a second destination needs the guide's few files and no code`() throws {
        let blocks = try Self.blocks()
        let folder = try ScratchFolder()
        let files = [
            "destination: kuranosato": "destination.yaml", "profile: museums": "profiles/museums.yaml",
            "pipeline: museums": "museums.yaml", "definitions:": "definitions.yaml", "targets:": "kpis.yaml",
        ]
        for (first, name) in files { try folder.write(try #require(blocks[first]), to: "Pipelines/" + name) }
        // The guide's file, and the rest of the year for both museums: 16,108 + 11 × 1,000 and 434 + 11 × 20.
        var counts = try #require(blocks["施設名称,集計時期,来場者数"])
        for month in 2...12 { counts += "蔵の里美術館,2014年\(month)月,\"1,000\"\n" }
        counts += "民芸館,2014年1月,434\n"
        for month in 2...12 { counts += "民芸館,2014年\(month)月,20\n" }
        try folder.write(counts, to: "inbox/museums-2014.csv")

        let command = DMOCommand(workspace: folder.path)
        #expect(try command("validate").status == 0)
        let load = try command("load", folder.path + "/inbox")
        #expect(load.status == 0, "\(load.messages)")
        #expect(load.output.contains("accepted 24 + held 0"))
        let figures = try #require(try command("figures", "--format", "json").json()["figures"] as? [[String: Any]])
        let year = figures.first { $0["id"] as? String == "visitors@1:kuranosato:2014:*" }
        #expect(year?["value"] as? Int == 27_762)
        #expect(try command("progress").output.contains("27,762"))
    }

    @Test func `a mistake in a definition is named with file, line, column and a hint`() throws {
        let blocks = try Self.blocks()
        let folder = try ScratchFolder()
        try folder.write(try #require(blocks["destination: kuranosato"]), to: "Pipelines/destination.yaml")
        let profile = try #require(blocks["profile: museums"]).replacing("type: month", with: "type: mouth")
        try folder.write(profile, to: "Pipelines/profiles/museums.yaml")
        let outcome = try DMOCommand(workspace: folder.path)("validate")
        #expect(outcome.status == 2)
        let line = try #require(profile.split(separator: "\n").firstIndex { $0.contains("mouth") }) + 1
        #expect((outcome.output + outcome.messages).contains("Pipelines/profiles/museums.yaml:\(line):"))
        #expect((outcome.output + outcome.messages).contains("month"))
    }
}
