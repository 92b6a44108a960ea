/// Cuts a stream of bytes into blocks that end where a record ends.
struct CSVBlockCutter {
    private let delimiter: UInt8
    private let encoding: CSVBlockEncoding
    private let bytesPerBlock: Int
    private var pending: [UInt8] = []
    private var index = 0
    private var fileOffset: Int
    private var marks = CSVMarks()

    /// A block may grow to this many times its usual size before the file is given up.
    private static let mostGrowth = 16

    init(delimiter: UInt8, encoding: CSVBlockEncoding, bytesPerBlock: Int, fileOffset: Int) {
        self.delimiter = delimiter
        self.encoding = encoding
        self.bytesPerBlock = bytesPerBlock
        self.fileOffset = fileOffset
        pending.reserveCapacity(bytesPerBlock * 2)
    }

    /// Takes the next bytes of the stream.
    mutating func append(_ chunk: ArraySlice<UInt8>) { pending.append(contentsOf: chunk) }

    /// Whether enough bytes are there to try to cut a block.
    var isFull: Bool { pending.count >= bytesPerBlock }

    /// The next block; `nil` when more bytes are needed, or none are left at the end.
    ///
    /// - Throws: `CSVBlockRefusal` when no record ends within reach, or the text is in another encoding.
    mutating func next(isEnd: Bool) throws(CSVBlockRefusal) -> CSVBlock? {
        guard !pending.isEmpty, isEnd || isFull else { return nil }
        let end = try endOfLastRecord(isEnd: isEnd)
        guard end > 0 else {
            guard !isEnd, pending.count < bytesPerBlock * Self.mostGrowth else { throw .endlessRecord }
            return nil
        }
        let rest = pending[end...]
        var padded: [UInt8] = []
        padded.reserveCapacity(bytesPerBlock * 2)
        padded.append(contentsOf: rest)
        swap(&padded, &pending)
        padded.removeSubrange(end...)
        padded.append(contentsOf: repeatElement(0, count: CSVBlock.padding))
        let block = CSVBlock(index: index, padded: padded, count: end, fileOffset: fileOffset)
        guard block.isText(in: encoding) else { throw .otherEncoding }
        index += 1
        fileOffset += end
        return block
    }

    /// Where the last record among the pending bytes ends; 0 when none does.
    private mutating func endOfLastRecord(isEnd: Bool) throws(CSVBlockRefusal) -> Int {
        guard CSVMarks.holdsQuote(pending) else {
            if isEnd { return pending.count }
            // A carriage return as the last byte may be half of a line end.
            return (pending.lastIndex(of: 0x0A) ?? -1) + 1
        }
        let count = pending.count
        pending.append(contentsOf: repeatElement(0, count: CSVBlock.padding))
        let found = marks.endOfLastRecord(in: pending, count: count, delimiter: delimiter)
        pending.removeLast(CSVBlock.padding)
        guard isEnd else { return found.end }
        // Quotes that stay open at the end of the file are for the reader that can name where they began.
        if found.isInQuotes { throw .endlessRecord }
        return count
    }
}
