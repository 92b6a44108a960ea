import Diagnostics

/// Takes what the parser calls out, holds it to the limits, and queues it as events.
///
/// A callback from C cannot throw, so a failure is kept here until everything before it was taken.
final class XMLEventCollector {
    private let limits: XMLReadingLimits
    private var events: [XMLEvent] = []
    private var nextEvent = 0
    private var text: [UInt8] = []
    private var textHasContent = false

    /// Open elements.
    private(set) var depth = 0
    /// Start tags so far.
    private(set) var elementCount = 0
    /// The root element's local name.
    private(set) var rootName: String?
    /// What ended the document, in front of which the queued events stand.
    private(set) var failure: XMLReadingError?
    /// Things worth knowing that end nothing; at most 20.
    private(set) var notices: [Diagnostic] = []
    /// All bytes were fed, so that whatever is missing now is missing from the file.
    var isFinishing = false

    init(limits: XMLReadingLimits) {
        self.limits = limits
    }

    /// Whether the root element has ended.
    var isRootClosed: Bool { rootName != nil && depth == 0 }

    /// Takes the next event.
    func takeEvent() -> XMLEvent? {
        guard nextEvent < events.count else {
            events.removeAll(keepingCapacity: true)
            nextEvent = 0
            return nil
        }
        defer { nextEvent += 1 }
        return events[nextEvent]
    }

    /// Whether a start tag with so many attributes is within the limits; `fail` was called when not.
    func admitsStart(attributeCount: Int, line: Int) -> Bool {
        if depth >= limits.maximumDepth {
            fail(XMLReadingError(.tooDeep, line: line, limit: limits.maximumDepth))
        } else if attributeCount > limits.maximumAttributes {
            fail(XMLReadingError(.tooManyAttributes, line: line, limit: limits.maximumAttributes))
        }
        return failure == nil
    }

    func start(_ tag: XMLStartTag) {
        let longest = tag.attributes.lazy.map(\.value.utf8.count).max() ?? 0
        if longest > limits.maximumTextBytes { return failTextTooLong(line: tag.line) }
        flushText()
        depth += 1
        elementCount += 1
        if rootName == nil { rootName = tag.name }
        events.append(.start(tag))
    }

    func end(name: String, line: Int) {
        flushText()
        depth -= 1
        events.append(.end(name: name, line: line))
    }

    /// Takes a piece of text.
    ///
    /// - Parameter line: Where the parser stands.
    func append(_ piece: some Collection<UInt8>, line: Int) {
        guard text.count + piece.count <= limits.maximumTextBytes else { return failTextTooLong(line: line) }
        if !textHasContent {
            textHasContent = piece.contains { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D }
        }
        text.append(contentsOf: piece)
    }

    /// What the bytes the parser waits with turned out to be.
    enum Pending {
        /// Too short to judge, within the limits, or over them with `fail` called.
        case mayGoOn
        /// A `&` that begins no reference; the parser would wait for a `;` to the end of the document.
        case isNoReference
    }

    /// Holds the bytes the parser waits with (an unfinished tag, comment or reference) to the limits.
    ///
    /// The parser compares every attribute with every other before it hands over a tag, so a tag that long must
    /// not reach its end.
    func checkPending(_ pending: some Collection<UInt8>, line: Int) -> Pending {
        guard pending.count > 64, failure == nil else { return .mayGoOn }
        let opening = Array(pending.prefix(2))
        if opening[0] == UInt8(ascii: "&") {
            // Without entities of its own, a document has no reference near this long.
            return pending.prefix(64).contains(UInt8(ascii: ";")) ? .mayGoOn : .isNoReference
        }
        guard pending.count > 16 * 1024 else { return .mayGoOn }
        if pending.count > limits.maximumTextBytes + 64 * 1024 {
            failTextTooLong(line: line)
            return .mayGoOn
        }
        guard opening[0] == UInt8(ascii: "<"), opening[1] != UInt8(ascii: "!"), opening[1] != UInt8(ascii: "?")
        else { return .mayGoOn }
        var values = 0
        var openQuote: UInt8?
        for byte in pending where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            if openQuote == nil {
                openQuote = byte
                values += 1
            } else if openQuote == byte {
                openQuote = nil
            }
        }
        if values > limits.maximumAttributes {
            fail(XMLReadingError(.tooManyAttributes, line: line, limit: limits.maximumAttributes))
        }
        return .mayGoOn
    }

    /// Takes the parser's own complaint.
    func problem(_ message: String, isFatal: Bool, isWithoutRoot: Bool, isAtEnd: Bool, line: Int, column: Int) {
        if isFatal {
            let short = String(message.prefix { $0 != "\n" })
            let isTruncated = isFinishing && isAtEnd && !isRootClosed && !isWithoutRoot
            // The parser's words for an early end are about itself ("extra content"); the path says what was open.
            fail(
                isTruncated
                    ? XMLReadingError(.truncated, line: line, column: column)
                    : XMLReadingError(.malformed, line: line, column: column, detail: short))
        } else if failure == nil {
            note(.parserNotice(String(message.prefix { $0 != "\n" }), line: line))
        }
    }

    func note(_ notice: Diagnostic) {
        if notices.count < 20 { notices.append(notice) }
    }

    /// Ends the document; the first reason counts.
    func fail(_ reason: XMLReadingError) {
        guard failure == nil else { return }
        flushText()
        failure = reason
    }

    private func failTextTooLong(line: Int) {
        text = []
        textHasContent = false
        fail(XMLReadingError(.textTooLong, line: line, limit: limits.maximumTextBytes))
    }

    private func flushText() {
        if textHasContent, failure == nil { events.append(.text(String(decoding: text, as: UTF8.self))) }
        text.removeAll(keepingCapacity: true)
        textHasContent = false
    }
}
