/// One thing in an XML document, in the order of the document.
public enum XMLEvent: Sendable, Hashable {
    /// An element begins.
    case start(XMLStartTag)
    /// Text between two tags in one piece: character data, CDATA sections and character references joined,
    /// comments left out. Text of white space only is not reported.
    case text(String)
    /// An element ends, at a line (1-based).
    case end(name: String, line: Int)
}

/// The start tag of an element.
public struct XMLStartTag: Sendable, Hashable {
    /// The name without its prefix.
    public var name: String
    /// The namespace, when there is one; prefixes are the writer's whim and are not kept.
    public var namespace: String?
    /// The attributes in the order of the document, without namespace declarations.
    public var attributes: [XMLAttribute]
    /// The line of the `<` (1-based).
    public var line: Int

    /// Makes a start tag.
    public init(name: String, namespace: String? = nil, attributes: [XMLAttribute] = [], line: Int) {
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.line = line
    }

    /// The value of an attribute by its local name; of two that differ by namespace, the one without.
    public subscript(attribute name: String) -> String? {
        var other: String?
        for attribute in attributes where attribute.name == name {
            if attribute.namespace == nil { return attribute.value }
            if other == nil { other = attribute.value }
        }
        return other
    }
}

/// One attribute of an element.
public struct XMLAttribute: Sendable, Hashable {
    /// The name without its prefix.
    public var name: String
    /// The namespace, which only a prefixed attribute has.
    public var namespace: String?
    /// The value, references resolved.
    public var value: String

    /// Makes an attribute.
    public init(name: String, namespace: String? = nil, value: String) {
        self.name = name
        self.namespace = namespace
        self.value = value
    }
}
