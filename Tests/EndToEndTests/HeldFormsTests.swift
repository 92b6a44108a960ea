import Foundation
import TestSupport
import Testing

/// Held cells in files of every form suppliers send: packed, UTF-16, Shift_JIS, ISO-2022-JP, quoted.
struct HeldFormsTests {
    /// Three months of one place; the second cannot be read. The last column holds text that tells encodings apart.
    private static let table = "年月,観光地点,区分,入込客数,備考\r\n平成29年5月,秋吉台,確報,48100,晴れ\r\n"
        + "平成29年6月,秋吉台,確報,\"3O1O5\",雨、表を直した\r\n平成29年7月,秋吉台,確報,35200,\r\n"

    struct Form: Sendable, CustomTestStringConvertible {
        let name: String
        let file: String
        /// A shell line that makes the file of `table.csv`.
        let make: String
        let copyEnds: String
        var testDescription: String { name }
    }

    static let forms = [
        Form(name: "gzip", file: "akiyoshidai-x.csv.gz", make: "gzip -c table.csv", copyEnds: "-akiyoshidai-x.csv"),
        Form(
            name: "UTF-16LE with a mark", file: "akiyoshidai-x.csv",
            make: "printf '\\377\\376'; iconv -f UTF-8 -t UTF-16LE table.csv", copyEnds: "-akiyoshidai-x.csv"),
        Form(
            name: "UTF-16BE with a mark", file: "akiyoshidai-x.csv",
            make: "printf '\\376\\377'; iconv -f UTF-8 -t UTF-16BE table.csv", copyEnds: "-akiyoshidai-x.csv"),
        Form(
            name: "Shift_JIS, packed", file: "akiyoshidai-x.csv.gz",
            make: "iconv -f UTF-8 -t CP932 table.csv | gzip -c", copyEnds: "-akiyoshidai-x.csv"),
        Form(
            name: "ISO-2022-JP", file: "akiyoshidai-x.csv", make: "iconv -f UTF-8 -t ISO-2022-JP table.csv",
            copyEnds: "-akiyoshidai-x.csv"),
    ]

    @Test(arguments: forms)
    func `a held cell is shown and corrected, and nothing else of the file changes`(_ form: Form) throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        try folder.write(Self.table, to: "table.csv")
        let inbox = dmo.workspace + "/inbox/" + form.file
        let made = try DMOCommand.shell("{ \(form.make); } > '\(inbox)'", in: folder.path)
        #expect(made.status == 0, "\(made.messages)")
        let loaded = try dmo("load", inbox)
        #expect(loaded.status == 1, "\(loaded.output)\(loaded.messages)")
        let id = try openHold(dmo)

        let shown = try dmo("holds", "show", "\(id)").output
        #expect(shown.contains("▶ 3  平成29年6月,秋吉台"), "\(shown)")
        let corrected = try dmo("holds", "correct", "\(id)", "30105", "--reason", "asked", "--by", "Tanaka")
        #expect(corrected.status == 0, "\(corrected.messages)")
        #expect(try value(dmo, "2017-06") == 30_105)

        let copies = try FileManager.default.contentsOfDirectory(atPath: dmo.workspace + "/corrections")
        let copy = try #require(copies.first)
        #expect(copies.count == 1 && copy.hasSuffix(form.copyEnds), "\(copies)")
        // The copy is the original, unpacked, but for the one cell.
        let expected = try DMOCommand.shell(
            "sed 's/\"3O1O5\"/30105/' table.csv > mended.csv && mv mended.csv table.csv && { "
                + form.make.replacing(" | gzip -c", with: "").replacing("gzip -c", with: "cat") + "; } > expected.csv",
            in: folder.path)
        #expect(expected.status == 0)
        #expect(
            try Data(contentsOf: URL(filePath: dmo.workspace + "/corrections/" + copy))
                == Data(contentsOf: URL(filePath: folder.path + "/expected.csv")))
    }

    @Test func `questions about a packed file come back as Excel's Unicode text and are settled`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        try folder.write(Self.table, to: "table.csv")
        let inbox = dmo.workspace + "/inbox/akiyoshidai-x.csv.gz"
        #expect(try DMOCommand.shell("gzip -c table.csv > '\(inbox)'", in: folder.path).status == 0)
        #expect(try dmo("load", inbox).status == 1)
        let id = try openHold(dmo)
        #expect(try dmo("holds", "export", folder.path + "/questions.csv").status == 0)
        // What Excel makes of it: tabs, UTF-16 with a mark, the answer in the last column.
        let excel = """
            { printf '\\377\\376'; sed -e '1s/^\\xef\\xbb\\xbf//' -e 's/,/\\t/g' -e '/^\(id)\\t/s/\\r*$/30105/' questions.csv \
            | iconv -f UTF-8 -t UTF-16LE; } > answers.txt
            """
        #expect(try DMOCommand.shell(excel, in: folder.path).status == 0)
        let answered = try dmo("holds", "import", folder.path + "/answers.txt", "--reason", "reply", "--by", "Tanaka")
        #expect(answered.status == 0, "\(answered.output)\(answered.messages)")
        #expect(try value(dmo, "2017-06") == 30_105)
    }

    @Test func `a name cannot be written into a file in Shift_JIS, and the message says what to do`() throws {
        let folder = try ScratchFolder()
        let dmo = try DemoWorkspace.copy(into: folder)
        try folder.write(
            Self.table.replacing("\"3O1O5\"", with: "30105").replacing("6月,秋吉台", with: "6月,秋吉代"), to: "table.csv")
        let inbox = dmo.workspace + "/inbox/akiyoshidai-x.csv"
        #expect(try DMOCommand.shell("iconv -f UTF-8 -t CP932 table.csv > '\(inbox)'", in: folder.path).status == 0)
        #expect(try dmo("load", inbox).status == 1)
        let id = try openHold(dmo)
        let refused = try dmo("holds", "correct", "\(id)", "秋吉台", "--reason", "typo", "--by", "Tanaka")
        #expect(refused.status == 2)
        #expect(refused.messages.contains("CP932") && refused.messages.contains("alias"), "\(refused.messages)")
        #expect(!FileManager.default.fileExists(atPath: dmo.workspace + "/corrections"))
    }

    private func openHold(_ dmo: DMOCommand) throws -> Int {
        let holds = try #require(try dmo("holds", "list", "--format", "json").json()["holds"] as? [[String: Any]])
        #expect(holds.count == 1, "\(holds)")
        return try #require(holds.first?["id"] as? Int)
    }

    private func value(_ dmo: DMOCommand, _ month: String) throws -> Int? {
        let answer = try dmo(
            "figures", "--definition", "exchange-population", "--by", "month,place", "--from", month, "--through", month,
            "--format", "json")
        let figures = try #require(try answer.json()["figures"] as? [[String: Any]])
        return figures.first { $0["place"] as? String == "akiyoshidai" }?["value"] as? Int
    }
}
