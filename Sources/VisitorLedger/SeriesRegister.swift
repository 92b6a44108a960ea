import GRDB
import VisitorModel

/// A series as the ledger keeps it.
struct SeriesRecord: Sendable {
    let id: Int
    let key: SeriesKey
    let unit: StatisticalUnit

    /// All series, in no order.
    static func fetchAll(_ db: Database) throws -> [SeriesRecord] {
        let sql = """
            SELECT "id", "measure", "place", "origin", "market", "stay", "vintage", "unit" FROM "series"
            """
        return try Row.fetchCursor(db, sql: sql).map(SeriesRecord.init(row:)).reduce(into: []) { $0.append($1) }
    }

    private init(row: Row) throws {
        guard let origin = Segment.Origin(rawValue: row[3]), let stay = Segment.Stay(rawValue: row[5]),
            let unit = StatisticalUnit(rawValue: row[7])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "series \(row[0] as Int)") }
        // Set one by one: the initializer would make a market's origin inbound, which the file may not have said.
        var segment = Segment.all
        segment.origin = origin
        let market: String = row[4]
        segment.market = market.isEmpty ? nil : market
        segment.stay = stay
        id = row[0]
        key = SeriesKey(measure: row[1], place: row[2], segment: segment, vintage: row[6])
        self.unit = unit
    }
}

/// The numbers of series, kept in memory while a load is written.
///
/// Looked up as Swift compares texts, so that が in one or two code points is one place.
struct SeriesRegister: Sendable {
    private var known: [SeriesKey: (id: Int, unit: StatisticalUnit)] = [:]

    init(_ db: Database) throws {
        for record in try SeriesRecord.fetchAll(db) { known[record.key] = (record.id, record.unit) }
    }

    /// The number of a series, which is added when it is new.
    ///
    /// - Throws: `LedgerError` with `unitMismatch` or `invalidKey`.
    mutating func id(of key: SeriesKey, unit: StatisticalUnit, in db: Database) throws -> Int {
        if let entry = known[key] {
            guard entry.unit == unit else { throw LedgerError.unitMismatch(key, kept: entry.unit, given: unit) }
            return entry.id
        }
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO "series" ("measure", "place", "origin", "market", "stay", "vintage", "unit")
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        try insert.execute(arguments: [
            StoredText.name(key.measure), StoredText.name(key.place), key.segment.origin.rawValue,
            key.segment.market.map { try StoredText.name($0) } ?? "", key.segment.stay.rawValue,
            StoredText.name(key.vintage, mayBeEmpty: true), unit.rawValue,
        ])
        let id = Int(db.lastInsertedRowID)
        known[key] = (id, unit)
        return id
    }
}
