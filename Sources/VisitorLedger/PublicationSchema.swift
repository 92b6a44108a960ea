/// The third set of changes: yearly publications, and the tables beside the definitions kept with every publication.
enum PublicationSchema {
    /// The tables that only ever grow.
    static let appendOnly = ["publishedTable"]

    // A table may be in any encoding and its hash is printed, hence bytes and not text.
    static let changes = """
        ALTER TABLE "publication" ADD COLUMN "year" INTEGER;
        CREATE TABLE "publishedTable" (
            "publicationId" INTEGER NOT NULL REFERENCES "publication"("id"),
            "path" TEXT NOT NULL,
            "content" BLOB NOT NULL,
            PRIMARY KEY ("publicationId", "path")
        ) STRICT;
        """
}
