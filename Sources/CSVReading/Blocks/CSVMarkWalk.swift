/// Goes from record to record along the marks of a block, by the same rules as `CSVTokenizer`.
///
/// A quotation mark means something only as the first byte of a cell, and then until the one that closes it.
struct CSVMarkWalk {
    /// One record: where its marks begin, where its content ends, where the next record begins.
    struct Record {
        var firstMark: Int
        /// The mark of the line end, or the number of marks at the end of the block.
        var endMark: Int
        var start: Int
        var contentEnd: Int
        var next: Int
        /// Line ends within quotes.
        var lineEndsInside: Int
    }

    private let delimiter: UInt8
    private let count: Int
    private var mark = 0
    private(set) var recordStart = 0
    /// Whether the bytes ended within quotes.
    private(set) var endsInQuotes = false

    init(delimiter: UInt8, count: Int, from start: Int = 0) {
        self.delimiter = delimiter
        self.count = count
        recordStart = start
    }

    /// Goes on with the record that begins at an offset.
    mutating func skip(to start: Int) { recordStart = start }

    /// The next record that a line end closes; `nil` when no more is closed. What is left begins at `recordStart`.
    mutating func next(
        _ bytes: UnsafeBufferPointer<UInt8>, _ marks: UnsafeBufferPointer<UInt32>, _ markCount: Int
    ) -> Record? {
        while unsafe mark < markCount && marks[mark] < UInt32(truncatingIfNeeded: recordStart) { mark += 1 }
        var record = Record(
            firstMark: mark, endMark: mark, start: recordStart, contentEnd: recordStart, next: recordStart,
            lineEndsInside: 0)
        var at = mark
        var cellStart = recordStart
        while at < markCount {
            let offset = unsafe Int(marks[at])
            switch unsafe bytes[offset] {
            case CSVTokenizer.quoteByte:
                guard offset == cellStart else {
                    at += 1
                    continue
                }
                guard let closing = unsafe closeQuotes(bytes, marks, markCount, from: at + 1, &record) else {
                    endsInQuotes = true
                    return nil
                }
                at = closing
            case 0x0A, 0x0D:
                let isPair = unsafe bytes[offset] == 0x0D && offset + 1 < count && bytes[offset + 1] == 0x0A
                record.endMark = at
                record.contentEnd = offset
                record.next = offset + (isPair ? 2 : 1)
                mark = at + (isPair ? 2 : 1)
                recordStart = record.next
                return record
            default:
                cellStart = offset + 1
                at += 1
            }
        }
        return nil
    }

    /// The record that no line end closes, at the end of the file; `nil` when nothing is left.
    mutating func takeRest(_ markCount: Int) -> Record? {
        guard recordStart < count, !endsInQuotes else { return nil }
        defer { (recordStart, mark) = (count, markCount) }
        return Record(
            firstMark: mark, endMark: markCount, start: recordStart, contentEnd: count, next: count, lineEndsInside: 0)
    }

    /// The mark behind the quotation mark that closes a cell; `nil` when none does.
    private func closeQuotes(
        _ bytes: UnsafeBufferPointer<UInt8>, _ marks: UnsafeBufferPointer<UInt32>, _ markCount: Int, from first: Int,
        _ record: inout Record
    ) -> Int? {
        var at = first
        while at < markCount {
            let offset = unsafe Int(marks[at])
            switch unsafe bytes[offset] {
            case CSVTokenizer.quoteByte:
                guard offset + 1 < count, unsafe bytes[offset + 1] == CSVTokenizer.quoteByte else { return at + 1 }
                at += 2
            case 0x0A:
                // The second half of a pair was counted with the first.
                if unsafe offset == 0 || bytes[offset - 1] != 0x0D { record.lineEndsInside += 1 }
                at += 1
            case 0x0D:
                record.lineEndsInside += 1
                at += 1
            default: at += 1
            }
        }
        return nil
    }
}

extension CSVMarkWalk.Record {
    /// The contents of the cells; `nil` when one has quotation marks inside, or their number is another.
    func plainCells(
        _ bytes: UnsafeBufferPointer<UInt8>, _ marks: UnsafeBufferPointer<UInt32>, delimiter: UInt8, cellCount: Int
    ) -> [Range<Int>]? {
        var cells: [Range<Int>] = []
        cells.reserveCapacity(cellCount)
        var cellStart = start
        var opening: Int?
        var closing: Int?
        func close(at end: Int) -> Bool {
            guard let first = opening else {
                cells.append(cellStart..<end)
                return true
            }
            guard let last = closing, last == end - 1 else { return false }
            cells.append((first + 1)..<last)
            return true
        }
        for at in firstMark..<endMark {
            let offset = unsafe Int(marks[at])
            let byte = unsafe bytes[offset]
            if byte == CSVTokenizer.quoteByte {
                if opening == nil, offset == cellStart {
                    opening = offset
                } else if opening != nil, closing == nil {
                    closing = offset
                } else {
                    return nil
                }
            } else if byte == delimiter, opening == nil || closing != nil {
                guard close(at: offset), cells.count < cellCount else { return nil }
                (cellStart, opening, closing) = (offset + 1, nil, nil)
            }
        }
        guard close(at: contentEnd), cells.count == cellCount else { return nil }
        return cells
    }
}
