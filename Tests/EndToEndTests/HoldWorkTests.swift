import Foundation
import TestSupport
import Testing

/// Held rows on their way back: corrected, answered by the supplier, dismissed; and the form that is sent out.
struct HoldWorkTests {
    private func faulty() throws -> (ScratchFolder, DMOCommand, [[String: Any]]) {
        let folder = try ScratchFolder()
        let dmo = DMOCommand(workspace: try DemoWorkspace.copy(into: folder).workspace + "/with-faults")
        let listed = try dmo("holds", "list", "--format", "json")
        #expect(listed.status == 1)
        return (folder, dmo, try #require(try listed.json()["holds"] as? [[String: Any]]))
    }

    private func hold(_ holds: [[String: Any]], _ code: String) throws -> [String: Any] {
        try #require(holds.first { $0["code"] as? String == code })
    }

    @Test func `a corrected cell counts, and old and new are kept with reason and name`() throws {
        let (folder, dmo, holds) = try faulty()
        defer { withExtendedLifetime(folder) {} }
        let typo = try hold(holds, "number.unreadable")
        let id = try #require(typo["id"] as? Int)
        let original = try Data(contentsOf: URL(filePath: dmo.workspace + "/inbox/akiyoshidai-with-faults.csv"))
        let refused = try dmo("holds", "correct", "\(id)", "1O", "--reason", "r", "--by", "Tanaka")
        #expect(refused.status == 2)
        let corrected = try dmo(
            "holds", "correct", "\(id)", "10234", "--reason", "asked by telephone", "--by", "Tanaka")
        #expect(corrected.status == 0, "\(corrected.messages)")
        let after = try dmo("holds", "list", "--all", "--format", "json").json()
        let all = try #require(after["holds"] as? [[String: Any]])
        // One question, one hold: the copy's other rows are not asked about again.
        #expect(all.count == holds.count)
        let decision = try #require(all.first { $0["id"] as? Int == id }?["decision"] as? [String: Any])
        #expect(decision["old"] as? String == "1O234")
        #expect(decision["new"] as? String == "10234")
        #expect(decision["by"] as? String == "Tanaka")
        #expect(decision["reason"] as? String == "asked by telephone")
        let untouched = try Data(contentsOf: URL(filePath: dmo.workspace + "/inbox/akiyoshidai-with-faults.csv"))
        #expect(original == untouched)
        // Withdrawing the copy's load opens the question again.
        let load = try #require(decision["load"] as? Int)
        #expect(try dmo("withdraw", "\(load)", "--reason", "wrong", "--by", "Sato").status == 0)
        let open = try #require(try dmo("holds", "list", "--format", "json").json()["holds"] as? [[String: Any]])
        #expect(open.contains { $0["id"] as? Int == id })
    }

    @Test func `a dismissed row is no longer open`() throws {
        let (folder, dmo, holds) = try faulty()
        defer { withExtendedLifetime(folder) {} }
        let id = try #require(try hold(holds, "number.negative")["id"] as? Int)
        #expect(try dmo("holds", "dismiss", "\(id)", "--reason", "a repeat", "--by", "Tanaka").status == 0)
        let open = try #require(try dmo("holds", "list", "--format", "json").json()["holds"] as? [[String: Any]])
        #expect(open.count == holds.count - 1)
    }

    @Test func `the supplier's answers are matched row by row`() throws {
        let (folder, dmo, holds) = try faulty()
        defer { withExtendedLifetime(folder) {} }
        let file = folder.path + "/questions.csv"
        #expect(try dmo("holds", "export", file).status == 0)
        #expect(try Self.start(of: file) == Array("\u{FEFF}hold,".utf8))
        let id = try #require(try hold(holds, "number.unreadable")["id"] as? Int)
        var lines = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\r\n")
        if lines.count == 1 { lines = lines[0].components(separatedBy: "\n") }
        lines = lines.map { $0.hasPrefix("\(id),") ? $0 + "10234" : $0 }
        // Sorted the other way round, as somebody may have left it.
        let header = lines.removeFirst()
        try ([header] + lines.reversed().filter { !$0.isEmpty }).joined(separator: "\r\n").appending("\r\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let answered = try dmo("holds", "import", file, "--reason", "answer of 12 April", "--by", "Tanaka")
        #expect(answered.status == 1, "\(answered.messages)")
        #expect(answered.messages.contains("came back without an answer"))
        let open = try #require(try dmo("holds", "list", "--format", "json").json()["holds"] as? [[String: Any]])
        #expect(!open.contains { $0["id"] as? Int == id })
        let wrong = file.replacing("questions", with: "wrong")
        try (header + "\r\n\(id + 1),x,Z9,,7,,,1\r\n").write(toFile: wrong, atomically: true, encoding: .utf8)
        #expect(try dmo("holds", "import", wrong, "--reason", "r", "--by", "T").status == 2)
    }

    /// The first eight bytes: one byte order mark for Excel, and then the first heading.
    private static func start(of file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: file)).prefix(8))
    }

    @Test func `a form asks for the month after the last that was reported`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        // Of September 2018 nothing came, but of later months something did.
        let written = try dmo("template", "mito-station", "--to", "2019-06")
        #expect(written.output.contains("form-visitors-mito-station-2019-04_2019-06.csv"), "\(written.output)")
        #expect(try dmo("template", "nowhere").status == 2)
    }

    @Test func `a form goes out and comes back; what stays empty is no zero`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        let written = try dmo("template", "mito-station", "--from", "2018-09", "--to", "2018-10")
        #expect(written.status == 0, "\(written.messages)")
        let path = written.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(try Self.start(of: path) == Array("\u{FEFF}場所".utf8.prefix(8)))
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("mito-station,道の駅みとう,2018,9,,,"))
        let back = dmo.workspace + "/inbox/form-visitors-mito-station-returned.csv"
        try text.replacing("2018,9,,,", with: "2018,9,7710,佐藤,").write(toFile: back, atomically: true, encoding: .utf8)
        let loaded = try dmo("load", back)
        #expect(loaded.status == 0, "\(loaded.output)\(loaded.messages)")
        let year = try dmo(
            "figures", "--definition", "exchange-population", "--from", "2018-01", "--through", "2018-12", "--format",
            "json")
        let figures = try #require(try year.json()["figures"] as? [[String: Any]])
        #expect(figures.first?["value"] as? Int == 1_540_502)
    }
}
