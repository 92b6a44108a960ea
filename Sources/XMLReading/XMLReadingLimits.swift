/// How much of a document is read before it counts as hostile or damaged.
///
/// The defaults are far above any report an office sends and far below what hurts. A document over a limit ends
/// with an error that names the limit; what came before it is still delivered.
public struct XMLReadingLimits: Sendable, Hashable {
    /// Elements inside one another, the root being the first.
    public var maximumDepth: Int
    /// UTF-8 bytes of one text, one attribute value, or one tag or comment.
    public var maximumTextBytes: Int
    /// Attributes on one element.
    public var maximumAttributes: Int

    /// Makes limits; each has a default.
    public init(maximumDepth: Int = 128, maximumTextBytes: Int = 1 << 20, maximumAttributes: Int = 256) {
        self.maximumDepth = maximumDepth
        self.maximumTextBytes = maximumTextBytes
        self.maximumAttributes = maximumAttributes
    }
}
