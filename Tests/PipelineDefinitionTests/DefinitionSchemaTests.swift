import FoundationEssentials
import Languages
import PipelineDefinition
import Testing

struct DefinitionSchemaTests {
    @Test(arguments: DefinitionKind.allCases)
    func `a schema is valid JSON that forbids unknown keys`(kind: DefinitionKind) throws {
        let text = DefinitionSchema(kind).text
        let schema = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(schema["$schema"] == .string("https://json-schema.org/draft/2020-12/schema"))
        #expect(schema["type"] == .string("object"))
        #expect(schema["additionalProperties"] == .bool(false))
        #expect(Set(schema["properties"]?.keys ?? []) == Set(kind.shape.keys.map(\.key)))
        #expect(schema["required"] == .array(kind.shape.keys.filter(\.isRequired).map { .string($0.key) }))
        #expect(text.hasSuffix("}\n"))
        #expect(DefinitionSchema(kind).text == text)
    }

    @Test func `stages given by their shapes are the only ones allowed`() throws {
        let text = DefinitionSchema(.pipeline, stages: ["filter": .free]).text
        let schema = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        let items = try #require(schema["properties"]?["stages"]?["items"])
        #expect(items["additionalProperties"] == .bool(false))
        #expect(items["properties"]?.keys == ["filter"])
    }

    @Test func `a choice that looks like a number is allowed with and without quotes`() throws {
        let schema = try JSONDecoder().decode(JSONValue.self, from: Data(DefinitionSchema(.profile).text.utf8))
        let column = try #require(schema["properties"]?["columns"]?["additionalProperties"]?["properties"])
        #expect(
            column["scale"]?["enum"]
                == .array([.string("1"), .number(1), .string("千"), .string("万"), .string("百万"), .string("億"), .string("10億")]))
    }

    @Test(arguments: DefinitionKind.allCases)
    func `the reference page names every key with both its meanings`(kind: DefinitionKind) {
        let page = ReferencePage(kind, appendix: "## More\n").text
        #expect(page.hasPrefix("# `\(kind.shape.name)`\n"))
        #expect(page.hasSuffix("## More\n"))
        for key in Self.keys(in: .mapping(kind.shape), depth: 0) {
            #expect(page.contains("| `\(key.key)` | \(key.isRequired ? "yes" : "") |"))
            #expect(page.contains(key.summary.ja.replacing("|", with: "\\|")))
            #expect(page.contains(key.summary.en.replacing("|", with: "\\|")))
        }
    }

    private static func keys(in shape: Shape, depth: Int) -> [KeyShape] {
        guard depth < 12 else { return [] }
        return switch shape {
        case .mapping(let mapping): mapping.keys + mapping.keys.flatMap { keys(in: $0.shape, depth: depth + 1) }
        case .list(let member), .dictionary(let member): keys(in: member, depth: depth + 1)
        case .either(let shapes): shapes.flatMap { keys(in: $0, depth: depth + 1) }
        default: []
        }
    }
}

/// Any JSON, to look into.
private enum JSONValue: Decodable, Equatable {
    case string(String)
    case number(Double)
    case bool(Bool)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    var keys: [String] {
        if case .object(let members) = self { Array(members.keys) } else { [] }
    }
}
