/// How much of a hostile or broken file is put up with before it is said to be so.
public struct CSVReadingLimits: Sendable, Hashable {
    /// The longest cell that is decoded, in bytes: 1 MiB unless set.
    public var maximumCellBytes: Int
    /// The longest record, in bytes: 16 MiB unless set; it bounds the memory a reader takes.
    public var maximumRecordBytes: Int
    /// The most cells a record may have: 16,384 unless set, as many as a worksheet of Excel.
    public var maximumColumns: Int

    /// Makes limits; a value below 1 counts as 1.
    public init(
        maximumCellBytes: Int = 1 << 20, maximumRecordBytes: Int = 16 << 20, maximumColumns: Int = 16_384
    ) {
        self.maximumCellBytes = max(1, maximumCellBytes)
        self.maximumRecordBytes = max(1, maximumRecordBytes)
        self.maximumColumns = max(1, maximumColumns)
    }
}
