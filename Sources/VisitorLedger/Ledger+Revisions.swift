import GRDB
import VisitorModel

extension Ledger {
    /// The histories of all numbers that were ever changed, latest change first, each oldest value first.
    ///
    /// - Parameters:
    ///   - query: Which observations.
    ///   - asOf: The moment; `nil` for now.
    ///   - limit: How many at most.
    public func revisedNumbers(
        matching query: ObservationQuery = ObservationQuery(), asOf: Timestamp? = nil, limit: Int = 200
    ) throws(LedgerError) -> [[RecordedObservation]] {
        let changed: [(SeriesKey, Period)] = try reading { db in
            let series = Dictionary(
                uniqueKeysWithValues: try SeriesRecord.fetchAll(db).filter { query.includes($0.key) }
                    .map { ($0.id, $0.key) })
            // A value is compared by its digits, its place of the point and its status: what readers see.
            let sql = """
                SELECT o."seriesId" AS "seriesId", o."periodId" AS "periodId", MAX(o."loadId") AS "latest"
                FROM "observation" o WHERE +o."loadId" IN \(CountedLoads.sql)
                GROUP BY o."seriesId", o."periodId"
                HAVING COUNT(DISTINCT COALESCE(o."coefficient", 'none') || '/' || COALESCE(o."fractionDigits", 0)
                    || '/' || o."status") > 1
                ORDER BY "latest" DESC, "periodId"
                """
            var keys: [(SeriesKey, Period)] = []
            let rows = try Row.fetchCursor(db, sql: sql, arguments: ["asOf": CountedLoads.bound(asOf)])
            while keys.count < limit, let row = try rows.next() {
                guard let key = series[row["seriesId"]], let period = Period(id: row["periodId"] as String) else { continue }
                if let from = query.from, period.firstMonth < from { continue }
                if let through = query.through, period.lastMonth > through { continue }
                keys.append((key, period))
            }
            return keys
        }
        var histories: [[RecordedObservation]] = []
        for (key, period) in changed { histories.append(try revisions(of: key, period: period, asOf: asOf)) }
        return histories
    }
}
