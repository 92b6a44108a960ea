import FoundationEssentials
import GRDB
import VisitorModel

extension Ledger {
    /// Records a publication. Its content is made inside the transaction, from the very state that is recorded: no load
    /// can slip in between.
    ///
    /// - Parameters:
    ///   - publication: What is published, by whom.
    ///   - content: Makes files and figures for the moment it is given.
    /// - Throws: What `content` throws, unchanged; else `LedgerError`: `invalidKey` for an empty name, `busy`.
    public func publish(
        _ publication: Publication, content: (Timestamp) throws -> PublicationContent
    ) throws -> Publication {
        var publication = publication
        publication.by = try StoredText.said(publication.by, .name)
        let queue = try makeWriter()
        defer { try? queue.close() }
        return try queue.inDatabase { db in
            defer { if db.isInsideTransaction { try? db.rollback() } }
            do {
                try db.beginTransaction(.immediate)
                publication.recordedAt = try LedgerMoment.next(clock(), in: db)
                publication.id = (try Int.fetchOne(db, sql: #"SELECT MAX("id") FROM "publication""#) ?? 0) + 1
            } catch {
                throw LedgerError(error, path: path)
            }
            // Readers see the last committed state, which holds still: the write lock is ours.
            let made = try content(publication.recordedAt)
            do {
                try insert(publication, made, in: db)
                try db.commit()
            } catch {
                throw LedgerError(error, path: path)
            }
            return publication
        }
    }

    private func insert(_ publication: Publication, _ content: PublicationContent, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO "publication" ("id", "recordedAt", "publishedBy", "month", "year", "target",
                    "languages", "formats", "product", "note")
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                publication.id, publication.recordedAt.description, publication.by, publication.month.id,
                publication.year?.number, publication.target, publication.languages.joined(separator: ","),
                publication.formats.joined(separator: ","), publication.product, StoredText.sentence(publication.note),
            ])
        for file in content.files {
            try db.execute(
                sql: """
                    INSERT INTO "publishedFile" ("publicationId", "name", "sha256", "content") VALUES (?, ?, ?, ?)
                    """, arguments: [publication.id, file.name, file.sha256, Data(file.content)])
        }
        for figure in content.figures {
            try db.execute(
                sql: """
                    INSERT INTO "publishedFigure" ("publicationId", "figureId", "value", "status", "reported",
                        "expected")
                    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """,
                arguments: [
                    publication.id, figure.id, figure.value, figure.status.rawValue, figure.reported, figure.expected,
                ])
        }
        for file in content.definitions {
            try db.execute(
                sql: #"INSERT INTO "publishedDefinition" ("publicationId", "path", "content") VALUES (?, ?, ?)"#,
                arguments: [publication.id, file.path, file.text])
        }
        if var forecast = content.forecast {
            (forecast.by, forecast.recordedAt) = (publication.by, publication.recordedAt)
            forecast.publication = publication.id
            try Self.insert(&forecast, in: db)
        }
        for file in content.tables {
            try db.execute(
                sql: #"INSERT INTO "publishedTable" ("publicationId", "path", "content") VALUES (?, ?, ?)"#,
                arguments: [publication.id, file.path, Data(file.content)])
        }
        try db.execute(
            sql: """
                INSERT INTO "publishedLoad" ("publicationId", "loadId")
                SELECT :publication, l."id" FROM "load" l
                WHERE l."id" IN \(CountedLoads.sql)
                """,
            arguments: ["publication": publication.id, "asOf": CountedLoads.bound(publication.recordedAt)])
    }

    /// The publications, oldest first.
    public func publications() throws(LedgerError) -> [Publication] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT "id", "recordedAt", "publishedBy", "month", "target", "languages", "formats", "product",
                        "note", "year"
                    FROM "publication" ORDER BY "id"
                    """
            ).map { row in
                guard let month = Month(id: row[3] as String) else { throw StoredValue.unreadable(row) }
                var publication = Publication(
                    by: row[2], month: month, year: (row[9] as Int?).map { CalendarYear($0) }, target: row[4], languages: Self.list(row[5]), formats: Self.list(row[6]),
                    product: row[7], note: row[8])
                publication.id = row[0]
                publication.recordedAt = try StoredValue.moment(row, at: 1)
                return publication
            }
        }
    }

    /// The files, figures and definitions of a publication.
    public func content(ofPublication id: Int) throws(LedgerError) -> PublicationContent {
        try reading { db in
            let files = try Row.fetchAll(
                db, sql: #"SELECT "name", "sha256", "content" FROM "publishedFile" WHERE "publicationId" = ? ORDER BY "name""#,
                arguments: [id])
            let figures = try Row.fetchAll(
                db,
                sql: """
                    SELECT "figureId", "value", "status", "reported", "expected" FROM "publishedFigure"
                    WHERE "publicationId" = ? ORDER BY "figureId"
                    """, arguments: [id])
            let definitions = try Row.fetchAll(
                db, sql: #"SELECT "path", "content" FROM "publishedDefinition" WHERE "publicationId" = ? ORDER BY "path""#,
                arguments: [id])
            let tables = try Row.fetchAll(
                db, sql: #"SELECT "path", "content" FROM "publishedTable" WHERE "publicationId" = ? ORDER BY "path""#,
                arguments: [id])
            return PublicationContent(
                files: files.map { .init(name: $0[0], sha256: $0[1], content: Array($0[2] as Data)) },
                figures: try figures.map { row in
                    guard let status = ObservationStatus(rawValue: row[2]) else { throw StoredValue.unreadable(row) }
                    return .init(id: row[0], value: row[1], status: status, reported: row[3], expected: row[4])
                },
                definitions: definitions.map { .init(path: $0[0], text: $0[1]) },
                tables: tables.map { .init(path: $0[0], content: Array($0[1] as Data)) })
        }
    }

    /// The loads a publication rests on.
    public func loads(ofPublication id: Int) throws(LedgerError) -> [LoadSummary] {
        try reading { db in
            try LoadRecord.fetchAll(
                db, asOf: nil,
                where: #"l."id" IN (SELECT "loadId" FROM "publishedLoad" WHERE "publicationId" = :publication)"#,
                arguments: ["publication": id])
        }
    }

    private static func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
}
