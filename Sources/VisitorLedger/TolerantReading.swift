import GRDB

/// Reads what can be read of a table whose file is damaged.
///
/// Rows are asked for by their number, never through an index. Where a page cannot be read, the next number that can is
/// searched for: by doubling steps forwards, then by halving back, so that no readable row is passed over.
struct TolerantReading {
    /// The rows that could be read, by number.
    private(set) var rows: [Row] = []
    /// Whether some could not.
    private(set) var isDamaged = false

    private static let batch = 500
    private static let lastNumber = Int64(1) << 40

    init(table: String, in db: Database) {
        var next: Int64 = 0
        while next < Self.lastNumber {
            if let read = Self.read(table, from: next, limit: Self.batch, db) {
                guard let last = read.last else { return }
                rows += read
                next = (last[0] as Int64) + 1
                continue
            }
            // Row by row up to the damage.
            if let read = Self.read(table, from: next, limit: 1, db), let row = read.first {
                rows.append(row)
                next = (row[0] as Int64) + 1
                continue
            }
            isDamaged = true
            guard let readable = Self.firstReadable(table, after: next, db) else { return }
            next = readable
        }
    }

    private static func firstReadable(_ table: String, after number: Int64, _ db: Database) -> Int64? {
        var step: Int64 = 1
        while number + step < lastNumber, read(table, from: number + step, limit: 1, db) == nil { step *= 2 }
        guard number + step < lastNumber else { return nil }
        var (bad, good) = (number + step / 2, number + step)
        while good - bad > 1 {
            let middle = bad + (good - bad) / 2
            if read(table, from: middle, limit: 1, db) == nil { bad = middle } else { good = middle }
        }
        return good
    }

    private static func read(_ table: String, from number: Int64, limit: Int, _ db: Database) -> [Row]? {
        try? Row.fetchAll(
            db, sql: #"SELECT rowid AS "rowNumber", * FROM "\#(table)" NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT ?"#,
            arguments: [number, limit])
    }
}
