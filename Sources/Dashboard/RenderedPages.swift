import HummingbirdCore
import NIOCore
import Synchronization
import Workspace

/// A page as it is sent, cut where what differs from one visitor to the next stands.
struct RenderedPage: Sendable {
    /// What stands before who is logged in.
    let before: ByteBuffer
    /// What stands after.
    let after: ByteBuffer
    /// Both, for pages that nobody logs in to see.
    let whole: ByteBuffer

    init(before: Markup, after: Markup) {
        self.before = ByteBuffer(string: before.text)
        self.after = ByteBuffer(string: after.text)
        whole = ByteBuffer(string: before.text + after.text)
    }

    /// The page for a visitor.
    func body(for bar: Markup) -> ResponseBody {
        guard !bar.text.isEmpty else { return ResponseBody(byteBuffer: whole) }
        return ResponseBody(contentsOf: [before, ByteBuffer(string: bar.text), after])
    }
}

/// The pages of the navigation as they were last sent, for one state of the ledger.
final class RenderedPages: Sendable {
    /// No more pages are kept than a meeting looks at; the address decides how many there could be.
    static let limit = 64

    private struct Kept {
        var ledger: LedgerState?
        var pages: [PageAddress: RenderedPage] = [:]
    }

    private let kept = Mutex(Kept())

    /// The page of an address, when the ledger is as it was.
    func page(at address: PageAddress, _ ledger: LedgerState) -> RenderedPage? {
        kept.withLock { $0.ledger == ledger ? $0.pages[address] : nil }
    }

    /// Keeps a page that was drawn up from a state of the ledger.
    func keep(_ page: RenderedPage, at address: PageAddress, _ ledger: LedgerState) {
        kept.withLock { kept in
            if kept.ledger != ledger || kept.pages.count >= Self.limit { kept.pages = [:] }
            kept.ledger = ledger
            kept.pages[address] = page
        }
    }
}
