public import Diagnostics
import GRDB
public import VisitorLedger

/// What a program shows instead of logging in.
public struct APIToken: Sendable, Hashable, Identifiable {
    /// The token's number.
    public let id: Int
    /// What it is called; not the secret.
    public let name: String
    /// What it may do.
    public let role: Role
    /// When it was made.
    public let createdAt: Timestamp
    /// When it was ended; `nil` while it is taken.
    public let revokedAt: Timestamp?
}

extension AccountStore {
    /// Makes a token; the secret is shown once and cannot be found again.
    ///
    /// - Throws: `DiagnosticsError` when the name is taken or no name.
    public func addToken(_ name: String, role: Role) throws(DiagnosticsError) -> Secret {
        guard AccountName.isValid(name) else { throw DiagnosticsError(.noName(name)) }
        let secret = Secret()
        try writing { db in
            let key = AccountName.key(name)
            if try Bool.fetchOne(db, sql: #"SELECT 1 FROM "token" WHERE "nameKey" = ?"#, arguments: [key]) != nil {
                throw DiagnosticsError(.nameTaken(name))
            }
            try db.execute(
                sql: #"INSERT INTO "token" ("name", "nameKey", "hash", "role", "createdAt") VALUES (?, ?, ?, ?, ?)"#,
                arguments: [name, key, secret.hash, role.rawValue, clock().secondsSinceEpoch])
        }
        return secret
    }

    /// Every token, by name.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read.
    public func tokens() throws(DiagnosticsError) -> [APIToken] {
        try reading { db in
            try Row.fetchAll(db, sql: #"SELECT * FROM "token" ORDER BY "nameKey""#).compactMap(Self.token)
        }
    }

    /// The token whose secret somebody shows; `nil` when it is none or was ended.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read.
    public func token(_ secret: Secret) throws(DiagnosticsError) -> APIToken? {
        try reading { db in
            try Row.fetchOne(
                db, sql: #"SELECT * FROM "token" WHERE "hash" = ? AND "revokedAt" IS NULL"#, arguments: [secret.hash]
            ).flatMap(Self.token)
        }
    }

    /// Ends a token.
    ///
    /// - Throws: `DiagnosticsError` when there is none of this name.
    public func revokeToken(_ name: String) throws(DiagnosticsError) {
        try writing { db in
            try db.execute(
                sql: #"UPDATE "token" SET "revokedAt" = COALESCE("revokedAt", ?) WHERE "nameKey" = ?"#,
                arguments: [clock().secondsSinceEpoch, AccountName.key(name)])
            guard db.changesCount == 1 else {
                let names = try String.fetchAll(db, sql: #"SELECT "name" FROM "token" ORDER BY "nameKey""#)
                throw DiagnosticsError(.noToken(name, among: names))
            }
        }
    }

    private static func token(_ row: Row) -> APIToken? {
        guard let role = Role(rawValue: row["role"]) else { return nil }
        return APIToken(
            id: row["id"], name: row["name"], role: role, createdAt: Timestamp(secondsSinceEpoch: row["createdAt"]),
            revokedAt: (row["revokedAt"] as Int?).map { Timestamp(secondsSinceEpoch: $0) })
    }
}
