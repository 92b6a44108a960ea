import Diagnostics

/// Builds records out of events: the open elements, and the record that is being filled.
struct XMLRecordAssembler {
    /// Where the text of an open element goes.
    private enum TextTarget {
        case record(field: Int)
        case context(field: Int, base: Int)
    }

    private struct OpenElement {
        var tag: XMLStartTag
        /// Its place among siblings of the same name (1-based); `nil` inside a record, where nobody asks.
        var position: Int?
        var censusNode: Int?
        var childCounts = NameCounts()
        var textTargets: [TextTarget] = []
        /// For fields that climb to this element: the nearest value so far.
        var context: [Int: (text: String, line: Int)] = [:]
        var hasRecords = false
    }

    /// How often each name stood among an element's children.
    private struct NameCounts {
        private var counts: [String: Int] = [:]
        /// The name that stood last, which mostly comes again, and its count.
        private var last = (name: "", count: 0)

        /// Counts a name; `nil` for names beyond the 4,096th, so that names without end take no memory without end.
        mutating func count(_ name: String) -> Int? {
            if name != last.name {
                if last.count > 0 { counts[last.name] = last.count }
                let known = counts[name]
                guard known != nil || counts.count < 4096 else { return nil }
                last = (name, known ?? 0)
            }
            last.count += 1
            return last.count
        }
    }

    private let mapping: XMLRecordMapping
    private let limits: XMLReadingLimits
    private let climbingFields: [Int]
    private let ownFields: [Int]
    private var open: [OpenElement] = []
    private var record: XMLRecord?
    private var recordDepth = 0
    private(set) var census = XMLPathCensus()
    private(set) var elementCount = 0
    private(set) var recordCount = 0
    private(set) var notices: [Diagnostic] = []
    private var fieldsNoticed: Set<Int> = []

    init(mapping: XMLRecordMapping, limits: XMLReadingLimits) {
        self.mapping = mapping
        self.limits = limits
        climbingFields = mapping.fields.indices.filter { mapping.fields[$0].climbs > 0 }
        ownFields = mapping.fields.indices.filter { mapping.fields[$0].climbs == 0 }
    }

    /// The innermost open element, with positions; `nil` outside the root.
    var path: String? {
        guard !open.isEmpty else { return nil }
        return open.enumerated().map { depth, element in
            let position = depth == 0 ? nil : element.position
            return "/" + element.tag.name + (position.map { "[\($0)]" } ?? "")
        }.joined()
    }

    /// Takes one event.
    ///
    /// - Returns: The record that it completes.
    /// - Throws: `XMLReadingError` of kind `nestedRecord` or `textTooLong`.
    mutating func take(_ event: XMLEvent) throws(XMLReadingError) -> XMLRecord? {
        switch event {
        case .start(let tag): try start(tag)
        case .text(let text): try append(text)
        case .end: return end()
        }
        return nil
    }

    private mutating func start(_ tag: XMLStartTag) throws(XMLReadingError) {
        elementCount += 1
        var element = OpenElement(tag: tag)
        element.censusNode = census.enter(tag.name, under: open.isEmpty ? XMLPathCensus.top : open.last?.censusNode)
        if record == nil, !open.isEmpty {
            element.position = open[open.count - 1].childCounts.count(tag.name)
        }
        open.append(element)
        let isRecord = mapping.isRecord(depth: open.count) { open[$0].tag.name }
        if record != nil {
            if isRecord { throw XMLReadingError(.nestedRecord, line: tag.line, detail: tag.name) }
            fillRecord(from: tag)
        } else if isRecord {
            beginRecord(tag)
        }
        if !climbingFields.isEmpty { collectContext(tag) }
    }

    private mutating func append(_ text: String) throws(XMLReadingError) {
        // Text stands only inside an element.
        for target in open[open.count - 1].textTargets {
            let length: Int
            switch target {
            case .record(let field):
                record?.values[field]?.append(text)
                length = record?.values[field]?.utf8.count ?? 0
            case .context(let field, let base):
                open[base].context[field]?.text.append(text)
                length = open[base].context[field]?.text.utf8.count ?? 0
            }
            if length > limits.maximumTextBytes {
                throw XMLReadingError(.textTooLong, line: open.last?.tag.line, limit: limits.maximumTextBytes)
            }
        }
    }

    private mutating func end() -> XMLRecord? {
        defer { open.removeLast() }
        guard var finished = record, open.count == recordDepth else { return nil }
        for field in finished.values.indices { finished.values[field] = finished.values[field]?.trimmedAsXML }
        record = nil
        recordCount += 1
        if !climbingFields.isEmpty {
            for depth in open.indices { open[depth].hasRecords = true }
        }
        return finished
    }

    private mutating func beginRecord(_ tag: XMLStartTag) {
        let count = mapping.fields.count
        recordDepth = open.count
        var new = XMLRecord(
            index: recordCount + 1, line: tag.line, path: path ?? "", values: Array(repeating: nil, count: count),
            fieldLines: Array(repeating: nil, count: count), unmappedNames: [], repeatedFields: [])
        for attribute in tag.attributes where !mapping.usedAttributes.contains(attribute.name) {
            new.addUnmapped("@" + attribute.name)
        }
        for index in climbingFields {
            let field = mapping.fields[index]
            let base = open.count - 1 - field.climbs
            guard base >= 0 else { continue }
            if field.steps.isEmpty, let attribute = field.attribute {
                new.values[index] = open[base].tag[attribute: attribute]
                new.fieldLines[index] = new.values[index] == nil ? nil : open[base].tag.line
            } else if let found = open[base].context[index] {
                new.values[index] = found.text
                new.fieldLines[index] = found.line
            }
        }
        record = new
        for index in ownFields where mapping.fields[index].steps.isEmpty { fill(index, from: tag) }
    }

    /// Takes what an element inside the record holds for its fields.
    private mutating func fillRecord(from tag: XMLStartTag) {
        let distance = open.count - recordDepth
        if distance == 1, !mapping.usedChildren.contains(tag.name) { record?.addUnmapped(tag.name) }
        for index in ownFields where mapping.fields[index].steps.count == distance {
            if stepsMatch(mapping.fields[index].steps) { fill(index, from: tag) }
        }
    }

    private mutating func fill(_ index: Int, from tag: XMLStartTag) {
        let attribute = mapping.fields[index].attribute
        let value = attribute.map { tag[attribute: $0] } ?? ""
        guard let value else { return }
        if record?.values[index] != nil {
            if record?.repeatedFields.contains(index) == false { record?.repeatedFields.append(index) }
            return
        }
        record?.values[index] = value
        record?.fieldLines[index] = tag.line
        if attribute == nil { open[open.count - 1].textTargets.append(.record(field: index)) }
    }

    /// Keeps values that records further down the document climb to.
    private mutating func collectContext(_ tag: XMLStartTag) {
        for index in climbingFields where !mapping.fields[index].steps.isEmpty {
            let field = mapping.fields[index]
            let base = open.count - 1 - field.steps.count
            guard base >= 0, mapping.isAnyDepth || base + 1 == mapping.recordSteps.count - field.climbs,
                stepsMatch(field.steps)
            else { continue }
            let value = field.attribute.map { tag[attribute: $0] } ?? ""
            guard let value else { continue }
            if open[base].hasRecords, open[base].context[index] == nil, fieldsNoticed.insert(index).inserted {
                notices.append(.contextAfterRecords(field: field.name, path: field.path, line: tag.line))
            }
            open[base].context[index] = (value, tag.line)
            if field.attribute == nil {
                open[open.count - 1].textTargets.append(.context(field: index, base: base))
            }
        }
    }

    /// Whether the innermost open elements have these names.
    private func stepsMatch(_ steps: [String]) -> Bool {
        let base = open.count - steps.count
        return steps.indices.reversed().allSatisfy { open[base + $0].tag.name == steps[$0] }
    }
}

extension XMLRecord {
    fileprivate mutating func addUnmapped(_ name: String) {
        if unmappedNames.count < Self.mostUnmappedNames, !unmappedNames.contains(name) { unmappedNames.append(name) }
    }
}

extension String {
    /// The text without XML's white space (space, tab, line ends) at both ends; other spaces may mean something.
    fileprivate var trimmedAsXML: String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
        guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else { return self }
        guard let start = utf8.firstIndex(where: { !isSpace($0) }), let end = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[start...end])
    }
}
