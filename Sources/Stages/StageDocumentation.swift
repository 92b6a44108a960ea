public import Languages

/// What may be written below a stage's key.
public struct StageDocumentation: Sendable, Hashable {
    /// A key and what belongs to it.
    public struct Parameter: Sendable, Hashable {
        /// The key; for keys that the writer chooses, a placeholder such as `name`.
        public let name: String
        /// What is written there.
        public let shape: Shape
        /// Whether it must be there.
        public let isRequired: Bool
        /// What it means.
        public let summary: BilingualText

        /// Makes a parameter.
        public init(_ name: String, _ shape: Shape, isRequired: Bool = true, summary: BilingualText) {
            self.name = name
            self.shape = shape
            self.isRequired = isRequired
            self.summary = summary
        }
    }

    /// The form of a value, as a schema for editors needs it.
    public indirect enum Shape: Sendable, Hashable {
        /// An expression that gives yes or no.
        case condition
        /// An expression of any type.
        case expression
        /// A column of the input.
        case column
        /// One of the functions that add rows up, such as `sum(persons)`.
        case aggregate
        /// `{ ja: …, en: … }`.
        case bilingualText
        /// A list.
        case list(of: Shape)
        /// A mapping with known keys, and perhaps with keys that the writer chooses.
        case mapping([Parameter], others: Parameter?)
        /// Either of several forms.
        case oneOf([Shape])
    }

    /// What the stage does, in a few sentences.
    public let text: BilingualText
    /// What is written below the key.
    public let shape: Shape
    /// An example in YAML, one list element.
    public let example: String

    /// Makes a documentation.
    public init(text: BilingualText, shape: Shape, example: String) {
        self.text = text
        self.shape = shape
        self.example = example
    }
}
