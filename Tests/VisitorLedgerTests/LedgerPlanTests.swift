import GRDB
import Testing

@testable import VisitorLedger

/// The plans the schema's documentation promises.
struct LedgerPlanTests {
    private func plan(_ sql: String) throws -> String {
        let fixture = try LedgerFixture()
        let queue = try DatabaseQueue(path: fixture.path)
        return try queue.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }.joined(
                separator: "\n")
        }
    }

    private let standing = """
        SELECT o."seriesId", o."coefficient", MAX(o."loadId") FROM "observation" o
        WHERE +o."loadId" IN (SELECT "id" FROM "load") %@ GROUP BY o."seriesId", o."periodId"
        """

    @Test func `what holds now is read in the order of the key, with no sorting`() throws {
        let plan = try plan(standing.replacing("%@", with: ""))
        #expect(plan.contains("USING INDEX observationByKey"))
        #expect(!plan.contains("TEMP B-TREE"))
    }

    @Test func `named series are sought by the key`() throws {
        let plan = try plan(
            standing.replacing("%@", with: #"AND o."seriesId" IN (SELECT value FROM json_each('[1]'))"#))
        #expect(plan.contains("SEARCH o USING INDEX observationByKey (seriesId=?)"))
        #expect(!plan.contains("USE TEMP B-TREE FOR GROUP BY"))
    }

    @Test func `months are sought within a series, and the last year of a series from the index alone`() throws {
        let months = try plan(
            standing.replacing(
                "%@", with: #"AND o."seriesId" IN (SELECT value FROM json_each('[1]')) AND o."periodId" >= '2019'"#))
        #expect(months.contains("SEARCH o USING INDEX observationByKey (seriesId=? AND periodId>?)"))
        let last = try plan(
            """
            SELECT o."periodId" FROM "observation" o WHERE o."seriesId" = 1 AND o."periodId" < 'A'
            ORDER BY o."periodId" DESC LIMIT 1
            """)
        #expect(last.contains("USING COVERING INDEX observationByKey (seriesId=? AND periodId<?)"))
        #expect(!last.contains("TEMP B-TREE"))
    }

    @Test(arguments: [
        (#"SELECT * FROM "observation" WHERE "loadId" = 1"#, "observationByLoad (loadId=?)"),
        (#"SELECT * FROM "load" WHERE "sha256" = 'x'"#, "loadBySHA256 (sha256=?)"),
        (#"SELECT * FROM "hold" WHERE "loadId" = 1"#, "holdByLoad (loadId=?)"),
        (#"SELECT * FROM "holdDecision" WHERE "holdId" = 1"#, "holdDecisionByHold (holdId=?)"),
    ])
    func `every other question has its index`(sql: String, index: String) throws {
        #expect(try plan(sql).contains(index))
    }
}
