import Diagnostics
import GRDB
import Languages

extension OpenLoad {
    /// Keeps rows aside.
    func hold(_ rows: [HeldRow], in db: Database) throws {
        for row in rows { try insert(row.diagnostic, rawText: row.rawText, into: "hold", db) }
    }

    /// Keeps notices and warnings.
    func note(_ diagnostics: [Diagnostic], in db: Database) throws {
        for diagnostic in diagnostics { try insert(diagnostic, rawText: nil, into: "note", db) }
    }

    private func insert(_ diagnostic: Diagnostic, rawText: String?, into table: String, _ db: Database) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO "\(table)" (
                    "loadId", "severity", "rowNumber", "lineNumber", "columnNumber", "path", "code", "value",
                    "messageJa", "messageEn", "remedyJa", "remedyEn", "rawText")
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let position = diagnostic.position
        try insert.execute(arguments: [
            id, diagnostic.severity.rawValue, position?.row, position?.line, position?.column,
            position?.path.map(StoredText.sentence), StoredText.sentence(diagnostic.code),
            diagnostic.value.map { StoredText.cut($0, to: StoredText.valueLimit) },
            StoredText.sentence(diagnostic.message.ja), StoredText.sentence(diagnostic.message.en),
            diagnostic.remedy.map { StoredText.sentence($0.ja) }, diagnostic.remedy.map { StoredText.sentence($0.en) },
            rawText.map { StoredText.cut($0, to: StoredText.rawTextLimit) },
        ])
    }
}

/// A hold's or note's row read back.
enum StoredDoubt {
    /// Rows of `hold` or `note`, of one load, or of every load that stands; in the order they were written.
    static func fetchAll(_ db: Database, table: String, load: Int?) throws -> [RecordedHold] {
        let wanted =
            load == nil
            ? #"NOT EXISTS (SELECT 1 FROM "withdrawal" w WHERE w."loadId" = d."loadId")"# : #"d."loadId" = :load"#
        let sql = """
            SELECT d."id", d."loadId", l."fileName", d."rowNumber", d."lineNumber", d."columnNumber", d."path",
                d."severity", d."code", d."value", d."messageJa", d."messageEn", d."remedyJa", d."remedyEn",
                d."rawText"
            FROM "\(table)" d JOIN "load" l ON l."id" = d."loadId"
            WHERE \(wanted) ORDER BY d."id"
            """
        let arguments: StatementArguments = load.map { ["load": $0] } ?? [:]
        return try Row.fetchCursor(db, sql: sql, arguments: arguments).map(doubt).reduce(into: []) { $0.append($1) }
    }

    private static func doubt(_ row: Row) throws -> RecordedHold {
        guard let severity = Diagnostic.Severity(rawValue: row[7]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unreadable row \(row)")
        }
        let remedy = (row[12] as String?).flatMap { ja in
            (row[13] as String?).map { BilingualText(ja: ja, en: $0) }
        }
        let diagnostic = Diagnostic(
            code: row[8], severity: severity,
            position: SourcePosition(file: row[2], line: row[4], row: row[3], column: row[5], path: row[6]),
            value: row[9], message: BilingualText(ja: row[10], en: row[11]), remedy: remedy)
        return RecordedHold(id: row[0], load: row[1], row: HeldRow(diagnostic, rawText: row[14]))
    }
}
