import FoundationEssentials
import GRDB
import Languages
import Testing
import VisitorModel

@testable import VisitorLedger

struct LedgerOpeningTests {
    @Test func `a new ledger is empty and sound`() throws {
        let fixture = try LedgerFixture()
        #expect(
            try fixture.ledger.counts()
                == LedgerCounts(loads: 0, withdrawnLoads: 0, series: 0, observations: 0, holds: 0, notes: 0))
        #expect(try fixture.ledger.observations().isEmpty)
        #expect(try fixture.ledger.latestMonth(measure: "visitors") == nil)
        try fixture.ledger.checkIntegrity()
    }

    @Test func `what was loaded is there when the file is opened again`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000)])
        let again = try fixture.reopened()
        #expect(try again.observations().map(\.observation) == [visitors(1_000)])
        #expect(try again.observations().first?.fileName == "counts.csv")
        #expect(try again.observations().first?.dataOrigin == .illustrative)
    }

    @Test func `a missing ledger is named, and not created by looking`() throws {
        let fixture = try LedgerFixture()
        let missing = fixture.folder + "/none.sqlite"
        #expect(code { _ = try Ledger.openReadOnly(path: missing) } == .notFound)
        #expect(code { _ = try Ledger.openExisting(path: missing) { .distantFuture } } == .notFound)
        #expect(!FileManager.default.fileExists(atPath: missing))
        #expect(code { _ = try Ledger(path: fixture.folder + "/no/folder.sqlite") { .distantFuture } } == .notFound)
    }

    @Test func `a file that is no database is refused and left as it was`() throws {
        let fixture = try LedgerFixture()
        let path = fixture.folder + "/counts.sqlite"
        let text = Data(String(repeating: "年月,入洞者数\n2019-03,41023\n", count: 100).utf8)
        try text.write(to: URL(filePath: path))
        #expect(code { _ = try Ledger(path: path) { .distantFuture } } == .notALedger)
        #expect(code { _ = try Ledger.openReadOnly(path: path) } == .notALedger)
        #expect(try Data(contentsOf: URL(filePath: path)) == text)
    }

    @Test func `another program's database is refused and left as it was`() throws {
        let fixture = try LedgerFixture()
        let path = fixture.folder + "/other.sqlite"
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE address (name TEXT)") }
        try other.close()
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(code { _ = try Ledger(path: path) { .distantFuture } } == .notALedger)
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func `a ledger of a newer version is refused`() throws {
        let fixture = try LedgerFixture()
        let queue = try DatabaseQueue(path: fixture.path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 something to come')") }
        try queue.close()
        #expect(code { _ = try fixture.reopened() } == .newerVersion)
        #expect(code { _ = try Ledger.openReadOnly(path: fixture.path) } == .newerVersion)
    }

    @Test func `a ledger cut short is called damaged`() throws {
        let fixture = try LedgerFixture()
        let path = fixture.folder + "/cut.sqlite"
        let whole = fixture.folder + "/whole.sqlite"
        try fixture.load((1...9).map { try visitors("place-\($0)", 100) })
        let queue = try DatabaseQueue(path: fixture.path)
        try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [whole]) }
        let bytes = try Data(contentsOf: URL(filePath: whole))
        try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
        let refusal = code {
            let ledger = try Ledger(path: path) { .distantFuture }
            try ledger.checkIntegrity()
        }
        #expect(refusal == .damaged)
    }

    @Test func `a ledger opened for reading shows all and writes nothing`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000)])
        let reader = try Ledger.openReadOnly(path: fixture.path)
        #expect(try reader.observations().count == 1)
        #expect(code { _ = try reader.withdraw(load: 1, reason: "x", by: "y") } == .readOnly)
        #expect(code { _ = try reader.load(.named("b.csv")) { _ in LoadOutcome(.accepted(0)) } } == .readOnly)
    }

    @Test func `nothing that was written can be changed or removed, whoever tries`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000)])
        let queue = try DatabaseQueue(path: fixture.path)
        #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "UPDATE observation SET coefficient = 2000") }
        }
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: "DELETE FROM load") } }
        #expect(try fixture.values() == ["akiyoshi-do 2019-03 1000"])
    }

    @Test(arguments: [
        (ResultCode.SQLITE_FULL, LedgerError.Code.diskFull), (.SQLITE_BUSY, .busy), (.SQLITE_CORRUPT, .damaged),
        (.SQLITE_NOTADB, .notALedger), (.SQLITE_READONLY, .readOnly), (.SQLITE_CANTOPEN, .notFound),
        (.SQLITE_INTERRUPT, .cancelled), (.SQLITE_IOERR, .machine),
    ])
    func `what SQLite reports is said in our words`(result: ResultCode, code: LedgerError.Code) {
        let error = LedgerError(DatabaseError(resultCode: result, message: "as SQLite says"), path: "v.sqlite")
        #expect(error.code == code)
        #expect(!error.message.ja.isEmpty && !error.remedy.ja.isEmpty)
        #expect(code == .cancelled || error.underlying?.contains("as SQLite says") == true)
    }
}
