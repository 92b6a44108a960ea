import ByteStreams

/// How the ledger looks from outside: a load changes the size or time of its file or of its journal.
public struct LedgerState: Sendable, Hashable {
    private let file: FileStamp
    /// `nil` while the journal holds nothing: one that is merely there was left by a reader.
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

extension LedgerState {
    /// A short text that is the same for equal states: for pages that ask whether they are still up to date.
    public var text: String {
        ContentHash(of: Array("\(file.text) \(journal?.text ?? "")".utf8)).hexadecimal.prefix(16).description
    }
}
