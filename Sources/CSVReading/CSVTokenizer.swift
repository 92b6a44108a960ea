import ByteStreams

/// Finds the cells of one record in raw bytes; it can stop at any byte and go on when more have come.
///
/// To whoever changes this: positions are offsets from the record's first byte, so that the buffer may move under it.
/// A byte whose meaning depends on the next one (a quotation mark inside quotes, a carriage return) is not consumed
/// until that next byte is there. The tests compare every change with a slow reference on random documents.
struct CSVTokenizer {
    /// What a scan came to.
    enum Step: Equatable {
        /// The bytes end within the record.
        case needsMoreBytes
        /// The record's content ends at `contentEnd`, the next record begins at `next`.
        case record(contentEnd: Int, next: Int, lineEnd: LineEnd?)
        /// The file ends within quotes.
        case unclosedQuote
    }

    /// The last quotation mark that opened a cell.
    struct Quote: Equatable {
        var offset: Int
        var cellIndex: Int
        var lineEndsBefore: Int
    }

    private enum State {
        case cellStart
        case unquoted
        case quoted
    }

    static let quoteByte = UInt8(ascii: "\"")
    static let backslashByte = UInt8(ascii: "\\")

    let delimiter: UInt8
    /// Whether the delimiter can be the second byte of a character: `|` in CP932.
    let delimiterMayBeTrail: Bool
    private let hasBackslashEscapes: Bool
    private let maximumColumns: Int

    private var state = State.cellStart
    /// The offset of the next byte to look at.
    private(set) var position = 0
    private var cellStart = 0
    private(set) var cells: [Range<Int>] = []
    private(set) var hasTooManyColumns = false
    /// Line ends inside quoted cells so far.
    private(set) var lineEndsInside = 0
    private(set) var lastQuote: Quote?

    init(dialect: CSVDialect, encoding: TextEncoding, maximumColumns: Int) {
        delimiter = dialect.delimiter
        delimiterMayBeTrail = encoding == .cp932 && dialect.delimiter >= 0x40
        hasBackslashEscapes = dialect.hasBackslashEscapes
        self.maximumColumns = maximumColumns
    }

    /// Whether the scan stopped within quotes.
    var isInQuotes: Bool { state == .quoted }

    /// Forgets the record, ready for the next one.
    mutating func reset() {
        state = .cellStart
        position = 0
        cellStart = 0
        cells.removeAll(keepingCapacity: true)
        hasTooManyColumns = false
        lineEndsInside = 0
        lastQuote = nil
    }

    /// Scans on through the bytes of the record, which begin where they began in the scan before.
    mutating func scan(_ buffer: [UInt8], in range: Range<Int>, isEnd: Bool) -> Step {
        scan(buffer.span.extracting(range), isEnd: isEnd)
    }

    private mutating func scan(_ bytes: Span<UInt8>, isEnd: Bool) -> Step {
        while position < bytes.count {
            switch state {
            case .cellStart:
                if bytes[position] == Self.quoteByte {
                    lastQuote = Quote(offset: position, cellIndex: cells.count, lineEndsBefore: lineEndsInside)
                    state = .quoted
                    position += 1
                } else {
                    state = .unquoted
                }
            case .unquoted:
                guard let step = scanUnquoted(bytes, isEnd: isEnd) else { continue }
                return step
            case .quoted:
                guard let step = scanQuoted(bytes, isEnd: isEnd) else { continue }
                return step
            }
        }
        guard isEnd else { return .needsMoreBytes }
        if state == .quoted { return .unclosedQuote }
        return finish(contentEnd: bytes.count, next: bytes.count, lineEnd: nil)
    }

    /// Takes the rest up to an offset as the last cell, whatever it holds.
    mutating func closeLastCell(at end: Int) {
        if end > 0 { appendCell(endingAt: end) }
    }

    private mutating func scanUnquoted(_ bytes: Span<UInt8>, isEnd: Bool) -> Step? {
        position =
            delimiterMayBeTrail
            ? endOfPlainPairs(bytes, from: position) : endOfPlainBytes(bytes, from: position)
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case delimiter:
            appendCell(endingAt: position)
            position += 1
            cellStart = position
            state = .cellStart
            return nil
        case 0x0A:
            return finish(contentEnd: position, next: position + 1, lineEnd: .lf)
        case 0x0D:
            guard position + 1 < bytes.count else {
                return isEnd ? finish(contentEnd: position, next: position + 1, lineEnd: .cr) : .needsMoreBytes
            }
            return bytes[position + 1] == 0x0A
                ? finish(contentEnd: position, next: position + 2, lineEnd: .crlf)
                : finish(contentEnd: position, next: position + 1, lineEnd: .cr)
        default:
            // A lead byte that waits for its trail byte.
            if !isEnd { return .needsMoreBytes }
            position += 1
            return nil
        }
    }

    private mutating func scanQuoted(_ bytes: Span<UInt8>, isEnd: Bool) -> Step? {
        position = endOfQuotedBytes(bytes, from: position)
        guard position < bytes.count else { return nil }
        let hasNext = position + 1 < bytes.count
        let next = hasNext ? bytes[position + 1] : 0
        if !hasNext, !isEnd, bytes[position] != 0x0A { return .needsMoreBytes }
        if bytes[position] == Self.quoteByte {
            if hasBackslashEscapes, isEscaped(bytes, at: position) {
                position += 1
            } else if hasNext, next == Self.quoteByte {
                position += 2
            } else {
                // Whatever stands between the closing quote and the delimiter still belongs to the cell.
                state = .unquoted
                position += 1
            }
            return nil
        }
        position += bytes[position] == 0x0D && hasNext && next == 0x0A ? 2 : 1
        lineEndsInside += 1
        return nil
    }

    /// Whether an odd number of backslashes stands before a quotation mark, all inside its cell.
    private func isEscaped(_ bytes: Span<UInt8>, at quote: Int) -> Bool {
        var start = quote
        while start > cellStart + 1, bytes[start - 1] == Self.backslashByte { start -= 1 }
        return !(quote - start).isMultiple(of: 2)
    }

    private mutating func finish(contentEnd: Int, next: Int, lineEnd: LineEnd?) -> Step {
        closeLastCell(at: contentEnd)
        return .record(contentEnd: contentEnd, next: next, lineEnd: lineEnd)
    }

    private mutating func appendCell(endingAt end: Int) {
        if cells.count < maximumColumns {
            cells.append(cellStart..<max(cellStart, end))
        } else {
            hasTooManyColumns = true
        }
    }
}
