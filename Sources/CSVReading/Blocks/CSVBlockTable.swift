internal import CByteScanning

// To whoever changes this: every offset comes from the scans in C and lies within the block's content; pointers live only
// inside `read`. A row that is not plain goes to `oddRows`, where the record reader judges it: when in doubt, odd.

/// The cells of some columns of a block, found but not decoded.
///
/// A plain row has exactly as many cells as the header, and no quotation marks but those around whole cells. All
/// others are listed as odd. One table serves block after block and keeps its memory.
public struct CSVBlockTable: Sendable {
    /// A row that is not plain, or turned out not to be.
    public struct OddRow: Sendable, Hashable {
        /// The row's number in the block, from 0.
        public let row: Int
        /// Line ends within quotes before it, by which the number of its line is ahead of that of its row.
        let extraLinesBefore: Int
        let content: Range<Int>
    }

    /// The columns read, as indices of cells, ascending.
    public let columns: [Int]
    /// How many rows the block has, odd ones included.
    public private(set) var rowCount = 0
    /// Line ends within quotes in the whole block.
    public private(set) var extraLines = 0
    /// The rows that are not plain, ascending. Their cells stand empty in the columns.
    public private(set) var oddRows: [OddRow] = []

    /// For each row one word for its content and one for each column read: offset, and length from bit 32 up.
    private(set) var words: [UInt64] = []
    /// Rows after which there is one more line end within quotes.
    private var rowsWithExtraLines: [Int] = []
    private let cellCount: Int
    private let delimiter: UInt8
    private let limits: CSVReadingLimits
    private var marks = CSVMarks()
    /// Where the cells of one row end, for the scan.
    private var cellEnds: [UInt32]
    /// Whether to do without what only some processors can; for tests.
    var isPortable = false

    /// How many words a row takes.
    var wordsPerRow: Int { columns.count + 1 }

    /// A table of some columns.
    ///
    /// - Parameters:
    ///   - columns: The cells to find, as indices from 0, ascending.
    ///   - cellCount: How many cells a plain row has.
    ///   - dialect: How the file is cut.
    ///   - limits: How much is put up with.
    public init(columns: [Int], cellCount: Int, dialect: CSVDialect, limits: CSVReadingLimits = .init()) {
        precondition(columns.allSatisfy { $0 < cellCount })
        self.columns = columns
        self.cellCount = cellCount
        self.limits = limits
        delimiter = dialect.delimiter
        cellEnds = [UInt32](repeating: 0, count: cellCount + Int(CSV_CELL_END_PADDING))
    }

    /// A table of cells that were found elsewhere, none of them odd.
    ///
    /// - Parameters:
    ///   - columnCount: How many cells a row has.
    ///   - words: For each row one word for its content and one for each column: offset, and length from bit 32 up.
    ///   - block: The block they lie in.
    public init(columnCount: Int, words: [UInt64], in block: CSVBlock) {
        columns = Array(0..<columnCount)
        cellCount = columnCount
        limits = .init()
        delimiter = 0
        cellEnds = []
        self.words = words
        rowCount = words.count / (columnCount + 1)
        // The readers of columns look at bytes without a further check.
        precondition(words.count == rowCount * (columnCount + 1))
        let end = UInt64(block.count)
        precondition(words.allSatisfy { ($0 & 0xFFFF_FFFF) + ($0 >> 32) <= end })
    }

    /// Finds the cells of a block.
    ///
    /// - Parameters:
    ///   - block: The block.
    ///   - first: The offset of the first row to read, which must be where a row begins.
    public mutating func read(_ block: CSVBlock, from first: Int = 0) {
        rowCount = 0
        extraLines = 0
        oddRows.removeAll(keepingCapacity: true)
        rowsWithExtraLines.removeAll(keepingCapacity: true)
        if words.isEmpty { words = [UInt64](repeating: 0, count: 1024 * wordsPerRow) }
        var walk = CSVMarkWalk(delimiter: delimiter, count: block.count, from: first)
        // Most blocks have none but plain rows, for which no marks are needed.
        var hasMarks = false
        unsafe block.padded.withUnsafeBufferPointer { bytes in
            while true {
                walk.skip(to: unsafe readPlainRows(from: walk.recordStart, of: bytes, block.count))
                if (rowCount + 1) * wordsPerRow > words.count {
                    words.append(contentsOf: repeatElement(0, count: words.count))
                    continue
                }
                guard walk.recordStart < block.count else { break }
                if !hasMarks { marks.find(in: block.padded, count: block.count, delimiter: delimiter) }
                hasMarks = true
                let isRead = unsafe marks.offsets.withUnsafeBufferPointer { offsets in
                    guard let record = unsafe walk.next(bytes, offsets, marks.count) ?? walk.takeRest(marks.count)
                    else {
                        return false
                    }
                    unsafe append(record, bytes, offsets)
                    return true
                }
                guard isRead else { break }
            }
        }
    }

    /// Reads rows of the commonest kind, whose cells are what lies between marks, as long as they come and fit.
    ///
    /// - Returns: Where the row begins that was not read.
    private mutating func readPlainRows(from start: Int, of bytes: UnsafeBufferPointer<UInt8>, _ count: Int) -> Int {
        guard cellCount > 0 else { return start }
        var position = start
        let (rows, wordsPerRow) = (rowCount, wordsPerRow)
        let read = unsafe words.withUnsafeMutableBufferPointer { words in
            unsafe columns.withUnsafeBufferPointer { columns in
                unsafe cellEnds.withUnsafeMutableBufferPointer { ends in
                    var layout = unsafe csv_plain_layout(
                        bytes: bytes.baseAddress, count: count, delimiter: delimiter, cell_count: cellCount,
                        longest: limits.maximumCellBytes, columns: columns.baseAddress, column_count: columns.count,
                        ends: ends.baseAddress, is_portable: isPortable ? 1 : 0)
                    return unsafe csv_read_plain_rows(
                        &layout, &position, words.baseAddress.map { unsafe $0 + rows * wordsPerRow },
                        words.count / wordsPerRow - rows)
                }
            }
        }
        rowCount += read
        return position
    }

    private static func word(_ start: Int, _ end: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: start) | UInt64(truncatingIfNeeded: end &- start) << 32
    }

    private mutating func append(
        _ record: CSVMarkWalk.Record, _ bytes: UnsafeBufferPointer<UInt8>, _ offsets: UnsafeBufferPointer<UInt32>
    ) {
        let range = record.start..<record.contentEnd
        var at = rowCount * wordsPerRow
        words[at] = Self.word(range.lowerBound, range.upperBound)
        let cells =
            range.count <= limits.maximumCellBytes
            ? unsafe record.plainCells(bytes, offsets, delimiter: delimiter, cellCount: cellCount) : nil
        for column in columns {
            at += 1
            words[at] = cells.map { Self.word($0[column].lowerBound, $0[column].upperBound) } ?? 0
        }
        if cells == nil {
            oddRows.append(OddRow(row: rowCount, extraLinesBefore: extraLines, content: range))
        }
        rowCount += 1
        extraLines += record.lineEndsInside
        rowsWithExtraLines.append(contentsOf: repeatElement(rowCount, count: record.lineEndsInside))
    }

    /// A row, as one that the record reader must judge.
    public func oddRow(_ row: Int) -> OddRow {
        let word = words[row * wordsPerRow]
        let start = Int(word & 0xFFFF_FFFF)
        return OddRow(
            row: row, extraLinesBefore: rowsWithExtraLines.count { $0 <= row },
            content: start..<(start + Int(word >> 32)))
    }
}
