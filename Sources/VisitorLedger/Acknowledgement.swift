import GRDB

/// Somebody's word that a doubtful count is right, with the reason; kept for ever.
public struct Acknowledgement: Sendable, Hashable {
    /// When it was given.
    public var recordedAt: Timestamp
    /// The finding, by its identity, which holds the value: a corrected value is another finding.
    public var finding: String
    /// What the finding said.
    public var message: String
    /// Why the count is right.
    public var reason: String
    /// Who says so.
    public var by: String
}

extension Ledger {
    /// Acknowledges a finding.
    ///
    /// - Throws: `alreadyDecided` when somebody did before, `invalidKey` for an empty reason or name.
    public func acknowledge(
        _ finding: String, message: String, reason: String, by: String
    ) throws(LedgerError) -> Acknowledgement {
        let finding = try StoredText.name(finding)
        let reason = try StoredText.said(reason, .reason)
        let by = try StoredText.said(by, .name)
        return try writing { db, moment in
            let row = try Row.fetchOne(
                db, sql: #"SELECT "acknowledgedBy" FROM "acknowledgement" WHERE "findingId" = ?"#, arguments: [finding])
            if let row { throw LedgerError.alreadyDecided(finding, by: row[0]) }
            try db.execute(
                sql: """
                    INSERT INTO "acknowledgement" ("recordedAt", "findingId", "message", "reason", "acknowledgedBy")
                    VALUES (?, ?, ?, ?, ?)
                    """, arguments: [moment.description, finding, StoredText.sentence(message), reason, by])
            return Acknowledgement(recordedAt: moment, finding: finding, message: message, reason: reason, by: by)
        }
    }

    /// Everything acknowledged by a moment, oldest first.
    public func acknowledgements(asOf: Timestamp? = nil) throws(LedgerError) -> [Acknowledgement] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT "recordedAt", "findingId", "message", "reason", "acknowledgedBy" FROM "acknowledgement"
                    WHERE "recordedAt" <= ? ORDER BY "id"
                    """, arguments: [CountedLoads.bound(asOf)]
            ).map { row in
                Acknowledgement(
                    recordedAt: try StoredValue.moment(row, at: 0), finding: row[1], message: row[2], reason: row[3],
                    by: row[4])
            }
        }
    }
}
