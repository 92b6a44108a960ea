public import Diagnostics
import GRDB
import VisitorLedger

extension AccountStore {
    /// A session ends when nobody asked for anything for so long, in seconds: an hour.
    public static let idleSeconds = 3_600
    /// A session ends after so long, whatever was asked for, in seconds: a working day of twelve hours.
    public static let sessionSeconds = 12 * 3_600
    /// When a session was last used is written down this often, not at every request, in seconds.
    private static let noteSeconds = 60

    /// Begins a session with a new secret, and ends the one that was shown before, if any.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be written.
    public func openSession(for account: Account, replacing former: Secret? = nil) throws(DiagnosticsError) -> Secret {
        let secret = Secret()
        let moment = clock().secondsSinceEpoch
        try writing { db in
            // What has run out is swept here: somebody logs in often enough.
            try db.execute(
                sql: #"DELETE FROM "session" WHERE "hash" = ? OR "createdAt" <= ? OR "seenAt" <= ?"#,
                arguments: [former?.hash, moment - Self.sessionSeconds, moment - Self.idleSeconds])
            try db.execute(
                sql: #"INSERT INTO "session" ("hash", "accountId", "createdAt", "seenAt") VALUES (?, ?, ?, ?)"#,
                arguments: [secret.hash, account.id, moment, moment])
        }
        return secret
    }

    /// Whose session a secret is; `nil` when it is none, has run out, or its account is shut.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read.
    public func session(_ secret: Secret) throws(DiagnosticsError) -> Account? {
        let moment = clock().secondsSinceEpoch
        let found = try reading { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT "account".*, "session"."seenAt" FROM "session" JOIN "account" ON "account"."id" = "accountId"
                    WHERE "hash" = ? AND "session"."createdAt" > ? AND "seenAt" > ? AND "disabledAt" IS NULL
                    """,
                arguments: [secret.hash, moment - Self.sessionSeconds, moment - Self.idleSeconds])
        }
        guard let found, let account = Self.account(found) else { return nil }
        if moment - (found["seenAt"] as Int) >= Self.noteSeconds {
            try writing { db in
                try db.execute(
                    sql: #"UPDATE "session" SET "seenAt" = ? WHERE "hash" = ?"#, arguments: [moment, secret.hash])
            }
        }
        return account
    }

    /// Ends a session.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be written.
    public func endSession(_ secret: Secret) throws(DiagnosticsError) {
        try writing { db in
            try db.execute(sql: #"DELETE FROM "session" WHERE "hash" = ?"#, arguments: [secret.hash])
        }
    }

    func endSessions(of account: Account, _ db: Database) throws {
        try db.execute(sql: #"DELETE FROM "session" WHERE "accountId" = ?"#, arguments: [account.id])
    }
}
