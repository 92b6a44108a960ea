import GRDB
import VisitorModel

/// What a load changes against the state before it, found by one join over all its keys.
///
/// Only keys that no later load has settled are compared: for a load being written that is all of them, for one
/// being withdrawn those where it still stands.
struct LoadComparison {
    /// A key with the load's value and the one before it.
    struct Pair {
        var series: SeriesRecord
        var period: Period
        var value: ObservedValue
        var earlier: (value: ObservedValue, load: Int)?
    }

    /// Keys without an earlier value.
    private(set) var withoutEarlier = 0
    /// Keys with the same value before.
    private(set) var same = 0
    /// Keys with another value before.
    private(set) var different = 0
    /// The first pairs that differ, in the order of the file.
    private(set) var pairs: [Pair] = []

    /// - Parameters:
    ///   - load: The load's number.
    ///   - listingKeysWithoutEarlier: Whether such keys are listed as pairs, too.
    init(ofLoad load: Int, listingKeysWithoutEarlier: Bool, in db: Database) throws {
        let series = Dictionary(uniqueKeysWithValues: try SeriesRecord.fetchAll(db).map { ($0.id, $0) })
        let rows = try Row.fetchCursor(
            db, sql: Self.sql, arguments: ["load": load, "asOf": CountedLoads.bound(nil)])
        while let row = try rows.next() {
            let change: Int = row[0]
            switch change {
            case 0: withoutEarlier += 1
            case 1: same += 1
            default: different += 1
            }
            let isListed = change == 2 || (change == 0 && listingKeysWithoutEarlier)
            guard isListed, pairs.count < LoadResult.revisionLimit, let record = series[row[1]] else { continue }
            pairs.append(
                Pair(
                    series: record, period: try StoredValue.period(row, at: 2),
                    value: try StoredValue.value(row, from: 3),
                    earlier: change == 0 ? nil : (try StoredValue.value(row, from: 7), row[11])))
        }
    }

    // The unary plus keeps SQLite from seeking each counted load for each key: it reads the key's few loads instead.
    private static let sql = """
        SELECT
            CASE WHEN p."id" IS NULL THEN 0
                WHEN n."coefficient" IS p."coefficient" AND n."fractionDigits" = p."fractionDigits"
                    AND n."status" = p."status" AND n."roundingHalfWidth" = p."roundingHalfWidth" THEN 1
                ELSE 2 END,
            n."seriesId", n."periodId",
            n."coefficient", n."fractionDigits", n."status", n."roundingHalfWidth",
            p."coefficient", p."fractionDigits", p."status", p."roundingHalfWidth", p."loadId"
        FROM "observation" n LEFT JOIN "observation" p
            ON p."seriesId" = n."seriesId" AND p."periodId" = n."periodId"
            AND p."loadId" = (
                SELECT MAX(q."loadId") FROM "observation" q
                WHERE q."seriesId" = n."seriesId" AND q."periodId" = n."periodId" AND q."loadId" < :load
                    AND +q."loadId" IN \(CountedLoads.sql))
        WHERE n."loadId" = :load AND NOT EXISTS (
            SELECT 1 FROM "observation" q
            WHERE q."seriesId" = n."seriesId" AND q."periodId" = n."periodId" AND q."loadId" > :load
                AND +q."loadId" IN \(CountedLoads.sql))
        ORDER BY n."firstRow", n."columnNumber", n."id"
        """
}
