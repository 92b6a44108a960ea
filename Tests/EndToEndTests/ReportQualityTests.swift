import Foundation
import TestSupport
import Testing

/// What a report says about its own counts: who has reported, what is doubtful, what was found to be right.
struct ReportQualityTests {
    private func markdown(_ dmo: DMOCommand, _ folder: ScratchFolder) throws -> String {
        let outcome = try dmo("report", "--month", "2018-12", "--as", "md", "--out", folder.path + "/out")
        #expect(outcome.status == 0, "\(outcome.messages)")
        return try String(contentsOfFile: folder.path + "/out/kpi-report-2018-12.en.md", encoding: .utf8)
    }

    private func section(_ title: String, of page: String) throws -> String {
        let parts = page.components(separatedBy: "\n## ")
        return try #require(parts.first { $0.hasPrefix(title) }, "no section \(title)")
    }

    @Test func `a doubtful count stands in the report with cause and cell until somebody says that it is right`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        #expect(try section("Counts to look at", of: try markdown(dmo, folder)).contains("No count is doubtful."))
        #expect(
            try dmo("enter", "akiyoshidai", "2018-08", "900000", "--source", "fax", "--by", "Tanaka").status == 0)
        let open = try section("Counts to look at", of: try markdown(dmo, folder))
        #expect(open.contains("Open doubts") && open.contains("Akiyoshidai plateau, August 2018: 900,000"), "\(open)")
        #expect(open.contains("entries/") && open.contains(":E2"), "\(open)")

        let findings = try #require(try dmo("findings", "--format", "json").json()["findings"] as? [[String: Any]])
        let id = try #require(findings.first?["id"] as? String)
        #expect(try dmo("findings", "acknowledge", id, "--reason", "festival", "--by", "Sato").status == 0)
        let settled = try section("Counts to look at", of: try markdown(dmo, folder))
        #expect(!settled.contains("Open doubts") && settled.contains("festival (Sato,"), "\(settled)")

        // Once it has been published, it is no news any more.
        #expect(
            try dmo(
                "report", "--month", "2018-12", "--publish", "--by", "Tanaka", "--as", "csv", "--out", folder.path + "/p"
            ).status == 0)
        let later = try section("Counts to look at", of: try markdown(dmo, folder))
        #expect(!later.contains("festival"), "\(later)")
    }

    @Test func `a place that was closed is no late reporter, on the page and in numbers`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        let before = try section("Missing and revised", of: try markdown(dmo, folder))
        #expect(before.contains("479 of 480 place-months that are due are in."), "\(before)")
        #expect(before.contains("One report of the last 24 months is missing"), "\(before)")
        let register = dmo.workspace + "/Pipelines/changes.yaml"
        let closure = "  - places: [mito-station]\n    from: 2018-09\n    to: 2018-09\n    reason: { ja: 工事, en: works }\n"
        try String(contentsOfFile: register, encoding: .utf8).appending(closure).write(
            toFile: register, atomically: true, encoding: .utf8)
        let after = try section("Missing and revised", of: try markdown(dmo, folder))
        #expect(after.contains("479 of 479 place-months that are due are in; 1 more were closed, a true zero."), "\(after)")
        #expect(after.contains("All reports of the last 24 months are in"), "\(after)")
        let status = try dmo("status", "--from", "2018-09", "--through", "2018-09")
        #expect(status.output.contains("休"), "\(status.output)")
    }
}
