import GRDB
import VisitorModel

/// The ledger's tables. A migration that was ever released never changes: mend with a new one.
enum LedgerSchema {
    /// "dmoL": tells our files from other programs' SQLite files.
    static let applicationID = 0x646D_6F4C

    /// The tables that only ever grow; triggers refuse everything else.
    static let appendOnly = ["load", "withdrawal", "ignoredRows", "series", "observation", "hold", "note"]

    /// The migrations without which nothing can be read.
    static let neededByReaders: Set<String> = ["1 loads and observations", "2 decisions and publications"]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 loads and observations") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: loads)
            try db.execute(sql: observations)
            try db.execute(sql: doubts(table: "hold"))
            try db.execute(sql: doubts(table: "note"))
            try refuseChanges(of: appendOnly, in: db)
        }
        migrator.registerMigration("2 decisions and publications") { db in
            try db.execute(sql: DecisionSchema.tables)
            try refuseChanges(of: DecisionSchema.appendOnly, in: db)
        }
        migrator.registerMigration("ledger-3 yearly publications and tables") { db in
            try db.execute(sql: PublicationSchema.changes)
            try refuseChanges(of: PublicationSchema.appendOnly, in: db)
        }
        migrator.registerMigration("forecast-1 published forecasts and a store") { db in
            try db.execute(sql: ForecastSchema.store)
            try db.execute(sql: ForecastSchema.published)
            try refuseChanges(of: ForecastSchema.appendOnly, in: db)
        }
        return migrator
    }

    private static func refuseChanges(of tables: [String], in db: Database) throws {
        for table in tables {
            for change in ["UPDATE", "DELETE"] {
                try db.execute(
                    sql: """
                        CREATE TRIGGER "\(table)Refuses\(change)" BEFORE \(change) ON "\(table)"
                        BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END
                        """)
            }
        }
    }

    // A load's row is written last, when its account is known, so that it is never updated. What belongs to it is
    // written before; hence the deferred references. `loadBySHA256`: was this file loaded before?
    private static let loads = """
        CREATE TABLE "load" (
            "id" INTEGER PRIMARY KEY,
            "recordedAt" TEXT NOT NULL CHECK (length("recordedAt") = 20),
            "pipeline" TEXT NOT NULL,
            "profile" TEXT NOT NULL,
            "profileHash" TEXT NOT NULL,
            "fileName" TEXT NOT NULL,
            "sha256" TEXT NOT NULL,
            "byteCount" INTEGER NOT NULL CHECK ("byteCount" >= 0),
            "dataOrigin" TEXT NOT NULL CHECK ("dataOrigin" IN ('published', 'illustrative', 'reported')),
            "rowsRead" INTEGER NOT NULL CHECK ("rowsRead" >= 0),
            "rowsAccepted" INTEGER NOT NULL CHECK ("rowsAccepted" >= 0),
            "rowsHeld" INTEGER NOT NULL CHECK ("rowsHeld" >= 0),
            "rowsIgnored" INTEGER NOT NULL CHECK ("rowsIgnored" >= 0),
            "newKeys" INTEGER NOT NULL CHECK ("newKeys" >= 0),
            "unchangedKeys" INTEGER NOT NULL CHECK ("unchangedKeys" >= 0),
            "revisedKeys" INTEGER NOT NULL CHECK ("revisedKeys" >= 0),
            "disposition" TEXT NOT NULL CHECK ("disposition" IN ('committed', 'held')),
            "dispositionReasonJa" TEXT,
            "dispositionReasonEn" TEXT,
            CHECK ("rowsRead" = "rowsAccepted" + "rowsHeld" + "rowsIgnored"),
            CHECK (("disposition" = 'held') = ("dispositionReasonJa" IS NOT NULL AND "dispositionReasonEn" IS NOT NULL))
        ) STRICT;
        CREATE INDEX "loadBySHA256" ON "load"("sha256");
        CREATE TABLE "withdrawal" (
            "loadId" INTEGER PRIMARY KEY REFERENCES "load"("id"),
            "recordedAt" TEXT NOT NULL CHECK (length("recordedAt") = 20),
            "reason" TEXT NOT NULL,
            "withdrawnBy" TEXT NOT NULL
        ) STRICT;
        CREATE TABLE "ignoredRows" (
            "loadId" INTEGER NOT NULL REFERENCES "load"("id") DEFERRABLE INITIALLY DEFERRED,
            "number" INTEGER NOT NULL,
            "reasonJa" TEXT NOT NULL,
            "reasonEn" TEXT NOT NULL,
            "rows" INTEGER NOT NULL CHECK ("rows" >= 0),
            PRIMARY KEY ("loadId", "number")
        ) STRICT, WITHOUT ROWID;
        """

    // `observationByKey` keeps a key unique within a load and finds the latest value of a key without a sort;
    // `observationByLoad` finds what a load brought, for revisions and withdrawals, and only grows at its end.
    // The check on `coefficient` keeps "missing" apart from zero: a number exactly when the status has one.
    private static let observations = """
        CREATE TABLE "series" (
            "id" INTEGER PRIMARY KEY,
            "measure" TEXT NOT NULL CHECK ("measure" <> ''),
            "place" TEXT NOT NULL CHECK ("place" <> ''),
            "origin" TEXT NOT NULL,
            "market" TEXT NOT NULL,
            "stay" TEXT NOT NULL,
            "vintage" TEXT NOT NULL,
            "unit" TEXT NOT NULL,
            UNIQUE ("measure", "place", "origin", "market", "stay", "vintage")
        ) STRICT;
        CREATE TABLE "observation" (
            "id" INTEGER PRIMARY KEY,
            "loadId" INTEGER NOT NULL REFERENCES "load"("id") DEFERRABLE INITIALLY DEFERRED,
            "seriesId" INTEGER NOT NULL REFERENCES "series"("id"),
            "periodKind" TEXT NOT NULL,
            "periodId" TEXT NOT NULL,
            "firstMonth" TEXT NOT NULL CHECK (length("firstMonth") = 7),
            "lastMonth" TEXT NOT NULL CHECK (length("lastMonth") = 7),
            "coefficient" INTEGER,
            "fractionDigits" INTEGER NOT NULL CHECK ("fractionDigits" BETWEEN 0 AND 18),
            "status" TEXT NOT NULL,
            "roundingHalfWidth" INTEGER NOT NULL,
            "firstRow" INTEGER NOT NULL,
            "lastRow" INTEGER NOT NULL,
            "columnNumber" INTEGER,
            "lineNumber" INTEGER,
            "path" TEXT,
            "rowCount" INTEGER NOT NULL,
            "heldCount" INTEGER NOT NULL,
            CHECK (("coefficient" IS NOT NULL)
                = ("status" IN ('final', 'reported', 'provisional', 'preliminary', 'estimated')))
        ) STRICT;
        CREATE UNIQUE INDEX "observationByKey" ON "observation"("seriesId", "periodId", "loadId");
        CREATE INDEX "observationByLoad" ON "observation"("loadId");
        """

    private static func doubts(table: String) -> String {
        """
        CREATE TABLE "\(table)" (
            "id" INTEGER PRIMARY KEY,
            "loadId" INTEGER NOT NULL REFERENCES "load"("id") DEFERRABLE INITIALLY DEFERRED,
            "severity" TEXT NOT NULL,
            "rowNumber" INTEGER,
            "lineNumber" INTEGER,
            "columnNumber" INTEGER,
            "path" TEXT,
            "code" TEXT NOT NULL,
            "value" TEXT,
            "messageJa" TEXT NOT NULL,
            "messageEn" TEXT NOT NULL,
            "remedyJa" TEXT,
            "remedyEn" TEXT,
            "rawText" TEXT
        ) STRICT;
        CREATE INDEX "\(table)ByLoad" ON "\(table)"("loadId");
        """
    }
}
