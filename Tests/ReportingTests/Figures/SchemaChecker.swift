import Reporting

/// Checks a JSON value against the parts of JSON Schema that our schemas use; lists what does not fit, by path.
func violations(of value: JSONValue, against schema: JSONValue, at path: String = "$") -> [String] {
    if let choices = schema["anyOf"]?.items {
        return choices.contains { violations(of: value, against: $0, at: path).isEmpty } ? [] : ["\(path): no choice fits"]
    }
    var found: [String] = []
    if let constant = schema["const"], constant != value { found.append("\(path): is not the constant") }
    if let choices = schema["enum"]?.items, !choices.contains(value) { found.append("\(path): is not in the list") }
    if let type = schema["type"] {
        let types = type.items ?? [type]
        if !types.contains(.string(value.typeName)) { found.append("\(path): is \(value.typeName)") }
    }
    if case .integer(let number) = value, case .integer(let least)? = schema["minimum"], number < least {
        found.append("\(path): is below \(least)")
    }
    if case .object(let members) = value {
        let keys = members.map(\.key)
        for case .string(let key) in schema["required"]?.items ?? [] where !keys.contains(key) {
            found.append("\(path).\(key): is lacking")
        }
        for member in members {
            if let inner = schema["properties"]?[member.key] {
                found += violations(of: member.value, against: inner, at: "\(path).\(member.key)")
            } else if schema["additionalProperties"] == .bool(false) {
                found.append("\(path).\(member.key): is not in the schema")
            }
        }
    }
    if let inner = schema["items"], let items = value.items {
        for (index, item) in items.enumerated() { found += violations(of: item, against: inner, at: "\(path)[\(index)]") }
    }
    return found
}

extension JSONValue {
    /// The value of a key.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The values of an array.
    var items: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    fileprivate var typeName: String {
        switch self {
        case .object: "object"
        case .array: "array"
        // A decimal is written as text.
        case .string, .decimal: "string"
        case .integer: "integer"
        case .bool: "boolean"
        case .null: "null"
        }
    }
}
