/// Reads the parts of a form with files (RFC 7578) as the bytes come, keeping no more of them than it must.
///
///     var reader = MultipartReader(contentType: "multipart/form-data; boundary=x")
///     for event in try reader.take(bytes) { … }
///     try reader.finish()
struct MultipartReader {
    /// What was read.
    enum Event: Equatable {
        /// A part begins.
        case part(name: String, fileName: String?)
        /// The next bytes of the part.
        case bytes([UInt8])
        /// The part is complete.
        case end
    }

    private enum State {
        case preamble
        case afterDelimiter
        case head
        case part
        case done
    }

    /// How long the head of a part may be, in bytes.
    private static let longestHead = 4_096

    private let delimiter: [UInt8]
    private var state = State.preamble
    /// Bytes that were not dealt with yet; the first delimiter stands at a line's beginning like all others.
    private var pending: [UInt8] = [13, 10]

    /// - Returns: `nil` when the type is another, or names no delimiter.
    init?(contentType: String?) {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count)
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Takes the next bytes.
    ///
    /// - Throws: `BodyProblem.unreadable`.
    mutating func take(_ bytes: [UInt8]) throws(BodyProblem) -> [Event] {
        guard state != .done else { return [] }
        pending += bytes
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// There are no more bytes.
    ///
    /// - Throws: `BodyProblem.unreadable` when the last part is not complete.
    func finish() throws(BodyProblem) {
        guard state == .done else { throw .unreadable }
    }

    /// - Returns: Whether there may be more to do.
    private mutating func step(_ events: inout [Event]) throws(BodyProblem) -> Bool {
        switch state {
        case .done:
            pending = []
            return false
        case .preamble, .part:
            let found = Self.position(of: delimiter, in: pending)
            // What could be the beginning of a delimiter waits for the rest of it.
            let end = found ?? max(0, pending.count - delimiter.count + 1)
            if state == .part, end > 0 { events.append(.bytes(Array(pending[..<end]))) }
            pending.removeFirst(end + (found == nil ? 0 : delimiter.count))
            guard found != nil else { return false }
            if state == .part { events.append(.end) }
            state = .afterDelimiter
            return true
        case .afterDelimiter:
            guard pending.count >= 2 else { return false }
            let mark = Array(pending[..<2])
            pending.removeFirst(2)
            switch mark {
            case [45, 45]: state = .done
            case [13, 10]: state = .head
            default: throw .unreadable
            }
            return true
        case .head:
            guard let end = Self.position(of: [13, 10, 13, 10], in: pending) else {
                guard pending.count <= Self.longestHead else { throw .unreadable }
                return false
            }
            guard end <= Self.longestHead, let head = String(validating: pending[..<end], as: UTF8.self),
                let line = head.split(separator: "\r\n").first(where: {
                    $0.lowercased().hasPrefix("content-disposition:")
                }), let name = Self.parameter("name", of: String(line))
            else { throw .unreadable }
            events.append(.part(name: name, fileName: Self.parameter("filename", of: String(line))))
            pending.removeFirst(end + 4)
            state = .part
            return true
        }
    }

    private static func position(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= needle.count else { return nil }
        var index = 0
        let last = bytes.count - needle.count
        while index <= last {
            guard let first = bytes[index...last].firstIndex(of: needle[0]) else { return nil }
            if bytes[first..<first + needle.count].elementsEqual(needle) { return first }
            index = first + 1
        }
        return nil
    }

    /// A parameter of a header's value, in quotes or not.
    ///
    /// Browsers write a quote within a value as `%22` and line ends as `%0D%0A` (WHATWG HTML, multipart/form-data).
    static func parameter(_ name: String, of header: String) -> String? {
        var pieces: [String] = [""]
        var isQuoted = false
        for letter in header.unicodeScalars {
            if letter == "\"" { isQuoted.toggle() }
            if letter == ";", !isQuoted {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].unicodeScalars.append(letter)
            }
        }
        for piece in pieces.dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == name else { continue }
            var value = pair[1].drop { $0 == " " }
            if value.hasPrefix("\"") { value = value.dropFirst().prefix { $0 != "\"" } }
            return String(value).replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
        }
        return nil
    }
}
