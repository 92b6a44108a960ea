/// A warning that holds for the whole document and is repeated on each printed page.
public struct ReportBanner: Sendable, Hashable {
    /// Why the document must be read with care.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The data are made up to show how the report looks.
        case illustrative
        /// Reports are missing, so totals are lower than they will be.
        case incomplete
        /// Nobody has approved the document yet.
        case draft
    }

    /// Why the document must be read with care.
    public var kind: Kind
    /// The warning in a sentence; pages cut it at 200 characters.
    public var text: String

    /// A warning; the renderers put the name of its kind before it.
    public init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}
