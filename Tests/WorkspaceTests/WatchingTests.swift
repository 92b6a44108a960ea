import Diagnostics
import Foundation
import Ingestion
import PipelineRuntime
import Testing
import VisitorLedger

@testable import Workspace

/// What becomes of files that arrived, in a workspace with Mine City's definitions.
struct WatchingTests {
    private let home = FileManager.default.temporaryDirectory.appending(path: "arrivals-\(UUID().uuidString)").path
    private let workspace: Workspace
    private let folder: WatchedFolder

    private static let header = "年月,観光地点,区分,入込客数,備考\n"
    private static let whole = header + "2019-04,秋吉台,確報,31204,\n"

    init() throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: home + "/in", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: project + "/Pipelines", toPath: home + "/Pipelines")
        workspace = try Workspace(WorkspaceFolder(path: home))
        folder = try WatchedFolder(path: home + "/in/")
    }

    private func clean() { try? FileManager.default.removeItem(atPath: home) }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: home + "/in").appending(path: name))
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: home + "/in/" + name, encoding: .utf8)
    }

    private func names(_ shelf: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: home + "/in/" + shelf).sorted()
    }

    private func loads() throws -> [LoadSummary] { try workspace.readLedger()?.loads() ?? [] }

    @Test func `what is read goes to done, with its rows in the ledger`() async throws {
        defer { clean() }
        try write(Self.whole, to: "akiyoshidai-04.csv")
        let taken = try #require(try await workspace.take("akiyoshidai-04.csv", from: folder))
        #expect(taken.report.result?.outcome.account.accepted == 1)
        #expect(try names() == ["done", "failed"])
        #expect(try text("done/akiyoshidai-04.csv") == Self.whole)
        #expect(try loads().map(\.header.fileName) == ["in/akiyoshidai-04.csv"])
    }

    @Test func `rows held are told, and their file is done`() async throws {
        defer { clean() }
        try write(Self.whole + "2019-05,秋吉台,確報,38O50,\n", to: "akiyoshidai-05.csv")
        let taken = try #require(try await workspace.take("akiyoshidai-05.csv", from: folder))
        #expect(taken.report.result?.needsAttention == true)
        #expect(taken.report.diagnostics.map(\.code) == ["number.unreadable"])
        #expect(try names("done") == ["akiyoshidai-05.csv"])
    }

    @Test(arguments: ["PK\u{3}\u{4}no workbook", "a,b\n1,2\n", ""])
    func `what cannot be read or fits nothing goes to failed with the reason in both languages`(
        _ content: String
    ) async throws {
        defer { clean() }
        try write(content, to: "strange.xlsx")
        let taken = try #require(try await workspace.take("strange.xlsx", from: folder))
        let codes = taken.report.diagnostics.map(\.code)
        #expect(!codes.isEmpty)
        #expect(try names("failed") == ["strange.xlsx", "strange.xlsx.txt"])
        let note = try text("failed/strange.xlsx.txt")
        #expect(note.contains("in/strange.xlsx: エラー: "))
        #expect(note.contains("in/strange.xlsx: error: "))
        for code in codes { #expect(note.components(separatedBy: "[\(code)]").count == 3, "once in each language") }
        #expect(try loads().isEmpty)
    }

    @Test func `whoever is killed between loading and moving loads nothing twice`() async throws {
        defer { clean() }
        try write(Self.whole, to: "akiyoshidai-04.csv")
        // All of a first life: it loaded, and did not come to moving.
        _ = try await workspace.load(LoadRequest(paths: [home + "/in/akiyoshidai-04.csv"]))
        let taken = try #require(try await workspace.take("akiyoshidai-04.csv", from: folder))
        guard case .unchanged = taken.report.fate else { return #expect(Bool(false), "\(taken.report.fate)") }
        #expect(try names("done") == ["akiyoshidai-04.csv"])
        #expect(try loads().count == 1)
    }

    @Test func `whoever is killed in the middle of moving leaves one file`() async throws {
        defer { clean() }
        try write(Self.whole, to: "akiyoshidai-04.csv")
        try FileManager.default.linkItem(
            atPath: home + "/in/akiyoshidai-04.csv", toPath: home + "/in/done/akiyoshidai-04.csv")
        _ = try await workspace.take("akiyoshidai-04.csv", from: folder)
        #expect(try names() == ["done", "failed"])
        #expect(try names("done") == ["akiyoshidai-04.csv"])
        // A note without its file, since the first life ended between the two.
        try write("a,b\n", to: "x.csv")
        _ = try await workspace.take("x.csv", from: folder)
        try FileManager.default.moveItem(atPath: home + "/in/failed/x.csv", toPath: home + "/in/x.csv")
        _ = try await workspace.take("x.csv", from: folder)
        #expect(try names("failed") == ["x.csv", "x.csv.txt"])
    }

    @Test func `a name that is taken gets a number and what stands there stays`() async throws {
        defer { clean() }
        try write("mine", to: "done/akiyoshidai-04.csv")
        try write("mine", to: "failed/x.csv.txt")
        try write("mine", to: "failed/y.csv")
        try write("a,b\n", to: "y.csv")
        _ = try await workspace.take("y.csv", from: folder)
        #expect(try names("failed") == ["x.csv.txt", "y-2.csv", "y-2.csv.txt", "y.csv"])
        for _ in 0..<2 {
            try write(Self.whole, to: "akiyoshidai-04.csv")
            try write("a,b\n", to: "x.csv")
            _ = try await workspace.take("akiyoshidai-04.csv", from: folder)
            _ = try await workspace.take("x.csv", from: folder)
        }
        #expect(try names("done") == ["akiyoshidai-04-2.csv", "akiyoshidai-04-3.csv", "akiyoshidai-04.csv"])
        #expect(try text("done/akiyoshidai-04.csv") == "mine")
        #expect(try text("failed/x.csv.txt") == "mine")
        let failed = try names("failed")
        #expect(
            failed == [
                "x-2.csv", "x-2.csv.txt", "x-3.csv", "x-3.csv.txt", "x.csv.txt", "y-2.csv", "y-2.csv.txt", "y.csv",
            ])
    }

    @Test func `names that mean something elsewhere mean nothing here`() async throws {
        defer { clean() }
        // Still on its way; a name taken for a pattern would load it, too.
        try write(Self.header + "2019-06,秋吉台,確報,5,\n", to: "akiyoshidai-.csv")
        let hostile = [
            "akiyoshidai-*.csv", "akiyoshidai-\n\u{1B}[31m.csv", "akiyoshidai-%2e%2e%2f?.csv",
            "-rf akiyoshidai-;$(x).csv",
        ]
        for (index, name) in hostile.enumerated() {
            try Data((Self.header + "2019-0\(index + 1),秋吉台,確報,7,\n").utf8).write(
                to: URL(filePath: home + "/in/" + name))
            let taken = try #require(try await workspace.take(name, from: folder))
            #expect(taken.report.result?.outcome.account.accepted == 1, "\(name.debugDescription)")
        }
        #expect(try names() == ["akiyoshidai-.csv", "done", "failed"])
        #expect(try names("done") == hostile.sorted())
        #expect(try loads().count == hostile.count)
    }

    @Test func `the longest name a disk takes finds room for its note`() async throws {
        defer { clean() }
        let name = String(repeating: "あ", count: 83) + "x.xlsx"
        #expect(name.utf8.count == 255)
        try write("PK", to: name)
        let taken = try #require(try await workspace.take(name, from: folder))
        guard case .moved = taken.whereabouts else { return #expect(Bool(false), "\(taken.whereabouts)") }
        #expect(try names("failed").map { $0.hasSuffix(".xlsx") || $0.hasSuffix(".xlsx.txt") } == [true, true])
    }

    @Test func `links are not followed, neither to a file nor from done to elsewhere`() async throws {
        defer { clean() }
        try Data(Self.whole.utf8).write(to: URL(filePath: home + "/akiyoshidai-outside.csv"))
        try FileManager.default.createSymbolicLink(
            atPath: home + "/in/akiyoshidai-link.csv", withDestinationPath: home + "/akiyoshidai-outside.csv")
        #expect(try await workspace.take("akiyoshidai-link.csv", from: folder) == nil)
        #expect(try loads().isEmpty)

        try FileManager.default.removeItem(atPath: home + "/in/done")
        try FileManager.default.createDirectory(atPath: home + "/outside", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: home + "/in/done", withDestinationPath: home + "/outside")
        #expect(throws: (any Error).self) { _ = try WatchedFolder(path: home + "/in") }
        try write(Self.whole, to: "akiyoshidai-04.csv")
        let taken = try #require(try await workspace.take("akiyoshidai-04.csv", from: folder))
        guard case .left(let reasons) = taken.whereabouts else { return #expect(Bool(false)) }
        #expect(reasons.map(\.code) == ["watch.no-shelf"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: home + "/outside").isEmpty)
        #expect(try text("akiyoshidai-04.csv") == Self.whole)
    }

    @Test func `a ledger that cannot be written leaves the file where it is`() async throws {
        defer { clean() }
        try Data(String(repeating: "no database ", count: 1000).utf8).write(
            to: URL(filePath: home + "/visitors.sqlite"))
        try write(Self.whole, to: "akiyoshidai-04.csv")
        let taken = try #require(try await workspace.take("akiyoshidai-04.csv", from: folder))
        guard case .failed = taken.report.fate, case .left = taken.whereabouts else { return #expect(Bool(false)) }
        #expect(try names() == ["akiyoshidai-04.csv", "done", "failed"])
    }

    @Test func `what is written while it is dealt with is not moved, and its new rows are loaded, too`() async throws {
        defer { clean() }
        let path = home + "/in/akiyoshidai-04.csv"
        let more = Self.whole + "2019-05,秋吉台,確報,38450,\n"
        try write(Self.whole, to: "akiyoshidai-04.csv")
        // The clock is read when the load is recorded, after all of the file was read.
        let disturbed = try Workspace(WorkspaceFolder(path: home)) {
            try? Data(more.utf8).write(to: URL(filePath: path))
            return Workspace.machineClock()
        }
        let first = try #require(try await disturbed.take("akiyoshidai-04.csv", from: folder))
        guard case .left(let reasons) = first.whereabouts else { return #expect(Bool(false)) }
        #expect(reasons.map(\.code) == ["watch.written-again"])
        #expect(try names("done").isEmpty)
        let second = try #require(try await workspace.take("akiyoshidai-04.csv", from: folder))
        #expect(second.report.result?.outcome.account.accepted == 2)
        #expect(try text("done/akiyoshidai-04.csv") == more)
    }

    @Test func `one at a time works in a folder`() throws {
        defer { clean() }
        do {
            let lock = try FolderLock(folder)
            #expect(throws: (any Error).self) { _ = try FolderLock(folder) }
            withExtendedLifetime(lock) {}
        }
        _ = try FolderLock(folder)
    }
}
