/// A JSON value whose object keys keep their order.
public enum JSONValue: Sendable, Hashable {
    /// One key of an object with its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public let key: String
        /// What it holds.
        public let value: JSONValue

        /// A member.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// Members in the order they are written; keys should differ.
    case object([Member])
    /// Values in order.
    case array([JSONValue])
    /// Text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// An exact decimal number, written as a string so that no reader turns it into a binary fraction.
    case decimal(String)
    /// Yes or no.
    case bool(Bool)
    /// Known to be absent.
    case null

    /// Text, or null where there is none.
    public static func optional(_ text: String?) -> JSONValue {
        text.map(JSONValue.string) ?? .null
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// Text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// Yes or no.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Values in order.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Members in the order written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map(Member.init)) }
    /// Absent.
    public init(nilLiteral: ()) { self = .null }
}
