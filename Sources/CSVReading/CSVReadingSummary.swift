public import ByteStreams

/// What a reader learnt about a file that it has read to the end.
public struct CSVReadingSummary: Sendable, Hashable {
    /// The hash of the file's bytes.
    public let hash: ContentHash
    /// The file's size in bytes.
    public let byteCount: Int
    /// How many records it has, blank lines included: the row number of the last one.
    public let recordCount: Int
    /// The line ends that ended records.
    public let lineEnds: Set<LineEnd>
    /// The encoding it was read in.
    public let encoding: TextEncoding
    /// Whether somebody declared the encoding; otherwise it was detected.
    public let encodingWasDeclared: Bool
    /// Whether it begins with a byte order mark.
    public let hasByteOrderMark: Bool
    /// The dialect it was read in.
    public let dialect: CSVDialect
    /// Whether somebody declared the delimiter; otherwise it was detected.
    public let delimiterWasDeclared: Bool
}
