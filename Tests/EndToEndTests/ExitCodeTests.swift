import Foundation
import TestSupport
import Testing

/// How commands end: the codes a script relies on.
struct ExitCodeTests {
    @Test(arguments: [["figures", "--nonsense"], ["nonsense"], ["figures", "--by", "week"], ["load"]])
    func `wrong usage ends with 2 and says what is meant`(_ arguments: [String]) throws {
        let outcome = try DMOCommand.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("Error:"))
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [["--help"], ["--version"], ["figures", "--help"]])
    func `help is no failure`(_ arguments: [String]) throws {
        let outcome = try DMOCommand.run(arguments)
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty)
    }

    @Test func `a folder that is no workspace ends with 2`() throws {
        let folder = try ScratchFolder()
        let outcome = try DMOCommand(workspace: folder.path)("figures")
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("workspace.no-definitions"))
    }

    @Test func `what cannot be read at all ends with 3 and leaves no ledger behind`() throws {
        let folder = try ScratchFolder()
        try FileManager.default.copyItem(
            atPath: DMOCommand.projectFolder + "/Pipelines", toPath: folder.path + "/Pipelines")
        try folder.write("PK\u{3}\u{4}not really a workbook", to: "akiyoshidai-2019.xlsx")
        let command = DMOCommand(workspace: folder.path)
        let missing = try command("load", folder.path + "/nowhere.csv")
        #expect(missing.status == 3)
        let workbook = try command("load", folder.path + "/akiyoshidai-2019.xlsx")
        #expect(workbook.status == 3)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/visitors.sqlite"))
    }

    @Test func `a ledger that is something else ends with 4`() throws {
        let folder = try ScratchFolder()
        try FileManager.default.copyItem(
            atPath: DMOCommand.projectFolder + "/Pipelines", toPath: folder.path + "/Pipelines")
        try folder.write(String(repeating: "no database ", count: 1000), to: "visitors.sqlite")
        let outcome = try DMOCommand(workspace: folder.path)("figures")
        #expect(outcome.status == 4)
        #expect(try String(contentsOfFile: folder.path + "/visitors.sqlite", encoding: .utf8).hasPrefix("no database"))
    }
}
