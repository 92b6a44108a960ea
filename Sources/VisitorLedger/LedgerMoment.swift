import GRDB

/// When something is written.
///
/// Times never run backwards in a ledger, whatever the machine's clock does: a clock set back would slip a load into
/// a past that was already read and published. And nothing shares its second with an earlier publication, so that
/// "as of that publication" is one state.
enum LedgerMoment {
    static func next(_ clock: Timestamp, in db: Database) throws -> Timestamp {
        let sql = """
            SELECT MAX("moment") FROM (
                SELECT MAX("recordedAt") AS "moment" FROM "load" UNION ALL
                SELECT MAX("recordedAt") FROM "withdrawal" UNION ALL
                SELECT MAX("recordedAt") FROM "acknowledgement" UNION ALL
                SELECT MAX("recordedAt") FROM "holdDecision")
            """
        let latest = try String.fetchOne(db, sql: sql).flatMap { Timestamp($0) }
        let publications = """
            SELECT MAX("moment") FROM (
                SELECT MAX("recordedAt") AS "moment" FROM "publication" UNION ALL
                SELECT MAX("recordedAt") FROM "publishedForecast")
            """
        let published = try String.fetchOne(db, sql: publications).flatMap { Timestamp($0) }?.following
        return [clock, latest, published].compactMap(\.self).max() ?? clock
    }
}

extension Ledger {
    /// Writes something small in one transaction, with the moment it is written at.
    func writing<Result>(_ work: (Database, Timestamp) throws -> Result) throws(LedgerError) -> Result {
        let queue = try makeWriter()
        defer { try? queue.close() }
        do {
            return try queue.inDatabase { db in
                var result: Result?
                try db.inTransaction(.immediate) {
                    result = try work(db, try LedgerMoment.next(clock(), in: db))
                    return .commit
                }
                guard let result else { throw LedgerError.loadEnded }
                return result
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }
}
