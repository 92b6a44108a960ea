public import ByteStreams
public import Diagnostics

/// What reading one file came to, known when the last batch has been taken.
public struct IngestionOutcome: Sendable, Hashable {
    /// How many held rows are kept with their text; more are counted.
    public static let heldLimit = 100_000
    /// How many notices and warnings are kept.
    public static let noteLimit = 1_000

    /// What became of every row.
    public var account = RowAccount()
    /// The rows kept aside, in the order of the file.
    public var held: [HeldEntry] = []
    /// Notices and warnings: nothing was kept aside because of them.
    public var notes: [Diagnostic] = []
    /// How many notices and warnings came after those kept.
    public var unkeptNoteCount = 0
    /// Why the document ended before its end; everything it gave must then be held.
    public var truncation: Diagnostic?
    /// The hash of the file's bytes.
    public var hash: ContentHash
    /// The file's size.
    public var byteCount: Int

    /// The outcome of a file of which no row has been read yet.
    public init(hash: ContentHash, byteCount: Int) {
        self.hash = hash
        self.byteCount = byteCount
    }

    /// Adds a notice or warning.
    public mutating func note(_ diagnostic: Diagnostic) {
        if notes.count < Self.noteLimit { notes.append(diagnostic) } else { unkeptNoteCount += 1 }
    }

    /// Keeps a row aside.
    mutating func hold(_ entry: HeldEntry) {
        account.hold()
        if held.count < Self.heldLimit { held.append(entry) }
    }
}
