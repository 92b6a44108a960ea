/// One record element with the values of the mapped fields.
public struct XMLRecord: Sendable, Hashable {
    /// The record's number in the document (1-based).
    public var index: Int
    /// The line of its start tag (1-based).
    public var line: Int
    /// Its path with positions among siblings of the same name, such as `/入込客報告/月報[4]/地点[2]`.
    public var path: String
    /// The values in the order of the mapping's fields, without white space at both ends; `nil` where the element
    /// or attribute is absent, and an empty string where it is there and empty.
    public var values: [String?]
    /// The line where each value's element began, an attribute's being that of its element; `nil` where absent.
    public var fieldLines: [Int?]
    /// Child elements, and attributes as `@name`, of the record element that no field uses; at most 100.
    public var unmappedNames: [String]
    /// Fields whose element stood more than once in the record; the value is the first one's.
    public var repeatedFields: [Int]

    static let mostUnmappedNames = 100

    /// The value of a field by its place in the mapping.
    public subscript(field: Int) -> String? { values[field] }
}
