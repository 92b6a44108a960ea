import GRDB

extension Ledger {
    /// The load of the same bytes by the same pipeline under the same profile version, unless it was withdrawn.
    ///
    /// A held load is found, too: its disposition says so.
    public func recordedLoad(
        sha256: String, pipeline: String, profileHash: String
    ) throws(LedgerError) -> LoadSummary? {
        try reading { db in
            try LoadRecord.fetchAll(
                db, asOf: nil,
                where: """
                    l."sha256" = :sha256 AND l."pipeline" = :pipeline AND l."profileHash" = :profileHash
                        AND w."loadId" IS NULL
                    """,
                arguments: ["sha256": sha256, "pipeline": pipeline, "profileHash": profileHash]
            ).last
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
        let queue = try makeWriter()
        defer { try? queue.close() }
        return try queue.inDatabase { db in
            // After a commit nothing is open; else nothing of the load may stay, and closing would undo it as well.
            defer { try? db.rollback() }
            var writer: LoadWriter
            do {
                writer = LoadWriter(load: try OpenLoad(header, in: db), database: db, path: path)
            } catch {
                throw LedgerError(error, path: path)
            }
            let outcome = try body(&writer)
            return try writer.load.step(path: path, in: db) {
                try $0.finish(outcome, recordedAt: clock(), in: db)
            }
        }
    }

    /// Begins a load whose batches come from asynchronous code.
    ///
    /// - Throws: `busy` when another load does not finish in time, `readOnly`, `invalidKey`.
    public func beginLoad(_ header: LoadHeader) async throws(LedgerError) -> LoadSession {
        try await LoadSession(header, queue: makeWriter(), path: path, clock: clock)
    }
}
