import ByteStreams

/// How much of a document is read before it counts as hostile or damaged.
///
/// The defaults are far above any report an office sends and far below what hurts. A document over a limit ends
/// with an error that names the limit; what came before it is still delivered. In brackets, the name by which
/// messages call a limit and a profile sets it.
public struct XMLReadingLimits: Sendable, Hashable {
    /// Elements inside one another, the root being the first (`depth`): 128 unless set.
    public var maximumDepth: Int
    /// UTF-8 bytes of one text, one attribute value, or one tag or comment (`text-bytes`): 1 MiB unless set.
    public var maximumTextBytes: Int
    /// Attributes on one element (`attributes`): 256 unless set.
    public var maximumAttributes: Int
    /// How many times its size a gzip file may grow to (`inflation`): 250 unless set.
    public var maximumInflation: Int

    /// Makes limits; `nil` asks for what is usual.
    public init(
        maximumDepth: Int? = nil, maximumTextBytes: Int? = nil, maximumAttributes: Int? = nil,
        maximumInflation: Int? = nil
    ) {
        self.maximumDepth = maximumDepth ?? 128
        self.maximumTextBytes = maximumTextBytes ?? 1 << 20
        self.maximumAttributes = maximumAttributes ?? 256
        self.maximumInflation = maximumInflation ?? ContentChunks.defaultMaximumInflation
    }
}
