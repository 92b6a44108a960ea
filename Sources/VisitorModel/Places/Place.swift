public import Languages

/// Somewhere counts are taken, in a tree from the prefecture down to a gate.
public struct Place: Sendable, Hashable, Identifiable {
    /// What sort of place it is.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The whole country, for national figures that ours are set beside.
        case country
        case prefecture
        case municipality
        /// What the organisation answers for.
        case destination
        case area
        case spot
        case gate
        /// 行祭事・イベント: counted beside spots, never inside one.
        case event
    }

    /// A stable identifier in lower case with hyphens: `akiyoshi-do`.
    public let id: String
    /// The place's names.
    public let names: BilingualText
    /// What sort of place it is.
    public let kind: Kind
    /// The place it lies in; `nil` for a root.
    public let parent: String?
    /// Other spellings that files use, matched after normalisation.
    public let aliases: [String]
    /// An official code, such as the municipality code 35213.
    public let code: String?

    /// Makes a place.
    public init(
        id: String, names: BilingualText, kind: Kind, parent: String? = nil, aliases: [String] = [], code: String? = nil
    ) {
        self.id = id
        self.names = names
        self.kind = kind
        self.parent = parent
        self.aliases = aliases
        self.code = code
    }
}
