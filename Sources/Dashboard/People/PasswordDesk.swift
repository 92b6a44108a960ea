import Accounts
import Dispatch
import Synchronization

/// Checks passwords one after another on a thread of its own: each check takes 128 MiB and a good part of a second, and
/// pages must not wait for it.
final class PasswordDesk: Sendable {
    /// Nobody waits behind more than so many others.
    static let longestQueue = 8

    private let queue = DispatchQueue(label: "dmo.passwords")
    private let waiting = Mutex(0)
    private let cost: PasswordHash.Cost
    /// What names without an account are checked against, so that they take as long.
    private let decoy = Mutex<PasswordHash?>(nil)

    init(cost: PasswordHash.Cost = .usual) { self.cost = cost }

    /// Whether a password fits.
    ///
    /// - Parameter hash: `nil` for a name without an account: the answer is no, and takes as long.
    /// - Returns: `nil` when too many are waiting.
    func accepts(_ password: String, _ hash: PasswordHash?) async throws -> Bool? {
        let mayWait = waiting.withLock { count in
            guard count < Self.longestQueue else { return false }
            count += 1
            return true
        }
        guard mayWait else { return nil }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(
                    with: Result {
                        // Both are worked out every time: what differs between them takes no time.
                        let fits = try (hash ?? self.standIn()).accepts(password)
                        return hash != nil && fits
                    })
            }
        }
    }

    private func standIn() throws -> PasswordHash {
        if let made = decoy.withLock({ $0 }) { return made }
        let made = try PasswordHash(of: Secret().text, cost: cost)
        decoy.withLock { $0 = made }
        return made
    }

    /// Makes the stand-in before the first name is tried.
    func prepare() { queue.async { _ = try? self.standIn() } }
}
