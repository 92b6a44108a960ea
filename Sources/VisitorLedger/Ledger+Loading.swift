import GRDB

extension Ledger {
    /// The load of the same bytes by the same pipeline under the same profile version, unless it was withdrawn.
    ///
    /// A held load is found, too: its disposition says so.
    public func recordedLoad(
        sha256: String, pipeline: String, profileHash: String
    ) throws(LedgerError) -> LoadSummary? {
        try reading { try LoadRecord.standing(sha256: sha256, pipeline: pipeline, profileHash: profileHash, in: $0) }
    }

    /// Whether a load that stands had as many bytes, by the same pipeline under the same profile version: only then can
    /// a file be one that was recorded before, and only then need it be hashed to find out.
    public func hasLoad(ofByteCount byteCount: Int, pipeline: String, profileHash: String) throws(LedgerError) -> Bool {
        try reading { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM "load" l
                        WHERE l."byteCount" = ? AND l."pipeline" = ? AND l."profileHash" = ?
                            AND NOT EXISTS (SELECT 1 FROM "withdrawal" w WHERE w."loadId" = l."id"))
                    """, arguments: [byteCount, pipeline, profileHash]) ?? false
        }
    }

    /// Writes one load in one transaction: all of it, or nothing whatever happens.
    ///
    /// - Parameters:
    ///   - header: What is known about the file.
    ///   - body: Writes the batches and says how the load ends.
    /// - Returns: What the load changed.
    /// - Throws: Whatever `body` throws, unchanged; else `LedgerError`: `busy`, `accountDoesNotClose`, `duplicateKey`,
    ///   `unitMismatch`, `invalidKey`, `diskFull`, `readOnly`.
    public func load(
        _ header: LoadHeader, _ body: (inout LoadWriter) throws -> LoadOutcome
    ) throws -> LoadResult {
        switch try load(header, unless: { _ in nil }, body) {
        case .loaded(let result): return result
        case .known: throw LedgerError.loadEnded  // never: nothing is known beforehand
        }
    }

    /// Writes one load as ``load(_:_:)`` does, unless the same bytes stand already, recorded by the same pipeline under the
    /// same profile version. That is asked when the write lock is held, so two who load one file at once record it once.
    public func loadOnce(
        _ header: LoadHeader, _ body: (inout LoadWriter) throws -> LoadOutcome
    ) throws -> OnceResult {
        try load(
            header,
            unless: {
                try LoadRecord.standing(
                    sha256: header.sha256, pipeline: header.pipeline, profileHash: header.profileHash, in: $0)
            }, body)
    }

    private func load(
        _ header: LoadHeader, unless known: (Database) throws -> LoadSummary?,
        _ body: (inout LoadWriter) throws -> LoadOutcome
    ) throws -> OnceResult {
        let queue = try makeWriter()
        defer { try? queue.close() }
        return try queue.inDatabase { db in
            // After a commit nothing is open; else nothing of the load may stay, and closing would undo it as well.
            defer { try? db.rollback() }
            let open: OpenLoad
            do {
                open = try OpenLoad(header, in: db)
                if let known = try known(db) { return .known(known) }
            } catch {
                throw LedgerError(error, path: path)
            }
            var writer = LoadWriter(load: open, database: db, path: path)
            let outcome = try body(&writer)
            return .loaded(
                try writer.load.step(path: path, in: db) {
                    try $0.finish(outcome, recordedAt: clock(), in: db)
                })
        }
    }

    /// Begins a load whose batches come from asynchronous code.
    ///
    /// - Throws: `busy` when another load does not finish in time, `readOnly`, `invalidKey`.
    public func beginLoad(_ header: LoadHeader) async throws(LedgerError) -> LoadSession {
        try await LoadSession(header, queue: makeWriter(), path: path, clock: clock)
    }
}
