import FoundationEssentials
import GRDB

/// Something worked out once and kept, so that it need not be worked out again.
public struct StoredForecast: Sendable, Hashable {
    /// The SHA-256 of everything it depends on, in lowercase hexadecimal.
    public var key: String
    /// The SHA-256 of the content, by which the reader tells whether it still is what was kept.
    public var sha256: String
    /// The bytes.
    public var content: [UInt8]

    /// Something to keep.
    public init(key: String, sha256: String, content: [UInt8]) {
        self.key = key
        self.sha256 = sha256
        self.content = content
    }
}

// The store is no part of the history. Nothing in it is believed for being there: who reads a row checks its hash.
extension Ledger {
    /// How many bytes of forecasts are kept; the oldest go first.
    public static let storedForecastLimitInBytes = 16 << 20

    /// What is kept under a key; `nil` when nothing is, or the ledger is of an older version and has no store.
    ///
    /// - Throws: `damaged` and whatever else keeps the file from being read.
    public func storedForecast(_ key: String) throws(LedgerError) -> StoredForecast? {
        try reading { db in
            guard try db.tableExists("storedForecast") else { return nil }
            return try Row.fetchOne(
                db, sql: #"SELECT "key", "sha256", "content" FROM "storedForecast" WHERE "key" = ?"#, arguments: [key]
            ).map { StoredForecast(key: $0[0], sha256: $0[1], content: Array($0[2] as Data)) }
        }
    }

    /// Keeps forecasts, forgetting the oldest where they would be too many.
    ///
    /// - Throws: `readOnly`, `busy`, `diskFull`: then nothing is kept, and nothing is lost but time.
    public func store(_ forecasts: [StoredForecast]) throws(LedgerError) {
        let queue = try makeWriter()
        defer { try? queue.close() }
        do {
            try queue.inDatabase { db in
                // After a power cut some of it may be missing, which costs a little work.
                try db.execute(sql: "PRAGMA synchronous = NORMAL")
                try db.inTransaction(.immediate) {
                    for forecast in forecasts {
                        try db.execute(
                            sql:
                                #"INSERT OR REPLACE INTO "storedForecast" ("key", "sha256", "content") VALUES (?, ?, ?)"#,
                            arguments: [forecast.key, forecast.sha256, Data(forecast.content)])
                    }
                    try db.execute(
                        sql: """
                            DELETE FROM "storedForecast" WHERE "id" IN (
                                SELECT "id" FROM (
                                    SELECT "id", SUM(LENGTH("content")) OVER (ORDER BY "id" DESC) AS "bytes"
                                    FROM "storedForecast")
                                WHERE "bytes" > ?)
                            """, arguments: [Self.storedForecastLimitInBytes])
                    return .commit
                }
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Empties the store.
    ///
    /// - Returns: How many forecasts were in it.
    public func forgetStoredForecasts() throws(LedgerError) -> Int {
        let queue = try makeWriter()
        defer { try? queue.close() }
        do {
            return try queue.inDatabase { db in
                try db.execute(sql: #"DELETE FROM "storedForecast""#)
                return db.changesCount
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Every kept forecast in turn, for checking them.
    public func eachStoredForecast(_ body: (StoredForecast) -> Void) throws(LedgerError) {
        try reading { db in
            guard try db.tableExists("storedForecast") else { return }
            let rows = try Row.fetchCursor(
                db, sql: #"SELECT "key", "sha256", "content" FROM "storedForecast" ORDER BY "id""#)
            while let row = try rows.next() {
                body(StoredForecast(key: row[0], sha256: row[1], content: Array(row[2] as Data)))
            }
        }
    }
}
