import Foundation
import TestSupport
import Testing

/// What a dry run foretells, and that it does nothing.
struct LoadPreviewTests {
    /// A correction of a count that stands (row 2), and a month that is new (row 3).
    private static let correction = "年月,観光地点,区分,入込客数,備考\nH31.3,秋吉台,確報,29999,\nH31.4,秋吉台,確報,40000,\n"

    @Test func `a dry run leaves every byte of the workspace as it was`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        try folder.write(Self.correction, to: "correction.csv")
        let before = try bytes(in: command.workspace)
        #expect(try command("load", "--dry-run", folder.path + "/correction.csv").status == 0)
        #expect(try bytes(in: command.workspace) == before)
    }

    @Test func `the figures a dry run foretells are those that stand after the load`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        try folder.write(Self.correction, to: "correction.csv")
        let preview = try command("load", "--dry-run", "--format", "json", folder.path + "/correction.csv").json()
        let effects = try #require(preview["figures"] as? [[String: Any]])
        let definitions = Set(effects.compactMap { ($0["id"] as? String)?.split(separator: "@").first.map(String.init) })
        #expect(definitions.count > 1)
        let before = try figures(command, of: definitions)
        #expect(try command("load", folder.path + "/correction.csv").status == 0)
        let after = try figures(command, of: definitions)
        var foretold: [String: Int] = [:]
        for effect in effects {
            let id = try #require(effect["id"] as? String)
            #expect(value(effect["before"]) == before[id])
            #expect(value(effect["after"]) == after[id])
            foretold[id] = effect["difference"] as? Int
        }
        // 29,999 − 26,900, and 40,000 more in the year.
        #expect(foretold["exchange-population@1:mine-city:2019-03:*"] == 3_099)
        #expect(foretold["exchange-population@1:mine-city:2019:*"] == 43_099)
        for (id, value) in after where before[id] != value { #expect(effects.contains { $0["id"] as? String == id }, "\(id)") }
    }

    @Test func `a revision names both values, both cells, and the goal it moves`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        try folder.write(Self.correction, to: "correction.csv")
        let preview = try command("load", "--dry-run", "--format", "json", folder.path + "/correction.csv").json()
        #expect(preview["schema"] as? String == "dmo.load-preview/1")
        let revision = try #require((preview["revisions"] as? [[String: Any]])?.first)
        #expect((revision["old"] as? [String: Any])?["value"] as? Int == 26_900)
        #expect((revision["new"] as? [String: Any])?["value"] as? Int == 29_999)
        #expect((revision["position"] as? [String: Any])?["cell"] as? String == "D2")
        #expect((revision["oldPosition"] as? [String: Any])?["cell"] as? String == "D77")
        let account = try #require(((preview["files"] as? [[String: Any]])?.first)?["account"] as? [String: Any])
        #expect(account["read"] as? Int == 3)
        #expect(account["accepted"] as? Int == 2)
        let goal = try #require((preview["goals"] as? [[String: Any]])?.first)
        let outlooks = ["before", "after"].compactMap { (goal[$0] as? [String: Any])?["outlook"] as? [String: Any] }
        #expect(outlooks.compactMap { $0["lastMonth"] as? String } == ["2019-03", "2019-04"])
    }

    @Test func `a count that would be doubtful is a doubt before it is recorded`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        try folder.write("年月,観光地点,区分,入込客数,備考\nH31.3,秋吉台,確報,2690000,\n", to: "slip.csv")
        let outcome = try command("load", "--dry-run", folder.path + "/slip.csv")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("slip.csv:D2: Akiyoshidai plateau, March 2019: 2,690,000"))
        #expect(try command("findings").output.contains("2,690,000") == false)
    }

    @Test func `a first load is foretold where there is no ledger yet, and none is made`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        for ending in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: command.workspace + "/visitors.sqlite" + ending)
        }
        let outcome = try command("load", "--dry-run", command.workspace + "/inbox/illustrative/akiyoshidai")
        #expect(outcome.output.contains("Figures that would change"))
        #expect(!FileManager.default.fileExists(atPath: command.workspace + "/visitors.sqlite"))
    }

    @Test func `what is loaded already is foretold to change nothing`() throws {
        let folder = try ScratchFolder()
        let command = try DemoWorkspace.copy(into: folder)
        let outcome = try command("load", "--dry-run", command.workspace + "/inbox")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("loading this would change no number"))
    }

    /// The files of a folder; the index SQLite keeps beside a ledger for its readers holds no data.
    private func bytes(in folder: String) throws -> [String: Data] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return files.filter { !$0.hasSuffix("-shm") }.reduce(into: [:]) {
            $0[$1] = FileManager.default.contents(atPath: folder + "/" + $1)
        }
    }

    private func figures(_ command: DMOCommand, of definitions: Set<String>) throws -> [String: Int] {
        var values: [String: Int] = [:]
        for definition in definitions {
            for grain in ["calendar-year", "fiscal-year", "month"] {
                let outcome = try command("figures", "--definition", definition, "--by", grain, "--format", "json")
                let list = try outcome.json()["figures"] as? [[String: Any]]
                for figure in list ?? [] { values[figure["id"] as? String ?? ""] = figure["value"] as? Int }
            }
        }
        return values
    }

    private func value(_ figure: Any?) -> Int? { (figure as? [String: Any])?["value"] as? Int }
}
