public import Diagnostics
import GRDB
import VisitorLedger

extension AccountStore {
    /// Where the command line is.
    public static let localAddress = "local"
    /// An address somebody logged in from counts as theirs for so long, in seconds: thirty days.
    private static let knownSeconds = 30 * 86_400
    /// How much of a text from outside a line keeps, in code points.
    private static let textLimit = 200

    /// Writes a line.
    ///
    /// - Parameters:
    ///   - action: What was done or tried.
    ///   - subject: On what.
    ///   - who: The account or token as named or claimed; empty for nobody.
    ///   - address: Where the request came from.
    ///   - outcome: How it ended.
    /// - Throws: `DiagnosticsError` when the file cannot be written.
    public func record(
        _ action: AuditAction, _ subject: String = "", by who: String, from address: String = localAddress,
        _ outcome: AuditOutcome = .done
    ) throws(DiagnosticsError) {
        try writing { db in
            try db.execute(
                sql: """
                    INSERT INTO "audit" ("at", "who", "address", "action", "subject", "outcome") VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    clock().secondsSinceEpoch, Self.kept(who), Self.kept(address), action.rawValue, Self.kept(subject),
                    outcome.rawValue,
                ])
        }
    }

    /// The last lines, oldest first; all of them when no number is given.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read.
    public func audit(last count: Int? = nil) throws(DiagnosticsError) -> [AuditEntry] {
        try reading { db in
            try Row.fetchAll(
                db, sql: #"SELECT * FROM "audit" ORDER BY "id" DESC LIMIT ?"#, arguments: [count ?? -1]
            ).reversed().compactMap { row in
                guard let action = AuditAction(rawValue: row["action"]),
                    let outcome = AuditOutcome(rawValue: row["outcome"])
                else { return nil }
                return AuditEntry(
                    id: row["id"], at: Timestamp(secondsSinceEpoch: row["at"]), who: row["who"], from: row["address"],
                    action: action, subject: row["subject"], outcome: outcome)
            }
        }
    }

    /// Whether this account was logged in to from this address lately.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read.
    public func isKnown(_ address: String, to account: Account) throws(DiagnosticsError) -> Bool {
        try reading { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM "audit" WHERE "action" = 'log-in' AND "outcome" = 'done'
                        AND "who" = ? AND "address" = ? AND "at" > ?)
                    """,
                arguments: [account.name, Self.kept(address), clock().secondsSinceEpoch - Self.knownSeconds]) ?? false
        }
    }

    /// A text without what would move a terminal's cursor or a table's cells, and not longer than a line should be.
    private static func kept(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(textLimit) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
