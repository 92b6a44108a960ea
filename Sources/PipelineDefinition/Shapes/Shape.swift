public import Languages

/// What may stand at a place of a definition file.
///
/// One description serves three readers: the checker that refuses mistakes, the JSON Schema for editors, and the
/// reference page for people. So the three cannot disagree.
public indirect enum Shape: Sendable, Hashable {
    /// Any text.
    case text
    /// A text in both languages: `{ ja: …, en: … }`.
    case bilingual
    /// A whole number.
    case integer
    /// A number with or without decimals.
    case number
    /// `true` or `false`.
    case boolean
    /// A month, `2013-04`.
    case month
    /// One of a few words.
    case choice([String])
    /// A list whose members have one shape.
    case list(Shape)
    /// Keys of the author's choosing whose values have one shape.
    case dictionary(Shape)
    /// Keys that are known.
    case mapping(MappingShape)
    /// One of several shapes.
    case either([Shape])
    /// Anything; somebody else checks it.
    case free
}

/// The keys a mapping may have.
public struct MappingShape: Sendable, Hashable {
    /// What the mapping is called in messages and in the JSON Schema.
    public var name: String
    /// What it describes.
    public var summary: BilingualText
    /// The keys, in the order an author would write them.
    public var keys: [KeyShape]

    /// Describes a mapping.
    public init(_ name: String, _ summary: BilingualText, keys: [KeyShape]) {
        self.name = name
        self.summary = summary
        self.keys = keys
    }
}

/// One key of a mapping.
public struct KeyShape: Sendable, Hashable {
    /// The key as written.
    public var key: String
    /// What may stand behind it.
    public var shape: Shape
    /// Whether it must be there.
    public var isRequired: Bool
    /// What it means.
    public var summary: BilingualText

    /// Describes a key, with its meaning in Japanese and in English.
    public init(_ key: String, _ shape: Shape, required: Bool = false, _ ja: String, _ en: String) {
        self.key = key
        self.shape = shape
        isRequired = required
        summary = BilingualText(ja: ja, en: en)
    }
}
