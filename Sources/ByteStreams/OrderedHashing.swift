import Crypto
import Synchronization

/// Hashes pieces of a file in their order, in whichever task they arrive.
///
/// For a reader that has more to do than hashing: whoever works on a piece anyway hashes it, on another core. A piece
/// that comes early waits for the ones before it, which somebody already has in hand.
public final class OrderedHashing: Sendable {
    private struct State {
        var hasher = SHA256()
        var next = 0
        var waiting: [Int: [[UInt8]]] = [:]
    }

    private let state = Mutex(State())

    /// A hash of no pieces yet.
    public init() {}

    /// Takes a piece.
    ///
    /// - Parameters:
    ///   - chunks: Its bytes.
    ///   - index: Its place among the pieces, from 0; each place comes once.
    public func take(_ chunks: [[UInt8]], at index: Int) {
        state.withLock { state in
            state.waiting[index] = chunks
            while let chunks = state.waiting.removeValue(forKey: state.next) {
                for chunk in chunks { state.hasher.update(data: chunk) }
                state.next += 1
            }
        }
    }

    /// The hash of the pieces taken; `nil` while one is missing.
    public var hash: ContentHash? {
        state.withLock { $0.waiting.isEmpty ? ContentHash(digest: $0.hasher.finalize()) : nil }
    }
}
