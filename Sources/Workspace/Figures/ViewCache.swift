import Synchronization
import VisitorLedger

/// The view that was read last: a command often wants the same counts twice.
///
/// A view is told by what was asked and by the ledger's own account of what counts, so an old one never stands for new
/// counts.
final class ViewCache: Sendable {
    struct Key: Sendable, Hashable {
        var query: ObservationQuery
        var asOf: Timestamp?
        var state: CountedState
    }

    private let last = Mutex<(key: Key, view: LedgerView)?>(nil)

    func view(for key: Key) -> LedgerView? {
        last.withLock { $0.flatMap { $0.key == key ? $0.view : nil } }
    }

    func keep(_ view: LedgerView, for key: Key) { last.withLock { $0 = (key, view) } }
}
