/// The tables about forecasts: those published, which are part of the history, and a store of those worked out, which
/// is not.
enum ForecastSchema {
    /// The tables that only ever grow.
    static let appendOnly = ["publishedForecast", "publishedForecastMonth"]

    // What was worked out once, by the hash of everything it depends on. No history: it may be emptied at any time, and
    // whatever is in it can be worked out again. Rows are never changed, only added and forgotten.
    static let store = """
        CREATE TABLE "storedForecast" (
            "id" INTEGER PRIMARY KEY,
            "key" TEXT NOT NULL UNIQUE CHECK (length("key") = 64),
            "sha256" TEXT NOT NULL CHECK (length("sha256") = 64),
            "content" BLOB NOT NULL
        ) STRICT;
        """

    // `knownThrough` is the last month of which any count was known: months up to it were not foretold. `scale` is null
    // where the past holds no two counts a year apart.
    static let published = """
        CREATE TABLE "publishedForecast" (
            "id" INTEGER PRIMARY KEY,
            "recordedAt" TEXT NOT NULL UNIQUE CHECK (length("recordedAt") = 20),
            "publishedBy" TEXT NOT NULL CHECK ("publishedBy" <> ''),
            "publicationId" INTEGER UNIQUE REFERENCES "publication"("id"),
            "target" TEXT NOT NULL,
            "definition" TEXT NOT NULL,
            "unit" TEXT NOT NULL,
            "year" TEXT NOT NULL,
            "goal" INTEGER NOT NULL,
            "lastMonth" TEXT NOT NULL CHECK (length("lastMonth") = 7),
            "knownThrough" TEXT NOT NULL CHECK (length("knownThrough") = 7),
            "known" REAL NOT NULL,
            "chance" REAL NOT NULL CHECK ("chance" > 0 AND "chance" < 1),
            "mean" REAL NOT NULL,
            "low80" REAL NOT NULL,
            "high80" REAL NOT NULL CHECK ("high80" >= "low80"),
            "low95" REAL NOT NULL CHECK ("low95" <= "low80"),
            "high95" REAL NOT NULL CHECK ("high95" >= "high80"),
            "percentiles" TEXT NOT NULL,
            "scale" REAL CHECK ("scale" > 0),
            "model" TEXT NOT NULL,
            "modelVersion" TEXT NOT NULL,
            "product" TEXT NOT NULL,
            "seed" INTEGER NOT NULL,
            "pathCount" INTEGER NOT NULL,
            "inputHash" TEXT NOT NULL CHECK (length("inputHash") = 64),
            "note" TEXT NOT NULL
        ) STRICT;
        CREATE TABLE "publishedForecastMonth" (
            "forecastId" INTEGER NOT NULL REFERENCES "publishedForecast"("id"),
            "month" TEXT NOT NULL CHECK (length("month") = 7),
            "mean" REAL NOT NULL,
            "low80" REAL NOT NULL,
            "high80" REAL NOT NULL CHECK ("high80" >= "low80"),
            "low95" REAL NOT NULL CHECK ("low95" <= "low80"),
            "high95" REAL NOT NULL CHECK ("high95" >= "high80"),
            PRIMARY KEY ("forecastId", "month")
        ) STRICT, WITHOUT ROWID;
        """
}
