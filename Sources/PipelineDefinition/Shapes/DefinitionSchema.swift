import FoundationEssentials
import Languages

/// The JSON Schema of a kind of definition file, for editors that check and complete YAML.
public struct DefinitionSchema: Sendable {
    private let shape: MappingShape
    private let extraDefinitions: [String: Shape]

    /// Makes the schema of a kind of file.
    ///
    /// - Parameters:
    ///   - kind: The kind of definition.
    ///   - stages: The shapes of a pipeline's stages by key, where the kind is a pipeline.
    public init(_ kind: DefinitionKind, stages: [String: Shape] = [:]) {
        shape = kind.shape
        extraDefinitions = stages
    }

    /// The schema as indented JSON (draft 2020-12) with a final newline; the same bytes every time.
    public var text: String {
        guard case .object(var members) = Self.tree(.mapping(shape)) else { return "" }
        members["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
        members["title"] = .text("\(shape.name): \(shape.summary.en) / \(shape.summary.ja)")
        if !extraDefinitions.isEmpty, case .object(var properties)? = members["properties"] {
            properties["stages"] = stagesTree(of: properties["stages"])
            members["properties"] = .object(properties)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(SchemaTree.object(members)) else { return "" }
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }

    private func stagesTree(of described: SchemaTree?) -> SchemaTree {
        var members: [String: SchemaTree] = [:]
        if case .object(let known)? = described { members = known }
        members["type"] = .text("array")
        members["items"] = .object([
            "type": .text("object"), "minProperties": .number(1), "maxProperties": .number(1),
            "additionalProperties": .boolean(false),
            "properties": .object(extraDefinitions.mapValues { Self.tree($0) }),
        ])
        return .object(members)
    }

    private static func tree(_ shape: Shape) -> SchemaTree {
        switch shape {
        case .free: .object([:])
        case .text: .object(["type": .list([.text("string"), .text("number")])])
        case .integer: .object(["type": .text("integer")])
        case .number: .object(["type": .text("number")])
        case .boolean: .object(["type": .text("boolean")])
        case .month: .object(["type": .text("string"), "pattern": .text("^[0-9]{4}-[0-9]{2}$")])
        case .choice(let choices): .object(["enum": .list(choices.flatMap(choiceTrees))])
        case .bilingual:
            .object([
                "type": .text("object"), "additionalProperties": .boolean(false),
                "required": .list([.text("ja"), .text("en")]),
                "properties": .object(["ja": tree(.text), "en": tree(.text)]),
            ])
        case .list(let member): .object(["type": .text("array"), "items": tree(member)])
        case .dictionary(let value): .object(["type": .text("object"), "additionalProperties": tree(value)])
        case .either(let shapes): .object(["anyOf": .list(shapes.map(tree))])
        case .mapping(let mapping): mappingTree(mapping)
        }
    }

    /// YAML reads an unquoted `1` as a number, so a choice of that name must allow both.
    private static func choiceTrees(_ choice: String) -> [SchemaTree] {
        [.text(choice)] + (Int(choice).map { [.number($0)] } ?? [])
    }

    private static func mappingTree(_ mapping: MappingShape) -> SchemaTree {
        var properties: [String: SchemaTree] = [:]
        for key in mapping.keys {
            guard case .object(var members) = tree(key.shape) else { continue }
            members["description"] = .text("\(key.summary.en) / \(key.summary.ja)")
            properties[key.key] = .object(members)
        }
        return .object([
            "type": .text("object"), "additionalProperties": .boolean(false),
            "required": .list(mapping.keys.filter(\.isRequired).map { .text($0.key) }),
            "properties": .object(properties),
        ])
    }
}

private indirect enum SchemaTree: Encodable {
    case text(String)
    case number(Int)
    case boolean(Bool)
    case list([SchemaTree])
    case object([String: SchemaTree])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .boolean(let value): try container.encode(value)
        case .list(let members): try container.encode(members)
        case .object(let members): try container.encode(members)
        }
    }
}
