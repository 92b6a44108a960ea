import FoundationEssentials
import GRDB

/// A checksum over every value of every table, in order: two ledgers with the same digest hold the same.
///
/// FNV-1a over the values' bytes, with their types between them; it guards against a faulty disk, not against fraud.
struct LedgerDigest: Hashable {
    /// Rows by table.
    private(set) var rows: [String: Int] = [:]
    private(set) var checksum: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ db: Database) throws {
        let tables = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        for table in tables {
            add(Array(table.utf8))
            var count = 0
            // Every table's primary key orders it; the row itself does where there is none.
            let order = try db.columns(in: table).count > 1 ? "1, 2" : "1"
            let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM \"\(table)\" ORDER BY \(order)")
            while let row = try cursor.next() {
                count += 1
                for value in row.databaseValues { add(value) }
            }
            rows[table] = count
        }
    }

    private mutating func add(_ value: DatabaseValue) {
        switch value.storage {
        case .null: add([0])
        case .int64(let number): add([1] + Array(String(number).utf8))
        case .double(let number): add([2] + Array(String(number).utf8))
        case .string(let text): add([3] + Array(text.utf8))
        case .blob(let bytes): add([4] + Array(bytes))
        }
    }

    private mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { checksum = (checksum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        checksum = (checksum ^ 0xFF) &* 0x0000_0100_0000_01B3
    }
}
