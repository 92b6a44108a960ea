/// Which elements of a document are records, and where each field's value stands.
///
/// Names are local names: prefixes in the document do not matter and are not written here.
///
/// - The **record path** goes from the root, `入込客報告/月報/地点`; `*` is any name for one step; a leading `//`
///   finds the first step at any depth.
/// - A **field path** goes from the record: `@attribute`, `child`, `child/grandchild`, `child/@attribute`, `.` (the
///   record's own text). `../` climbs: `../@attribute`, `../../@attribute`, `../sibling`. A value found by climbing
///   is the nearest one before the record, since the document is read once, from front to back.
public struct XMLRecordMapping: Sendable, Hashable {
    /// A field's path, taken apart.
    struct Field: Sendable, Hashable {
        var name: String
        var path: String
        /// How far above the record the steps begin.
        var climbs: Int
        /// Element names on the way down.
        var steps: [String]
        /// The attribute at the end; `nil` for the element's own text.
        var attribute: String?
    }

    /// The record path as it was written.
    public let recordPath: String
    /// The names of the fields, in the order of an `XMLRecord`'s values.
    public var fieldNames: [String] { fields.map(\.name) }

    let recordSteps: [String]
    let isAnyDepth: Bool
    let fields: [Field]
    /// What the fields use of the record element itself.
    let usedChildren: Set<String>
    let usedAttributes: Set<String>

    /// Makes a mapping.
    ///
    /// - Throws: `XMLMappingError` for the first path that cannot be understood.
    public init(recordPath: String, fields: [(name: String, path: String)]) throws(XMLMappingError) {
        self.recordPath = recordPath
        (isAnyDepth, recordSteps) = try Self.parseRecordPath(recordPath)
        var parsed: [Field] = []
        for (name, path) in fields {
            let field = try Self.parseField(name: name, path: path)
            func refuse(_ reason: XMLMappingError.Reason) -> XMLMappingError {
                XMLMappingError(field: name, path: path, reason: reason)
            }
            if parsed.contains(where: { $0.name == name }) { throw refuse(.duplicateField) }
            if !isAnyDepth, field.climbs >= recordSteps.count { throw refuse(.aboveRoot) }
            parsed.append(field)
        }
        self.fields = parsed
        let own = parsed.filter { $0.climbs == 0 }
        usedChildren = Set(own.compactMap(\.steps.first))
        usedAttributes = Set(own.filter(\.steps.isEmpty).compactMap(\.attribute))
    }

    /// Whether the last of some open elements, named from the root, is a record.
    func isRecord(depth: Int, nameAt: (Int) -> String) -> Bool {
        guard isAnyDepth ? depth >= recordSteps.count : depth == recordSteps.count else { return false }
        let base = depth - recordSteps.count
        // The last step differs most often.
        for (place, step) in recordSteps.enumerated().reversed() where step != "*" && step != nameAt(base + place) {
            return false
        }
        return true
    }
}
