/// How the ledger looks from outside: a load changes the size or time of its file or of its journal.
public struct LedgerState: Sendable, Hashable {
    private let file: FileStamp
    private let journal: FileStamp?

    init(path: String) {
        file = FileStamp(path: path)
        // Whoever reads makes an empty journal where there is none: that records nothing.
        let stamp = FileStamp(path: path + "-wal")
        journal = stamp.isEmpty ? nil : stamp
    }
}

extension Workspace {
    /// The ledger's present state; equal states mean that nothing was recorded in between.
    public var ledgerState: LedgerState { LedgerState(path: folder.ledgerPath) }
}
