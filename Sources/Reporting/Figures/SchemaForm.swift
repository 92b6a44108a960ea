/// The pieces JSON Schemas are written with.
enum SchemaForm {
    static let bilingual = object([.init("ja", ["type": "string"]), .init("en", ["type": "string"])])
    static let nothing: JSONValue = ["type": "null"]

    /// A whole document of a named schema.
    static func document(_ name: String, _ description: String, _ properties: [JSONValue.Member]) -> JSONValue {
        let members = [JSONValue.Member("schema", ["const": .string(name)])] + properties
        return .object([
            .init("$schema", "https://json-schema.org/draft/2020-12/schema"), .init("title", .string(name)),
            .init("description", .string(description)), .init("type", "object"),
            .init("required", .array(members.map { .string($0.key) })), .init("additionalProperties", false),
            .init("properties", .object(members)),
        ])
    }

    /// An object that has all of its members and no others.
    static func object(_ properties: [JSONValue.Member]) -> JSONValue {
        [
            "type": "object", "required": .array(properties.map { .string($0.key) }), "additionalProperties": false,
            "properties": .object(properties),
        ]
    }

    static func list(of item: JSONValue) -> JSONValue { ["type": "array", "items": item] }

    static func oneOf(_ names: [String]) -> JSONValue { ["enum": .array(names.map(JSONValue.string))] }

    static func either(_ first: JSONValue, _ second: JSONValue) -> JSONValue { ["anyOf": [first, second]] }

    static func text(_ description: String) -> JSONValue {
        ["type": "string", "description": .string(description)]
    }

    static func optionalText(_ description: String) -> JSONValue {
        ["type": ["string", "null"], "description": .string(description)]
    }

    static func whole(_ description: String) -> JSONValue {
        ["type": "integer", "description": .string(description)]
    }

    /// An exact decimal number as text, or null where there is none.
    static func decimal(_ description: String) -> JSONValue { optionalText(description) }

    static func yesOrNo(_ description: String) -> JSONValue {
        ["type": "boolean", "description": .string(description)]
    }
}
