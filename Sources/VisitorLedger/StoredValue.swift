import GRDB
import VisitorModel

/// How values and periods stand in the ledger's columns.
enum StoredValue {
    /// A value from four neighbouring columns: coefficient, fraction digits, status, rounding half-width.
    static func value(_ row: Row, from index: Int) throws -> ObservedValue {
        guard let status = ObservationStatus(rawValue: row[index + 2]) else { throw unreadable(row) }
        return try value(row, from: index, status: status)
    }

    /// The same with its status read already.
    static func value(_ row: Row, from index: Int, status: ObservationStatus) throws -> ObservedValue {
        guard let coefficient = row[index] as Int64? else { return ObservedValue(absent: status) }
        guard let number = ExactDecimal(coefficient: Int128(coefficient), fractionDigits: row[index + 1]) else {
            throw unreadable(row)
        }
        return ObservedValue(number, status: status, roundingHalfWidth: row[index + 3])
    }

    /// A period from its identifier.
    static func period(_ row: Row, at index: Int) throws -> Period {
        guard let period = Period(id: row[index] as String) else { throw unreadable(row) }
        return period
    }

    /// A moment.
    static func moment(_ row: Row, at index: Int) throws -> Timestamp {
        guard let moment = Timestamp(row[index] as String) else { throw unreadable(row) }
        return moment
    }

    static func unreadable(_ row: Row) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unreadable row \(row)")
    }
}

/// A period as its columns.
struct StoredPeriod: Sendable {
    let kind: String
    let id: String
    let firstMonth: String
    let lastMonth: String

    /// - Throws: `LedgerError` with `invalidKey` for a period whose identifier cannot be read back.
    init(_ period: Period) throws(LedgerError) {
        id = period.id
        kind = period.kind.rawValue
        firstMonth = period.firstMonth.id
        lastMonth = period.lastMonth.id
        guard Period(id: id) == period, Month(id: firstMonth) != nil, Month(id: lastMonth) != nil else {
            throw .invalidPeriod(period)
        }
    }
}
