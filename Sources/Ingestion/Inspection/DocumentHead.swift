import ByteStreams
import Diagnostics
import Languages
import OfficeTables
import XMLReading

/// The first records of an XML document nobody has described, laid out as a sheet: a column for each field.
struct DocumentHead {
    /// The field paths, then a row for each record.
    private(set) var rows: [[String]] = []
    /// The path to one record, as a profile says it.
    private(set) var recordPath: String?
    private(set) var findings: [FileInspection.Finding] = []
    /// What kind of statistical message the root names; `nil` for any other document.
    private(set) var messageFormat: String?

    private static let mostElements = 20_000

    /// Whether a file begins as XML does.
    static func looksLikeXML(_ file: SourceFile) -> Bool {
        guard var chunks = try? FileByteChunks(path: file.path, displayName: file.displayName),
            let first = (try? chunks.next()) ?? nil
        else { return false }
        let skipped: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00]
        return first.first { !skipped.contains($0) } == UInt8(ascii: "<")
    }

    init(_ file: SourceFile) throws(DiagnosticsError) {
        do throws(XMLReadingError) {
            var shapes = ElementShapes()
            try Self.walk(file) { shapes.take($0, $1) }
            messageFormat = Self.messageFormat(ofRoot: shapes.root ?? "")
            guard let path = shapes.recordPath else { return }
            recordPath = path.joined(separator: "/")
            let fields = shapes.fields(of: path)
            var records: [[String]] = []
            try Self.walk(file) { event, stack in
                guard case .end = event, records.count < SheetInspector.rowsLookedAt,
                    stack.map(\.name) == path
                else { return }
                records.append(fields.map { Self.text(of: $0, in: stack) })
            }
            rows = [fields] + records
            findings = [
                FileInspection.Finding(
                    subject: BilingualText(ja: "XMLの記録", en: "XML record"),
                    found: BilingualText(verbatim: recordPath ?? ""),
                    evidence: BilingualText(
                        ja: "最も多く（\(shapes.count(of: path)) 回）くり返す要素",
                        en: "the element that comes most often (\(shapes.count(of: path)) times)"),
                    confidence: 0.8)
            ]
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
    }

    private static func messageFormat(ofRoot root: String) -> String? {
        if root == "GET_STATS_DATA" { return "estat" }
        let sdmx = ["GenericData", "GenericTimeSeriesData", "StructureSpecificData", "StructureSpecificTimeSeriesData"]
        return sdmx.contains(root) ? "sdmx" : nil
    }

    /// Gives every event with the elements that are open, the innermost last.
    private static func walk(
        _ file: SourceFile, _ take: (XMLEvent, [OpenElement]) -> Void
    ) throws(XMLReadingError) {
        var reader = try XMLEventReader(path: file.path, displayName: file.displayName)
        var stack: [OpenElement] = []
        var elements = 0
        while elements < mostElements, let event = try reader.next() {
            switch event {
            case .start(let tag):
                elements += 1
                stack.append(OpenElement(name: tag.name, attributes: tag.attributes.map { ($0.name, $0.value) }))
                take(event, stack)
            case .text(let text):
                if let last = stack.indices.last, stack[last].text.utf8.count < 1_000 { stack[last].text += text }
            case .end:
                take(event, stack)
                guard let closed = stack.popLast() else { continue }
                if let parent = stack.indices.last {
                    stack[parent].hasChildren = true
                    if !closed.hasChildren { stack[parent].leaves.append((closed.name, closed.text)) }
                }
            }
        }
    }

    private static func text(of field: String, in stack: [OpenElement]) -> String {
        var steps = field.split(separator: "/").map(String.init)
        var place = stack.count - 1
        while steps.first == ".." {
            steps.removeFirst()
            place -= 1
        }
        guard place >= 0, let last = steps.first else { return "" }
        let element = stack[place]
        if last == "." { return element.text }
        if last.hasPrefix("@") { return element.attributes.first { $0.name == last.dropFirst() }?.value ?? "" }
        return element.leaves.first { $0.name == last }?.text ?? ""
    }
}

/// An element that has begun and not ended.
struct OpenElement {
    var name: String
    var attributes: [(name: String, value: String)]
    var text = ""
    var hasChildren = false
    var leaves: [(name: String, text: String)] = []
}

/// Which elements a document has, and what each carries.
private struct ElementShapes {
    private struct Shape {
        var count = 0
        var attributes: [String] = []
        var leaves: [String] = []
        var hasText = false
    }

    private var shapes: [[String]: Shape] = [:]
    private(set) var root: String?

    mutating func take(_ event: XMLEvent, _ stack: [OpenElement]) {
        let path = stack.map(\.name)
        guard let element = stack.last, path.count <= 20 else { return }
        root = root ?? path.first
        switch event {
        case .start:
            shapes[path, default: Shape()].count += 1
            for (name, _) in element.attributes where shapes[path]?.attributes.contains(name) == false {
                shapes[path]?.attributes.append(name)
            }
        case .end:
            for (name, _) in element.leaves where shapes[path]?.leaves.contains(name) == false {
                shapes[path]?.leaves.append(name)
            }
            if !element.hasChildren, element.text.contains(where: { !$0.isWhitespace }) { shapes[path]?.hasText = true }
        case .text: break
        }
    }

    func count(of path: [String]) -> Int { shapes[path]?.count ?? 0 }

    /// The element that comes most often and says more than a single text.
    var recordPath: [String]? {
        shapes.filter { !$0.value.attributes.isEmpty || !$0.value.leaves.isEmpty }
            .max { ($0.value.count, $0.key.count, $1.key.joined()) < ($1.value.count, $1.key.count, $0.key.joined()) }?
            .key
    }

    /// Where a record's fields stand: its attributes, its children's texts, its own, and the attributes around it.
    func fields(of path: [String]) -> [String] {
        guard let shape = shapes[path] else { return [] }
        var fields = shape.attributes.map { "@" + $0 } + shape.leaves
        if shape.hasText { fields.append(".") }
        var up = ""
        for length in stride(from: path.count - 1, to: 0, by: -1) {
            up += "../"
            fields += (shapes[Array(path[..<length])]?.attributes ?? []).map { up + "@" + $0 }
        }
        return fields
    }
}
