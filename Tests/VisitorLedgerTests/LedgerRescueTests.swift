import FoundationEssentials
import GRDB
import Languages
import Testing
import VisitorModel

@testable import VisitorLedger

struct LedgerRescueTests {
    /// Three loads of 400 numbers each, so that the observations fill many pages.
    private func filled() throws -> LedgerFixture {
        let fixture = try LedgerFixture()
        for load in 1...3 {
            let observations = try (0..<400).map { index in
                try visitors("place-\(index)", "201\(load)-03", ExactDecimal(index * load))
            }
            try fixture.load(observations, file: "\(load).csv")
        }
        return fixture
    }

    @Test func `an older ledger is brought up to date with everything in it`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/older-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/visitors.sqlite"
        // The first version's tables, with a load written the way that version wrote it.
        let queue = try DatabaseQueue(path: path)
        try LedgerSchema.migrator.migrate(queue, upTo: "1 loads and observations")
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO "series" VALUES (1, 'visitors', 'cave', 'all', '', 'all', '', 'person-spots');
                    INSERT INTO "load" VALUES (1, '2019-04-01T12:00:00Z', 'p', 'f', 'h', 'a.csv', 's', 9, 'reported',
                        1, 1, 0, 0, 1, 0, 0, 'committed', NULL, NULL);
                    INSERT INTO "observation" VALUES (1, 1, 1, 'month', '2019-03', '2019-03', '2019-03', 77, 0, 'reported',
                        0, 2, 2, 3, NULL, NULL, 1, 0);
                    """)
        }
        try queue.close()
        // A reader brings it up to date by itself.
        let reader = try Ledger.openReadOnly(path: path)
        #expect(try reader.observations().map(\.observation.value.number) == [77])
        #expect(try reader.publications() == [])
        let ledger = try Ledger(path: path) { Timestamp(secondsSinceEpoch: 1_600_000_000) }
        #expect(try ledger.loads().map(\.header.fileName) == ["a.csv"])
        try ledger.checkIntegrity()
    }

    @Test func `a copy made while in use is the same and opens as a ledger`() throws {
        let fixture = try filled()
        let target = fixture.folder + "/copy.sqlite"
        let copy = try fixture.ledger.backup(to: target)
        #expect(copy.loads == 3)
        let reopened = try Ledger.openReadOnly(path: target)
        #expect(try reopened.observations().count == 1_200)
        #expect(code { _ = try fixture.ledger.backup(to: target) } == .fileExists)
        #expect(!FileManager.default.fileExists(atPath: target + ".part"))
    }

    @Test func `a backup while a load is open holds the state before it`() async throws {
        let fixture = try filled()
        let session = try await fixture.ledger.beginLoad(.named("4.csv"))
        try await session.append([try visitors("place-1", "2014-03", 5)])
        let target = fixture.folder + "/copy.sqlite"
        #expect(try fixture.ledger.backup(to: target).loads == 3)
        session.rollback()
    }

    @Test func `a sound ledger has no problems`() throws {
        let fixture = try filled()
        let examination = try LedgerExamination(path: fixture.path)
        #expect(examination.problems == [])
        #expect(examination.wholeLoads == [1, 2, 3])
        #expect(examination.observations == 1_200)
    }

    @Test func `a page lost in the middle costs its load and no other`() throws {
        let fixture = try filled()
        // Everything into the file itself, then a page of the second load's observations is overwritten.
        let queue = try DatabaseQueue(path: fixture.path)
        let page = try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            return try Self.leaf(holding: 600, of: "observation", in: db)
        }
        try queue.close()
        let damagedPath = fixture.folder + "/damaged.sqlite"
        var bytes = try Data(contentsOf: URL(filePath: fixture.path))
        let start = (page - 1) * 4_096
        bytes.replaceSubrange(start..<(start + 4_096), with: Data(repeating: 0x5A, count: 4_096))
        try bytes.write(to: URL(filePath: damagedPath))

        let examination = try LedgerExamination(path: damagedPath)
        #expect(!examination.isSound)
        #expect(examination.wholeLoads == [1, 3])
        #expect(examination.damagedLoads == [2])
        #expect(examination.observations > 1_000)
        let rescue = try LedgerRescue(from: damagedPath, into: fixture.folder + "/rescued")
        #expect(rescue.loads == 2)
        #expect(rescue.observations == 800)
        #expect(rescue.lostLoads == [2])
        let saved = try Ledger.openExisting(path: rescue.ledgerPath) { Timestamp(secondsSinceEpoch: 1_600_000_000) }
        try saved.checkIntegrity()
        #expect(try saved.observations().count == 800)
        let table = try String(contentsOf: URL(filePath: rescue.tablePath), encoding: .utf8)
        #expect(table.contains("\n2,no,2.csv,visitors,"))
    }

    @Test func `a ledger whose list of tables is damaged still gives its loads and numbers`() throws {
        let fixture = try filled()
        let queue = try DatabaseQueue(path: fixture.path)
        let page = try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            // The second leaf: the first lists the tables of the first version.
            let leaves = try Int.fetchAll(
                db, sql: "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' AND pagetype = 'leaf' ORDER BY path")
            try #require(leaves.count > 3)
            return leaves[leaves.count - 2]
        }
        try queue.close()
        let damagedPath = fixture.folder + "/damaged.sqlite"
        var bytes = try Data(contentsOf: URL(filePath: fixture.path))
        bytes.replaceSubrange((page - 1) * 4_096..<page * 4_096, with: Data(repeating: 0x5A, count: 4_096))
        try bytes.write(to: URL(filePath: damagedPath))

        let examination = try LedgerExamination(path: damagedPath)
        #expect(!examination.isSound)
        #expect(examination.problems.contains { $0.en.contains("Tables that cannot be found any more") })
        #expect(examination.wholeLoads == [1, 2, 3])
        let rescue = try LedgerRescue(from: damagedPath, into: fixture.folder + "/rescued")
        #expect(rescue.observations == 1_200)
        let saved = try Ledger.openExisting(path: rescue.ledgerPath) { Timestamp(secondsSinceEpoch: 1_600_000_000) }
        #expect(try saved.observations() == fixture.ledger.observations())
    }

    /// The page a row lies on: the leaf whose rows begin at or before it, found by asking SQLite's own page map.
    private static func leaf(holding row: Int, of table: String, in db: Database) throws -> Int {
        let pages = try Row.fetchAll(
            db, sql: "SELECT pageno, ncell FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path", arguments: [table])
        var seen = 0
        for page in pages {
            seen += page["ncell"] as Int
            if seen >= row { return page["pageno"] }
        }
        throw DatabaseError(message: "no such row")
    }
}
