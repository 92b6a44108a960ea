import ByteStreams

/// How much of a hostile or broken file is put up with before it is said to be so.
///
/// In brackets, the name by which messages call a limit and a profile sets it.
public struct CSVReadingLimits: Sendable, Hashable {
    /// The longest cell that is decoded, in bytes (`cell-bytes`): 1 MiB unless set.
    public var maximumCellBytes: Int
    /// The longest record, in bytes (`row-bytes`): 16 MiB unless set; it bounds the memory a reader takes.
    public var maximumRecordBytes: Int
    /// The most cells a record may have (`columns`): 16,384 unless set, as many as a worksheet of Excel.
    public var maximumColumns: Int
    /// How many times its size a gzip file may grow to (`inflation`): 250 unless set.
    public var maximumInflation: Int

    /// Makes limits; `nil` asks for what is usual, a value below 1 counts as 1.
    public init(
        maximumCellBytes: Int? = nil, maximumRecordBytes: Int? = nil, maximumColumns: Int? = nil,
        maximumInflation: Int? = nil
    ) {
        self.maximumCellBytes = max(1, maximumCellBytes ?? 1 << 20)
        self.maximumRecordBytes = max(1, maximumRecordBytes ?? 16 << 20)
        self.maximumColumns = max(1, maximumColumns ?? 16_384)
        self.maximumInflation = max(1, maximumInflation ?? ContentChunks.defaultMaximumInflation)
    }
}
