import Accounts
import Synchronization

/// Checks and makes passwords one after another on a thread of its own: each takes 128 MiB and a good part of a second,
/// and pages must not wait for it.
final class PasswordDesk: Sendable {
    /// Nobody waits behind more than so many others.
    static let longestQueue = 8

    private let desk = WorkDesk("passwords", longestQueue: longestQueue)
    /// How dear hashes are made.
    let cost: PasswordHash.Cost
    /// What names without an account are checked against, so that they take as long.
    private let decoy = Mutex<PasswordHash?>(nil)

    init(cost: PasswordHash.Cost = .usual) { self.cost = cost }

    /// Whether a password fits.
    ///
    /// - Parameter hash: `nil` for a name without an account: the answer is no, and takes as long.
    /// - Returns: `nil` when too many are waiting.
    func accepts(_ password: String, _ hash: PasswordHash?) async throws -> Bool? {
        try await unlessTooMany {
            // Both are worked out every time: what differs between them takes no time.
            let fits = try (hash ?? self.standIn()).accepts(password)
            return hash != nil && fits
        }
    }

    /// Does something that hashes a password.
    ///
    /// - Returns: `nil` when too many are waiting.
    func unlessTooMany<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result? {
        do { return try await desk.run(work) } catch is WorkDesk.TooMany { return nil }
    }

    private func standIn() throws -> PasswordHash {
        if let made = decoy.withLock({ $0 }) { return made }
        let made = try PasswordHash(of: Secret().text, cost: cost)
        decoy.withLock { $0 = made }
        return made
    }

    /// Makes the stand-in before the first name is tried.
    func prepare() { desk.run(later: { _ = try? self.standIn() }) }
}
