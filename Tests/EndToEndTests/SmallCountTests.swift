import Foundation
import TestSupport
import Testing

/// Small counts stay inside when figures, exports and reports are published.
struct SmallCountTests {
    /// The demonstration with a rule that keeps counts below a threshold back; its own keeps ones and twos back.
    private func command(threshold: Int, in folder: ScratchFolder) throws -> DMOCommand {
        let command = try DemoWorkspace.copy(into: folder)
        let file = URL(filePath: command.workspace).appending(path: "Pipelines/destination.yaml")
        let text = try String(contentsOf: file, encoding: .utf8).replacing(
            "threshold: 3", with: "threshold: \(threshold)")
        #expect(text.contains("threshold: \(threshold)"))
        try Data(text.utf8).write(to: file)
        return command
    }

    private func counts(_ outcome: DMOCommand.Outcome) throws -> [String: [String: Int?]] {
        let figures = try #require(try outcome.json()["figures"] as? [[String: Any]])
        var counts: [String: [String: Int?]] = [:]
        for figure in figures {
            let id = try #require(figure["id"] as? String).split(separator: ":")
            counts[String(id[2]), default: [:]][String(id[3])] = .some(figure["value"] as? Int)
        }
        return counts
    }

    @Test func `published figures hold no small count, and none can be had back from a row`() throws {
        let folder = try ScratchFolder()
        let command = try command(threshold: 100, in: folder)
        func months(_ more: String...) throws -> [String: [String: Int?]] {
            try counts(
                DMOCommand.run(
                    [
                        "figures", "--definition", "inbound-visitors", "--by", "month,market", "--from", "2018-01",
                        "--through", "2018-12", "--format", "json", "--workspace", command.workspace, "--lang", "en",
                    ] + more))
        }
        let inside = try months()
        let outside = try months("--publish")
        #expect(inside.values.joined().contains { ($0.value ?? 100) < 100 })
        #expect(!outside.values.joined().contains { ($0.value ?? 100) < 100 })
        for (month, row) in outside {
            let hidden = row.filter { $0.value == nil }.keys
            #expect(hidden.count != 1)
            let sum = hidden.reduce(0) { $0 + ((inside[month]?[$1] ?? nil) ?? 0) }
            #expect(hidden.isEmpty || sum >= 100)
        }
    }

    @Test func `an export keeps small counts back unless it is for use inside`() throws {
        let folder = try ScratchFolder()
        let command = try command(threshold: 100, in: folder)
        func text(_ extra: String) throws -> String {
            let out = folder.path + "/export" + extra
            let outcome =
                extra.isEmpty
                ? try command(
                    "export", "--as", "open-data", "--definition", "inbound-visitors", "--by", "month,market", "--out",
                    out)
                : try command(
                    "export", "--as", "open-data", "--definition", "inbound-visitors", "--by", "month,market", "--out",
                    out, extra)
            #expect(outcome.status == 0, "\(outcome.messages)")
            if extra.isEmpty { #expect(outcome.messages.contains("kept back by the rule for small counts")) }
            let files = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
            return try files.map { try String(contentsOfFile: out + "/" + $0, encoding: .utf8) }.joined()
        }
        #expect(try text("") != text("--inside"))
    }

    @Test func `a published report hides them too, in its tables and in the sources of its figures`() throws {
        let folder = try ScratchFolder()
        let command = try command(threshold: 1_300, in: folder)
        let outcome = try command(
            "report", "--month", "2018-12", "--publish", "--by", "Tanaka", "--note", "test", "--as", "md", "--out",
            folder.path + "/report")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let page = try String(
            contentsOf: URL(filePath: folder.path + "/report/kpi-report-2018-12.en.md"), encoding: .utf8)
        // 1,236 from the United States and 1,176 of unknown origin in 2018, both below the rule.
        let lines = page.split(separator: "\n").filter {
            $0.hasPrefix("| United States |") || $0.hasPrefix("| Unknown |")
        }
        #expect(lines.contains { $0.contains("suppressed") })
        #expect(!lines.contains { $0.contains("1,236") || $0.contains("1,176") })
        #expect(!page.contains("1,176"))
        // The total stays.
        #expect(page.contains("41,934"))
    }

    @Test func `a late correction of two guests is warned of, since the two publications would tell it`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        func publish() throws -> DMOCommand.Outcome {
            try command(
                "report", "--month", "2018-12", "--publish", "--by", "Tanaka", "--note", "test", "--as", "csv", "--out",
                folder.path + "/report")
        }
        func correct(_ market: String, by guests: Int) throws {
            let figures = try counts(
                try command(
                    "figures", "--definition", "inbound-visitors", "--by", "month,market", "--from", "2018-09",
                    "--through", "2018-09", "--format", "json"))
            let before = try #require(figures["2018-09"]?["market=" + market] ?? nil)
            let outcome = try command(
                "enter", "mine-city", "2018-09", String(before + guests), "--measure", "inbound-visitors", "--market",
                market, "--source", "telephone", "--by", "Tanaka")
            #expect(outcome.status == 0, "\(outcome.messages)")
        }
        let first = try publish()
        #expect(!first.messages.contains("differs from publication"), "\(first.messages)")
        // Forty more from Taiwan tell nobody's stay; two more from Thailand tell those two.
        try correct("TW", by: 40)
        let second = try publish()
        #expect(!second.messages.contains("differs from publication"), "\(second.messages)")
        try correct("TH", by: 2)
        let third = try publish()
        #expect(third.messages.contains("Thailand"))
        #expect(third.messages.contains("differs from publication 2 by so few"), "\(third.messages)")
        #expect(!third.messages.contains("Taiwan"))
    }
}
