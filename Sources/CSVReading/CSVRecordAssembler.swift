/// Cuts a stream of bytes into records, and gets back on its feet after a quote that never closes.
///
/// Going back costs little, whatever the file: after a quote that did not close, the bytes already seen hold no
/// quotation marks but doubled ones, and none of these can open a cell that stays open. Each byte is looked at about
/// twice at most.
struct CSVRecordAssembler {
    enum Outcome {
        case needsMoreBytes
        case record(CSVRecord)
        case end
    }

    private let context: CSVRecordContext
    private var tokenizer: CSVTokenizer
    private var bytes: [UInt8] = []
    /// Where the current record begins in `bytes`.
    private var start = 0
    private var isEnd = false
    /// Set while the rest of a line that is too long is thrown away.
    private var isSkippingLine = false
    private var discardedBytes = 0

    /// The number of the record that comes next.
    private(set) var row = 1
    /// The physical line on which it begins.
    private(set) var line = 1
    private(set) var lineEnds: Set<LineEnd> = []

    init(context: CSVRecordContext) {
        self.context = context
        tokenizer = CSVTokenizer(
            dialect: context.dialect, encoding: context.encoding, maximumColumns: context.limits.maximumColumns)
    }

    /// Takes the next bytes of the stream.
    mutating func append(_ chunk: [UInt8]) {
        if start > 0 {
            bytes.removeSubrange(..<start)
            discardedBytes += start
            start = 0
        }
        bytes.append(contentsOf: chunk)
    }

    /// Says that no more bytes will come.
    mutating func markEnd() {
        isEnd = true
    }

    /// The next record, if the bytes so far hold a whole one.
    mutating func next() -> Outcome {
        if isSkippingLine, !skipLine() { return isEnd ? .end : .needsMoreBytes }
        guard start < bytes.count else { return isEnd ? .end : .needsMoreBytes }
        // Two bytes more than the limit, for the line end; a window that depends on nothing but the limit makes the
        // outcome independent of how the stream is cut into chunks.
        let window = min(bytes.count - start, context.limits.maximumRecordBytes + 2)
        let isFull = window == context.limits.maximumRecordBytes + 2
        let reachesEnd = isEnd && start + window == bytes.count
        let step = tokenizer.scan(bytes, in: start..<(start + window), isEnd: reachesEnd)
        switch step {
        case .record(let contentEnd, let next, let lineEnd):
            let problem = problem(ofContentEnd: contentEnd)
            return .record(take(contentEnd: contentEnd, next: next, lineEnd: lineEnd, problem: problem))
        case .needsMoreBytes where isFull, .unclosedQuote where isFull:
            return .record(takeTooLong(window: window))
        case .unclosedQuote:
            let problem = problemOfUnclosedQuote
            return .record(takeLineOfQuote(within: window, problem: problem) ?? takeWindow(window, problem: problem))
        case .needsMoreBytes:
            return .needsMoreBytes
        }
    }

    private func problem(ofContentEnd contentEnd: Int) -> CSVRecordProblem? {
        if contentEnd > context.limits.maximumRecordBytes {
            return .recordTooLong(limitInBytes: context.limits.maximumRecordBytes)
        }
        return tokenizer.hasTooManyColumns ? .tooManyColumns(limit: context.limits.maximumColumns) : nil
    }

    private var problemOfUnclosedQuote: CSVRecordProblem? {
        tokenizer.lastQuote.map { .unclosedQuote(line: line + $0.lineEndsBefore, column: $0.cellIndex + 1) }
    }

    /// A record whose quote does not close: it ends with the line on which the quote began.
    ///
    /// `nil` when that line does not end within the window.
    private mutating func takeLineOfQuote(within window: Int, problem: CSVRecordProblem?) -> CSVRecord? {
        guard let quote = tokenizer.lastQuote else { return nil }
        let rest = bytes[(start + quote.offset)..<(start + window)]
        guard let found = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
        let (next, lineEnd) = lineEndInBytes(at: found)
        tokenizer.closeLastCell(at: found - start)
        return take(
            contentEnd: found - start, next: next - start, lineEnd: lineEnd, problem: problem,
            lineEndsInside: quote.lineEndsBefore)
    }

    /// A record that goes to the end of the file because its last line does.
    private mutating func takeWindow(_ window: Int, problem: CSVRecordProblem?) -> CSVRecord {
        let lineEndsInside = tokenizer.lastQuote?.lineEndsBefore ?? 0
        tokenizer.closeLastCell(at: window)
        return take(contentEnd: window, next: window, lineEnd: nil, problem: problem, lineEndsInside: lineEndsInside)
    }

    private mutating func takeTooLong(window: Int) -> CSVRecord {
        let problem = CSVRecordProblem.recordTooLong(limitInBytes: context.limits.maximumRecordBytes)
        // The last byte may be half of a line end.
        if tokenizer.isInQuotes, let record = takeLineOfQuote(within: window - 1, problem: problem) { return record }
        let kept = tokenizer.position
        tokenizer.closeLastCell(at: kept)
        isSkippingLine = true
        let lineEndsInside = tokenizer.lineEndsInside
        return take(contentEnd: kept, next: kept, lineEnd: nil, problem: problem, lineEndsInside: lineEndsInside)
    }

    private func lineEndInBytes(at index: Int) -> (next: Int, LineEnd) {
        if bytes[index] == 0x0A { return (index + 1, .lf) }
        let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
        return isPair ? (index + 2, .crlf) : (index + 1, .cr)
    }

    private mutating func take(
        contentEnd: Int, next: Int, lineEnd: LineEnd?, problem: CSVRecordProblem?, lineEndsInside: Int? = nil
    ) -> CSVRecord {
        let record = CSVRecord(
            row: row, line: line, problem: problem, bytes: Array(bytes[start..<(start + contentEnd)]),
            cells: tokenizer.cells, fileOffset: context.fileOffset.map { $0 + discardedBytes + start },
            context: context)
        row += 1
        line += (lineEndsInside ?? tokenizer.lineEndsInside) + (lineEnd == nil ? 0 : 1)
        if let lineEnd { lineEnds.insert(lineEnd) }
        start += next
        tokenizer.reset()
        return record
    }

    /// Throws bytes away up to the next line; `false` when it has not come yet.
    private mutating func skipLine() -> Bool {
        guard let found = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            start = bytes.count
            return false
        }
        start = found
        if bytes[found] == 0x0D, found + 1 == bytes.count, !isEnd { return false }
        let (next, lineEnd) = lineEndInBytes(at: found)
        start = next
        line += 1
        lineEnds.insert(lineEnd)
        isSkippingLine = false
        return true
    }
}
