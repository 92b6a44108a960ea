extension XMLRecordMapping {
    static func parseRecordPath(_ path: String) throws(XMLMappingError) -> (isAnyDepth: Bool, steps: [String]) {
        func refuse(_ reason: XMLMappingError.Reason) -> XMLMappingError {
            XMLMappingError(field: nil, path: path, reason: reason)
        }
        let isAnyDepth = path.hasPrefix("//")
        let trimmed = path.dropFirst(isAnyDepth ? 2 : path.hasPrefix("/") ? 1 : 0)
        var steps: [String] = []
        for step in trimmed.split(separator: "/", omittingEmptySubsequences: false) {
            if step.isEmpty { throw refuse(trimmed.contains("//") ? .anyDepthInside : .emptyStep) }
            guard step == "*" || isName(step) else { throw refuse(.badStep(String(step))) }
            steps.append(String(step))
        }
        if steps.isEmpty { throw refuse(.emptyStep) }
        return (isAnyDepth, steps)
    }

    static func parseField(name: String, path: String) throws(XMLMappingError) -> Field {
        func refuse(_ reason: XMLMappingError.Reason) -> XMLMappingError {
            XMLMappingError(field: name, path: path, reason: reason)
        }
        var field = Field(name: name, path: path, climbs: 0, steps: [], attribute: nil)
        if path == "." { return field }
        for step in path.split(separator: "/", omittingEmptySubsequences: false) {
            if step.isEmpty { throw refuse(.emptyStep) }
            if field.attribute != nil { throw refuse(.attributeInside) }
            if step == ".." {
                guard field.steps.isEmpty else { throw refuse(.parentInside) }
                field.climbs += 1
            } else if step.hasPrefix("@"), isName(step.dropFirst()) {
                field.attribute = String(step.dropFirst())
            } else if isName(step) {
                field.steps.append(String(step))
            } else {
                throw refuse(.badStep(String(step)))
            }
        }
        if field.steps.isEmpty, field.attribute == nil { throw refuse(field.climbs > 0 ? .parentAlone : .emptyStep) }
        return field
    }

    /// Whether a step can be a local name; the signs of XPath and prefixes cannot.
    private static func isName(_ step: Substring) -> Bool {
        guard let first = step.unicodeScalars.first, first != "-", first != ".", !("0"..."9").contains(first) else {
            return false
        }
        return step.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x7F
                ? !scalar.properties.isWhitespace
                : scalar == "_" || scalar == "-" || scalar == "." || scalar.properties.isAlphabetic
                    || ("0"..."9").contains(scalar)
        }
    }
}
