/// Something a reader should know about the figures around it.
public struct ReportNotice: Sendable, Hashable {
    /// How much it weighs.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Good to know.
        case information
        /// A figure must be read with care.
        case caution
        /// A figure is wrong or missing until something is done.
        case problem
    }

    /// How much it weighs.
    public var kind: Kind
    /// What is the matter.
    public var text: String
    /// What can be done about it, if anything.
    public var remedy: String?
    /// The figure concerned, if it is one.
    public var figureID: String?

    /// A notice.
    public init(kind: Kind, text: String, remedy: String? = nil, figureID: String? = nil) {
        self.kind = kind
        self.text = text
        self.remedy = remedy
        self.figureID = figureID
    }
}
