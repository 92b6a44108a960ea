public import Diagnostics

/// A piece of a definition file with its place in the file: what is left of YAML once it is read.
public struct DefinitionNode: Sendable, Hashable {
    /// What the piece is.
    public enum Content: Sendable, Hashable {
        /// A single value as it was written, and whether it stood in quotes.
        case scalar(String, isQuoted: Bool)
        /// A list.
        case sequence([DefinitionNode])
        /// Keys and values in the order of the file.
        case mapping([Entry])
    }

    /// One key of a mapping and its value.
    public struct Entry: Sendable, Hashable {
        /// The key as written.
        public var key: String
        /// Where the key stands.
        public var keyPosition: SourcePosition
        /// What belongs to the key.
        public var value: DefinitionNode

        /// Makes an entry.
        public init(key: String, keyPosition: SourcePosition, value: DefinitionNode) {
            self.key = key
            self.keyPosition = keyPosition
            self.value = value
        }
    }

    /// What the piece is.
    public var content: Content
    /// Where it begins.
    public var position: SourcePosition

    /// Makes a node.
    public init(_ content: Content, at position: SourcePosition) {
        self.content = content
        self.position = position
    }

    /// The text of a scalar.
    public var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// Whether nothing at all was written, not even quotes.
    public var isEmpty: Bool { content == .scalar("", isQuoted: false) }

    /// The members of a list.
    public var members: [DefinitionNode]? {
        if case .sequence(let members) = content { members } else { nil }
    }

    /// The entries of a mapping.
    public var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The value of a key in a mapping.
    public subscript(key: String) -> DefinitionNode? {
        entries?.first { $0.key == key }?.value
    }
}
