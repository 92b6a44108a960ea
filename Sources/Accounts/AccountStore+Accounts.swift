public import Diagnostics
import GRDB
import VisitorLedger

extension AccountStore {
    /// The shortest password that is taken, in characters.
    public static let shortestPassword = 10
    /// The longest, in bytes: hashing takes no longer than that.
    public static let longestPassword = 512

    /// Whether anybody may log in, or ever might: from then on nobody comes in without.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read.
    public func hasAccounts() throws(DiagnosticsError) -> Bool {
        try reading { try Bool.fetchOne($0, sql: #"SELECT EXISTS (SELECT 1 FROM "account")"#) ?? false }
    }

    /// Makes an account.
    ///
    /// - Throws: `DiagnosticsError` when the name is taken or no name, or the password too short or too long.
    public func add(
        _ name: String, role: Role, password: String, cost: PasswordHash.Cost = .usual
    ) throws(DiagnosticsError) -> Account {
        guard AccountName.isValid(name) else { throw DiagnosticsError(.noName(name)) }
        let hash = try hash(of: password, cost)
        return try writing { db in
            guard try account(named: name, db) == nil else { throw DiagnosticsError(.nameTaken(name)) }
            try db.execute(
                sql: """
                    INSERT INTO "account" ("name", "nameKey", "role", "passwordHash", "createdAt") VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [name, AccountName.key(name), role.rawValue, hash.text, clock().secondsSinceEpoch])
            return try known(name, db)
        }
    }

    /// Every account, by name.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read.
    public func accounts() throws(DiagnosticsError) -> [Account] {
        try reading { db in
            try Row.fetchAll(db, sql: #"SELECT * FROM "account" ORDER BY "nameKey""#).compactMap(Self.account)
        }
    }

    /// Gives an account another password, and ends its sessions.
    ///
    /// - Throws: `DiagnosticsError` when there is no such account, or the password is too short or too long.
    public func setPassword(
        _ password: String, of name: String, cost: PasswordHash.Cost = .usual
    ) throws(DiagnosticsError) {
        let hash = try hash(of: password, cost)
        try writing { db in
            let account = try known(name, db)
            try db.execute(
                sql: #"UPDATE "account" SET "passwordHash" = ? WHERE "id" = ?"#, arguments: [hash.text, account.id])
            try endSessions(of: account, db)
        }
    }

    /// Gives an account another role; sessions that are open have it at once.
    ///
    /// - Throws: `DiagnosticsError` when there is no such account.
    public func setRole(_ role: Role, of name: String) throws(DiagnosticsError) {
        try writing { db in
            let account = try known(name, db)
            try db.execute(
                sql: #"UPDATE "account" SET "role" = ? WHERE "id" = ?"#, arguments: [role.rawValue, account.id])
        }
    }

    /// Shuts an account and ends its sessions, or opens it again.
    ///
    /// - Throws: `DiagnosticsError` when there is no such account.
    public func setOpen(_ isOpen: Bool, _ name: String) throws(DiagnosticsError) {
        try writing { db in
            let account = try known(name, db)
            let moment = isOpen ? nil : account.disabledAt?.secondsSinceEpoch ?? clock().secondsSinceEpoch
            try db.execute(
                sql: #"UPDATE "account" SET "disabledAt" = ? WHERE "id" = ?"#, arguments: [moment, account.id])
            try endSessions(of: account, db)
        }
    }

    /// What a name's password is checked against: its own hash, or, where there is no such account or it is shut, one
    /// that nothing fits and that takes as long.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read.
    public func credential(of name: String) throws(DiagnosticsError) -> (account: Account?, hash: PasswordHash?) {
        try reading { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: #"SELECT * FROM "account" WHERE "nameKey" = ?"#, arguments: [AccountName.key(name)]),
                let account = Self.account(row), account.isOpen
            else { return (nil, nil) }
            return (account, PasswordHash(text: row["passwordHash"]))
        }
    }

    private func hash(of password: String, _ cost: PasswordHash.Cost) throws(DiagnosticsError) -> PasswordHash {
        guard password.count >= Self.shortestPassword, password.utf8.count <= Self.longestPassword else {
            throw DiagnosticsError(.passwordLength)
        }
        do { return try PasswordHash(of: password, cost: cost) } catch {
            throw DiagnosticsError(.accountsFailed(path, "\(error)"))
        }
    }

    private func known(_ name: String, _ db: Database) throws -> Account {
        guard let account = try account(named: name, db) else {
            let names = try String.fetchAll(db, sql: #"SELECT "name" FROM "account" ORDER BY "nameKey""#)
            throw DiagnosticsError(.noAccount(name, among: names))
        }
        return account
    }

    private func account(named name: String, _ db: Database) throws -> Account? {
        try Row.fetchOne(db, sql: #"SELECT * FROM "account" WHERE "nameKey" = ?"#, arguments: [AccountName.key(name)])
            .flatMap(Self.account)
    }

    /// An account of its row; a row nobody of ours can have written is none.
    static func account(_ row: Row) -> Account? {
        guard let role = Role(rawValue: row["role"]) else { return nil }
        return Account(
            id: row["id"], name: row["name"], role: role, createdAt: Timestamp(secondsSinceEpoch: row["createdAt"]),
            disabledAt: (row["disabledAt"] as Int?).map { Timestamp(secondsSinceEpoch: $0) })
    }
}
