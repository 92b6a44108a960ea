public import Diagnostics
import GRDB
import Synchronization
public import VisitorModel

/// A load whose batches come from asynchronous code.
///
/// It has a connection of its own with one open transaction: batches go straight to SQLite, which moves what does not
/// fit its page cache into the write-ahead log. So memory stays bounded, nobody sees anything before ``commit(_:)``,
/// and a session that is dropped, cancelled or killed leaves nothing behind. No thread is blocked while it waits.
///
/// Any error ends the session and rolls it back. While it is open, other writers wait.
public final class LoadSession: Sendable {
    private let queue: DatabaseQueue
    private let state: Mutex<State>
    private let path: String
    private let clock: @Sendable () -> Timestamp

    private struct State {
        /// Absent while a step works on it.
        var load: OpenLoad?
        var hasEnded = false
    }

    /// Opens the transaction, waiting for another load to finish.
    init(_ header: LoadHeader, queue: DatabaseQueue, path: String, clock: @escaping @Sendable () -> Timestamp)
        async throws(LedgerError)
    {
        self.queue = queue
        self.path = path
        self.clock = clock
        do {
            let load = try await queue.writeWithoutTransaction { try OpenLoad(header, in: $0) }
            state = Mutex(State(load: load))
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Adds observations. A key that comes again with an equal value is passed over, so the first is kept.
    ///
    /// - Throws: `duplicateKey`, `unitMismatch`, `invalidKey`, `cancelled`, or what the file system says.
    public func append(_ observations: [Observation]) async throws(LedgerError) {
        try await step { try $0.append(observations, in: $1) }
    }

    /// Keeps rows aside.
    public func hold(_ rows: [HeldRow]) async throws(LedgerError) {
        try await step { try $0.hold(rows, in: $1) }
    }

    /// Keeps notices and warnings.
    public func note(_ diagnostics: [Diagnostic]) async throws(LedgerError) {
        try await step { try $0.note(diagnostics, in: $1) }
    }

    /// Makes everything written so far part of the ledger, or nothing of it.
    ///
    /// - Throws: `accountDoesNotClose`, or what the file system says.
    public func commit(_ outcome: LoadOutcome) async throws(LedgerError) -> LoadResult {
        let recordedAt = clock()
        let result = try await step { try $0.finish(outcome, recordedAt: recordedAt, in: $1) }
        rollback()
        return result
    }

    /// Gives the load up. Does nothing when it has ended.
    public func rollback() {
        state.withLock { $0 = State(load: nil, hasEnded: true) }
        // Closing the connection rolls back whatever is open; there is nobody to tell when that fails.
        try? queue.close()
    }

    private func step<Result: Sendable>(
        _ work: @Sendable (inout OpenLoad, Database) throws -> Result
    ) async throws(LedgerError) -> Result {
        guard !state.withLock({ $0.hasEnded }) else { throw .loadEnded }
        do {
            return try await queue.writeWithoutTransaction { db in
                // Taken out and put back, so that its dictionaries are changed in place and the lock is short.
                guard var load = state.withLock({ $0.load.take() }) else { throw LedgerError.loadEnded }
                let result = try load.step(path: path, in: db) { try work(&$0, db) }
                state.withLock { $0.load = load }
                return result
            }
        } catch {
            rollback()
            throw LedgerError(error, path: path)
        }
    }
}
