import Languages

/// The reference page of a kind of definition file: every key with its meaning, in Markdown, from the shapes.
public struct ReferencePage: Sendable {
    private let kind: DefinitionKind
    private let appendix: String

    /// Makes the page of a kind of file.
    ///
    /// - Parameters:
    ///   - kind: The kind of definition.
    ///   - appendix: Markdown added at the end, such as the stages of a pipeline.
    public init(_ kind: DefinitionKind, appendix: String = "") {
        self.kind = kind
        self.appendix = appendix
    }

    /// The page as Markdown with a final newline.
    public var text: String {
        let shape = kind.shape
        var sections: [String] = []
        Self.describe(shape, at: "", into: &sections)
        let head = """
            # `\(shape.name)`

            \(shape.summary.en)

            \(shape.summary.ja)


            """
        let foot = appendix.isEmpty ? "" : "\n" + appendix
        return head + sections.joined(separator: "\n") + foot
    }

    private static func describe(_ shape: MappingShape, at path: String, into sections: inout [String]) {
        var lines = [
            path.isEmpty ? "## Keys" : "## `\(path)`", "", "| key | required | may be | meaning | 意味 |",
            "| --- | --- | --- | --- | --- |",
        ]
        var inner: [(MappingShape, String)] = []
        for key in shape.keys {
            let required = key.isRequired ? "yes" : ""
            lines.append(
                "| `\(key.key)` | \(required) | \(escaped(word(for: key.shape))) | \(escaped(key.summary.en)) | \(escaped(key.summary.ja)) |"
            )
            let keyPath = path.isEmpty ? key.key : path + "." + key.key
            for mapping in mappings(in: key.shape) where mapping.name != shape.name { inner.append((mapping, keyPath)) }
        }
        sections.append(lines.joined(separator: "\n") + "\n")
        for (mapping, keyPath) in inner { describe(mapping, at: keyPath, into: &sections) }
    }

    private static func mappings(in shape: Shape) -> [MappingShape] {
        switch shape {
        case .mapping(let mapping): [mapping]
        case .list(let member): mappings(in: member)
        case .dictionary(let value): mappings(in: value)
        case .either(let shapes): shapes.flatMap { mappings(in: $0) }
        default: []
        }
    }

    private static func word(for shape: Shape) -> String {
        switch shape {
        case .free: "see below"
        case .text: "text"
        case .bilingual: "`{ ja: …, en: … }`"
        case .integer: "whole number"
        case .number: "number"
        case .boolean: "`true`, `false`"
        case .month: "month, `2013-04`"
        case .choice(let choices): choices.map { "`\($0)`" }.joined(separator: ", ")
        case .list(let member): "list of: " + word(for: member)
        case .dictionary(let value): "name: " + word(for: value)
        case .mapping(let mapping): "keys (\(mapping.name))"
        case .either(let shapes): shapes.map { word(for: $0) }.joined(separator: ", or ")
        }
    }

    private static func escaped(_ text: String) -> String {
        String(text.flatMap { $0 == "|" ? "\\|" : String($0) })
    }
}
