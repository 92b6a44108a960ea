import GRDB
import Languages
import VisitorModel

/// A load's row.
enum LoadRecord {
    /// Loads recorded by a moment, oldest first, with the withdrawals recorded by then.
    ///
    /// - Parameter condition: A further condition on `l`, with its arguments.
    static func fetchAll(
        _ db: Database, asOf: Timestamp?, where condition: String = "TRUE", arguments: StatementArguments = [:]
    ) throws -> [LoadSummary] {
        let sql = """
            SELECT l."id", l."recordedAt", l."pipeline", l."profile", l."profileHash", l."fileName", l."sha256",
                l."byteCount", l."dataOrigin", l."rowsRead", l."rowsAccepted", l."rowsHeld", l."disposition",
                l."dispositionReasonJa", l."dispositionReasonEn", l."newKeys", l."unchangedKeys", l."revisedKeys",
                w."recordedAt", w."reason", w."withdrawnBy"
            FROM "load" l LEFT JOIN "withdrawal" w ON w."loadId" = l."id" AND w."recordedAt" <= :asOf
            WHERE l."recordedAt" <= :asOf AND \(condition) ORDER BY l."id"
            """
        let moment: StatementArguments = ["asOf": CountedLoads.bound(asOf)]
        let ignored = try db.cachedStatement(
            sql: #"SELECT "reasonJa", "reasonEn", "rows" FROM "ignoredRows" WHERE "loadId" = ? ORDER BY "number""#)
        return try Row.fetchAll(db, sql: sql, arguments: moment + arguments).map { row in
            var summary = try summary(row)
            summary.account.ignored = try Row.fetchAll(ignored, arguments: [summary.id]).map {
                LoadAccount.Ignored(reason: BilingualText(ja: $0[0], en: $0[1]), rows: $0[2])
            }
            return summary
        }
    }

    /// The last load of the same bytes by the same pipeline under the same profile version that was not withdrawn.
    static func standing(
        sha256: String, pipeline: String, profileHash: String, in db: Database
    ) throws -> LoadSummary? {
        try fetchAll(
            db, asOf: nil,
            where: """
                l."sha256" = :sha256 AND l."pipeline" = :pipeline AND l."profileHash" = :profileHash
                    AND w."loadId" IS NULL
                """,
            arguments: ["sha256": sha256, "pipeline": pipeline, "profileHash": profileHash]
        ).last
    }

    /// The file name of every load.
    static func fileNames(_ db: Database) throws -> [Int: String] {
        try Row.fetchAll(db, sql: #"SELECT "id", "fileName" FROM "load""#).reduce(into: [:]) { $0[$1[0]] = $1[1] }
    }

    private static func summary(_ row: Row) throws -> LoadSummary {
        guard let recordedAt = Timestamp(row[1]), let origin = DataOrigin(rawValue: row[8]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unreadable load \(row[0] as Int)")
        }
        let header = LoadHeader(
            pipeline: row[2], profile: row[3], profileHash: row[4], fileName: row[5], sha256: row[6],
            byteCount: row[7], dataOrigin: origin)
        let isHeld = row[12] == "held"
        let disposition: LoadDisposition =
            isHeld ? .held(reason: BilingualText(ja: row[13], en: row[14])) : .committed
        let withdrawal = (row[18] as String?).flatMap { Timestamp($0) }.map {
            Withdrawal(recordedAt: $0, reason: row[19], by: row[20])
        }
        return LoadSummary(
            id: row[0], recordedAt: recordedAt, header: header,
            account: LoadAccount(rowsRead: row[9], rowsAccepted: row[10], rowsHeld: row[11]),
            disposition: disposition, newKeys: row[15], unchangedKeys: row[16], revisedKeys: row[17],
            withdrawal: withdrawal)
    }

    /// Writes a load with the reasons its rows were ignored for.
    static func insert(_ load: LoadSummary, in db: Database) throws {
        let (header, account) = (load.header, load.account)
        let reason: BilingualText? =
            switch load.disposition {
            case .committed: nil
            case .held(let reason): reason
            }
        try db.execute(
            sql: """
                INSERT INTO "load" (
                    "id", "recordedAt", "pipeline", "profile", "profileHash", "fileName", "sha256", "byteCount",
                    "dataOrigin", "rowsRead", "rowsAccepted", "rowsHeld", "rowsIgnored", "newKeys", "unchangedKeys",
                    "revisedKeys", "disposition", "dispositionReasonJa", "dispositionReasonEn")
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                load.id, load.recordedAt.description, header.pipeline, header.profile, header.profileHash,
                header.fileName, header.sha256, header.byteCount, header.dataOrigin.rawValue, account.rowsRead,
                account.rowsAccepted, account.rowsHeld, account.rowsIgnored, load.newKeys, load.unchangedKeys,
                load.revisedKeys, reason == nil ? "committed" : "held", reason.map { StoredText.sentence($0.ja) },
                reason.map { StoredText.sentence($0.en) },
            ])
        for (number, entry) in account.ignored.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO "ignoredRows" ("loadId", "number", "reasonJa", "reasonEn", "rows")
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    load.id, number, StoredText.sentence(entry.reason.ja), StoredText.sentence(entry.reason.en),
                    entry.rows,
                ])
        }
    }
}
