/// The second set of tables: what people decided and what was published.
enum DecisionSchema {
    /// The tables that only ever grow.
    static let appendOnly = [
        "acknowledgement", "holdDecision", "publication", "publishedFile", "publishedFigure", "publishedLoad",
        "publishedDefinition",
    ]

    // `publishedLoad` names what counted at the moment; which observations these are follows from the time.
    static let tables = """
        CREATE TABLE "acknowledgement" (
            "id" INTEGER PRIMARY KEY,
            "recordedAt" TEXT NOT NULL CHECK (length("recordedAt") = 20),
            "findingId" TEXT NOT NULL UNIQUE CHECK ("findingId" <> ''),
            "message" TEXT NOT NULL,
            "reason" TEXT NOT NULL CHECK ("reason" <> ''),
            "acknowledgedBy" TEXT NOT NULL CHECK ("acknowledgedBy" <> '')
        ) STRICT;
        CREATE TABLE "holdDecision" (
            "id" INTEGER PRIMARY KEY,
            "recordedAt" TEXT NOT NULL CHECK (length("recordedAt") = 20),
            "holdId" INTEGER NOT NULL REFERENCES "hold"("id"),
            "kind" TEXT NOT NULL CHECK ("kind" IN ('corrected', 'released', 'dismissed')),
            "oldText" TEXT,
            "newText" TEXT,
            "resultLoadId" INTEGER REFERENCES "load"("id"),
            "reason" TEXT NOT NULL CHECK ("reason" <> ''),
            "decidedBy" TEXT NOT NULL CHECK ("decidedBy" <> ''),
            CHECK (("kind" = 'dismissed') = ("resultLoadId" IS NULL))
        ) STRICT;
        CREATE INDEX "holdDecisionByHold" ON "holdDecision"("holdId");
        CREATE TABLE "publication" (
            "id" INTEGER PRIMARY KEY,
            "recordedAt" TEXT NOT NULL UNIQUE CHECK (length("recordedAt") = 20),
            "publishedBy" TEXT NOT NULL CHECK ("publishedBy" <> ''),
            "month" TEXT NOT NULL CHECK (length("month") = 7),
            "target" TEXT,
            "languages" TEXT NOT NULL,
            "formats" TEXT NOT NULL,
            "product" TEXT NOT NULL,
            "note" TEXT NOT NULL
        ) STRICT;
        CREATE TABLE "publishedFile" (
            "publicationId" INTEGER NOT NULL REFERENCES "publication"("id"),
            "name" TEXT NOT NULL,
            "sha256" TEXT NOT NULL CHECK (length("sha256") = 64),
            "content" BLOB NOT NULL,
            PRIMARY KEY ("publicationId", "name")
        ) STRICT;
        CREATE TABLE "publishedFigure" (
            "publicationId" INTEGER NOT NULL REFERENCES "publication"("id"),
            "figureId" TEXT NOT NULL,
            "value" TEXT,
            "status" TEXT NOT NULL,
            "reported" INTEGER NOT NULL,
            "expected" INTEGER NOT NULL,
            PRIMARY KEY ("publicationId", "figureId")
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE "publishedLoad" (
            "publicationId" INTEGER NOT NULL REFERENCES "publication"("id"),
            "loadId" INTEGER NOT NULL REFERENCES "load"("id"),
            PRIMARY KEY ("publicationId", "loadId")
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE "publishedDefinition" (
            "publicationId" INTEGER NOT NULL REFERENCES "publication"("id"),
            "path" TEXT NOT NULL,
            "content" TEXT NOT NULL,
            PRIMARY KEY ("publicationId", "path")
        ) STRICT, WITHOUT ROWID;
        """
}
