public import Diagnostics
import FoundationEssentials
import GRDB
import SystemPackage
public import VisitorLedger

/// Who may come in, what they may do, who is in, and what everybody did: one SQLite file beside the ledger, which only
/// its owner may read.
///
/// ## Topics
/// ### Opening
/// - ``init(path:clock:)``, ``existing(path:clock:)``
/// ### Accounts, sessions, tokens
/// - ``add(_:role:password:cost:)``, ``accounts()``, ``openSession(for:replacing:)``, ``session(_:)``, ``addToken(_:role:)``
/// ### What everybody did
/// - ``record(_:_:by:from:_:)``, ``audit(last:)``
public final class AccountStore: Sendable {
    /// The file.
    public let path: String
    let clock: @Sendable () -> Timestamp
    private let queue: DatabaseQueue

    /// Opens the file, making it, for its owner only, when there is none.
    ///
    /// - Throws: `DiagnosticsError` when it cannot be opened or is something else.
    public init(path: String, clock: @escaping @Sendable () -> Timestamp) throws(DiagnosticsError) {
        self.path = path
        self.clock = clock
        do {
            if !FileManager.default.fileExists(atPath: path) {
                // Made before SQLite opens it: its journals take the permissions of their file.
                try? FileDescriptor.open(
                    FilePath(path), .readWrite, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite
                ).close()
            }
            var configuration = Configuration()
            configuration.label = "accounts"
            configuration.busyMode = .timeout(10)
            configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let identity = try queue.read { db in
                try (
                    tables: Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0,
                    application: Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                    isNewer: AccountSchema.migrator.hasBeenSuperseded(db)
                )
            }
            guard identity.tables == 0 || identity.application == AccountSchema.applicationID && !identity.isNewer
            else {
                throw DiagnosticsError(.notAccounts(path))
            }
            try AccountSchema.migrator.migrate(queue)
            self.queue = queue
        } catch {
            throw Self.told(error, path)
        }
    }

    /// The file where somebody has made it; `nil` where there is none.
    ///
    /// - Throws: As ``init(path:clock:)``.
    public static func existing(path: String, clock: @escaping @Sendable () -> Timestamp) throws(DiagnosticsError)
        -> AccountStore?
    {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try AccountStore(path: path, clock: clock)
    }

    func reading<Result>(_ query: (Database) throws -> Result) throws(DiagnosticsError) -> Result {
        do { return try queue.read(query) } catch { throw Self.told(error, path) }
    }

    func writing<Result>(_ change: (Database) throws -> Result) throws(DiagnosticsError) -> Result {
        do { return try queue.write(change) } catch { throw Self.told(error, path) }
    }

    private static func told(_ error: any Error, _ path: String) -> DiagnosticsError {
        error as? DiagnosticsError ?? DiagnosticsError(.accountsFailed(path, "\(error)"))
    }
}
