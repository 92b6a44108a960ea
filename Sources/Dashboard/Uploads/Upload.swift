import Accounts
import ByteStreams
import Ingestion
import PipelineRuntime
import VisitorLedger
import Workspace

/// A file that somebody sent, and what it would do.
struct Upload: Sendable {
    /// Where it is on its way.
    enum State: Sendable {
        /// Shown, and not decided.
        case shown
        /// Being loaded.
        case loading
        /// In the ledger, as a load of this number.
        case loaded(Int)
    }

    /// Its secret name in addresses and on disk.
    let id: String
    /// The number of the account that sent it: nobody else sees it.
    let owner: Int
    /// What it is called.
    let name: String
    /// Where it lies.
    let path: String
    /// In bytes.
    let size: Int
    /// When it was sent.
    let sentAt: Timestamp
    /// The pipeline that was asked for; `nil` to find its own.
    let pipeline: String?
    var preview: LoadPreview
    /// What the ledger was when the preview was made.
    var ledger: LedgerState
    var state = State.shown
    /// Whether the preview was made anew because the ledger had changed.
    var isRenewed = false

    /// What became of the file in the preview.
    var report: FileLoadReport? { preview.reports.first }

    /// The bytes' hash as they were read for the preview.
    var hash: ContentHash? { report?.result?.outcome.hash }

    /// Whether it can be loaded: it was read, and is not in the ledger already.
    var isLoadable: Bool {
        if case .loaded = report?.fate, case .shown = state { true } else { false }
    }

    /// What the log calls it.
    var subject: String { name + (hash.map { " sha256:" + $0.hexadecimal.prefix(16) } ?? "") + " \(size) bytes" }
}
