import Dispatch
import Synchronization

/// Does work that takes long one after another on a thread of its own, so that what is quick need not wait for it.
///
/// The threads that answer requests are as many as the machine has cores: two questions that take long would keep
/// everybody else, even whoever asks whether the server is well, from being answered.
final class WorkDesk: Sendable {
    /// Too many are waiting already.
    struct TooMany: Error {}

    private let queue: DispatchQueue
    private let longestQueue: Int
    private let waiting = Mutex(0)

    /// A desk.
    ///
    /// - Parameters:
    ///   - label: What the thread is called.
    ///   - longestQueue: Nobody waits behind more than so many others.
    init(_ label: String, longestQueue: Int) {
        queue = DispatchQueue(label: "dmo." + label)
        self.longestQueue = longestQueue
    }

    /// Does something when it is its turn.
    ///
    /// - Throws: ``TooMany``, or what the work throws.
    func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        let mayWait = waiting.withLock { count in
            guard count < longestQueue else { return false }
            count += 1
            return true
        }
        guard mayWait else { throw TooMany() }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }

    /// Does something when nobody waits for it.
    func run(later work: @escaping @Sendable () -> Void) { queue.async { work() } }
}
