import FoundationEssentials
import GRDB

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Everything a workspace knows, in one SQLite file that only ever grows.
///
/// Values are never overwritten: a later load's value stands before an earlier one's, and withdrawing a load brings
/// the earlier value back. Readers see the last finished load while another is being written (WAL), and any earlier
/// state by its time.
///
/// ## Topics
/// ### Opening
/// - ``init(path:busyTimeoutInSeconds:clock:)``, ``openExisting(path:busyTimeoutInSeconds:clock:)``,
///   ``openReadOnly(path:)``
/// ### Writing
/// - ``load(_:_:)``, ``beginLoad(_:)``, ``withdraw(load:reason:by:)``
/// - ``acknowledge(_:message:reason:by:)``, ``decide(_:)``, ``publish(_:content:)``, ``backup(to:)``, ``copy(from:to:)``
/// ### Reading
/// - ``observations(matching:asOf:)``, ``revisions(of:period:asOf:)``, ``loads(asOf:)``, ``holds(ofLoad:)``
public final class Ledger: Sendable {
    /// The ledger's file.
    public let path: String
    let clock: @Sendable () -> Timestamp
    private let reader: any DatabaseReader
    private let isReadOnly: Bool
    private let busyTimeoutInSeconds: Double
    static let usualBusyTimeoutInSeconds = 10.0

    /// Opens a ledger, creating the file when there is none and bringing an older one up to date.
    ///
    /// - Parameters:
    ///   - path: The file; its folder must exist.
    ///   - busyTimeoutInSeconds: How long to wait for another load to finish.
    ///   - clock: The time, for what is recorded.
    /// - Throws: `notALedger`, `newerVersion`, `damaged`, `notFound` (no such folder), `readOnly`, `busy`, `diskFull`.
    public init(
        path: String, busyTimeoutInSeconds: Double = 10, clock: @escaping @Sendable () -> Timestamp
    ) throws(LedgerError) {
        self.path = path
        self.clock = clock
        self.busyTimeoutInSeconds = busyTimeoutInSeconds
        isReadOnly = false
        do {
            try Self.checkIdentity(path: path, busyTimeoutInSeconds: busyTimeoutInSeconds)
            reader = try Self.wholePool(path: path, busyTimeoutInSeconds: busyTimeoutInSeconds)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private init(readOnlyPath path: String) throws(LedgerError) {
        self.path = path
        clock = { .distantFuture }  // never asked: nothing is recorded
        busyTimeoutInSeconds = Self.usualBusyTimeoutInSeconds
        isReadOnly = true
        do {
            guard FileManager.default.fileExists(atPath: path) else { throw LedgerError.notFound(path: path) }
            try Self.checkIdentity(path: path, busyTimeoutInSeconds: busyTimeoutInSeconds)
            var configuration = Self.configuration(busyTimeoutInSeconds: busyTimeoutInSeconds)
            configuration.readonly = true
            let pool = try DatabasePool(path: path, configuration: configuration)
            // An older ledger lacks tables we read; bringing it up to date changes nothing that is in it.
            if try !pool.read(LedgerSchema.migrator.hasCompletedMigrations) {
                do {
                    _ = try Self.wholePool(path: path, busyTimeoutInSeconds: busyTimeoutInSeconds)
                } catch {
                    // A write-protected one is read as it is where only tables are lacking that a reader does without.
                    let done = try pool.read(LedgerSchema.migrator.appliedIdentifiers)
                    guard done.isSuperset(of: LedgerSchema.neededByReaders) else { throw error }
                }
            }
            reader = pool
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// A pool for reading and writing whose tables are all there.
    ///
    /// Two who make the same ledger at once get in each other's way in more than one manner: one cannot switch to WAL
    /// while the other looks, and each finds tables made that it was about to make. Neither is a fault; it is tried again
    /// until the ledger is whole or the time for waiting is over.
    private static func wholePool(path: String, busyTimeoutInSeconds: Double) throws -> DatabasePool {
        let deadline = ContinuousClock.now + .seconds(busyTimeoutInSeconds)
        while true {
            do {
                let pool = try DatabasePool(
                    path: path, configuration: configuration(busyTimeoutInSeconds: busyTimeoutInSeconds))
                do {
                    try LedgerSchema.migrator.migrate(pool)
                } catch {
                    guard try pool.read(LedgerSchema.migrator.hasCompletedMigrations) else { throw error }
                }
                return pool
            } catch let error as DatabaseError where isSign(ofAnotherMaker: error) && ContinuousClock.now < deadline {
                usleep(10_000)
            }
        }
    }

    /// Whether an error while tables are made may come from another who makes them.
    private static func isSign(ofAnotherMaker error: DatabaseError) -> Bool {
        switch error.resultCode {
        // SQLITE_ERROR: the table exists already; the other's next one does not yet.
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_SCHEMA: true
        default: false
        }
    }

    /// Opens a ledger that must exist already.
    ///
    /// - Throws: `notFound` when it does not; else as ``init(path:busyTimeoutInSeconds:clock:)``.
    public static func openExisting(
        path: String, busyTimeoutInSeconds: Double = 10, clock: @escaping @Sendable () -> Timestamp
    ) throws(LedgerError) -> Ledger {
        guard FileManager.default.fileExists(atPath: path) else { throw .notFound(path: path) }
        return try Ledger(path: path, busyTimeoutInSeconds: busyTimeoutInSeconds, clock: clock)
    }

    /// Opens a ledger for reading only; whatever would write throws `readOnly`.
    ///
    /// - Throws: `notFound`, `notALedger`, `newerVersion`, `damaged`.
    public static func openReadOnly(path: String) throws(LedgerError) -> Ledger {
        try Ledger(readOnlyPath: path)
    }

    /// Runs a query on one consistent state of the ledger.
    func reading<Result>(_ query: (Database) throws -> Result) throws(LedgerError) -> Result {
        do { return try reader.read(query) } catch { throw LedgerError(error, path: path) }
    }

    /// A connection of its own for one writer, so that a load may stay open between its batches.
    func makeWriter() throws(LedgerError) -> DatabaseQueue {
        guard !isReadOnly else { throw .readOnly(path: path) }
        do {
            var configuration = Self.configuration(busyTimeoutInSeconds: busyTimeoutInSeconds)
            configuration.allowsUnsafeTransactions = true  // a load's transaction outlives the single call
            configuration.prepareDatabase { db in
                // A finished load survives a power cut; with so few commits it costs nothing.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                // A file by months touches every series' part of the index: 32 MiB keep a million keys at hand.
                try db.execute(sql: "PRAGMA cache_size = -32768")
            }
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    static func configuration(busyTimeoutInSeconds: Double) -> Configuration {
        var configuration = Configuration()
        configuration.label = "visitor-ledger"
        configuration.busyMode = .timeout(busyTimeoutInSeconds)
        return configuration
    }

    /// Looks at a file before anything is written to it: opening a foreign database in WAL mode would change it.
    static func checkIdentity(path: String, busyTimeoutInSeconds: Double) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes, attributes[.size] as? UInt64 != 0, attributes[.size] as? Int != 0 else { return }
        var configuration = configuration(busyTimeoutInSeconds: busyTimeoutInSeconds)
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { db in
            // The list of migrations comes a moment before the first of them, which says whose file it is.
            let tables =
                try Int.fetchOne(
                    db, sql: "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name <> 'grdb_migrations'") ?? 0
            let identity = try Int.fetchOne(db, sql: "PRAGMA application_id")
            // A file without tables is being created, or was left by somebody who was stopped while creating it.
            guard tables == 0 || identity == LedgerSchema.applicationID else {
                throw LedgerError.notALedger(path: path)
            }
            if try tables > 0 && LedgerSchema.migrator.hasBeenSuperseded(db) {
                throw LedgerError.newerVersion(path: path)
            }
        }
    }
}
