import GRDB

/// The tables of people, apart from the ledger: whoever gets a copy of the figures gets no password hashes with it.
///
/// A migration that was ever released never changes: mend with a new one.
enum AccountSchema {
    /// "dmoP": tells our files from other programs' SQLite files.
    static let applicationID = 0x646D_6F50

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 accounts, sessions, tokens, audit") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: tables)
            for change in ["UPDATE", "DELETE"] {
                try db.execute(
                    sql: """
                        CREATE TRIGGER "auditRefuses\(change)" BEFORE \(change) ON "audit"
                        BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END
                        """)
            }
        }
        return migrator
    }

    // Accounts and tokens are shut, never removed: the log's names must keep their meaning.
    private static let tables = """
        CREATE TABLE "account" (
            "id" INTEGER PRIMARY KEY,
            "name" TEXT NOT NULL CHECK ("name" <> ''),
            "nameKey" TEXT NOT NULL UNIQUE,
            "role" TEXT NOT NULL CHECK ("role" IN ('viewer', 'clerk', 'editor')),
            "passwordHash" TEXT NOT NULL,
            "createdAt" INTEGER NOT NULL,
            "disabledAt" INTEGER
        ) STRICT;
        CREATE TABLE "session" (
            "hash" TEXT PRIMARY KEY,
            "accountId" INTEGER NOT NULL REFERENCES "account"("id"),
            "createdAt" INTEGER NOT NULL,
            "seenAt" INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX "sessionByAccount" ON "session"("accountId");
        CREATE TABLE "token" (
            "id" INTEGER PRIMARY KEY,
            "name" TEXT NOT NULL CHECK ("name" <> ''),
            "nameKey" TEXT NOT NULL UNIQUE,
            "hash" TEXT NOT NULL UNIQUE,
            "role" TEXT NOT NULL CHECK ("role" IN ('viewer', 'clerk', 'editor')),
            "createdAt" INTEGER NOT NULL,
            "revokedAt" INTEGER
        ) STRICT;
        CREATE TABLE "audit" (
            "id" INTEGER PRIMARY KEY,
            "at" INTEGER NOT NULL,
            "who" TEXT NOT NULL,
            "address" TEXT NOT NULL,
            "action" TEXT NOT NULL,
            "subject" TEXT NOT NULL,
            "outcome" TEXT NOT NULL
        ) STRICT;
        CREATE INDEX "auditOfLogIns" ON "audit"("who", "address", "at") WHERE "action" = 'log-in' AND "outcome" = 'done';
        """
}
