public import ByteStreams
internal import CByteScanning

/// Reads a CSV file in blocks that can be worked on side by side, in one pass and bounded memory.
///
/// For large files of UTF-8 (ASCII included) and CP932. Whatever else a file may be, ``CSVRecordReader`` reads it: a
/// refusal means to begin anew there. That all is text in the encoding is known for certain only at the end, so nothing
/// that was made of the blocks may be used before `next()` has returned `nil`.
public struct CSVBlockReader: ~Copyable {
    /// How many bytes a block has, about: small enough to stay in a processor's cache with what is made of it.
    public static let defaultBytesPerBlock = 1 << 19

    private let displayName: String
    private let context: CSVRecordContext
    private var chunks: ContentChunks
    private var cutter: CSVBlockCutter
    private var isEnd = false
    /// The hash and the size of the file; `nil` before its end.
    public private(set) var content: (hash: ContentHash, byteCount: Int)?

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - displayName: The file as the user named it, for messages.
    ///   - encoding: The encoding the file is in.
    ///   - delimiter: The declared delimiter; `nil` to detect it as ``CSVRecordReader`` does.
    ///   - limits: How much is put up with.
    ///   - leastBytes: Smaller files are refused before anything of them is read.
    ///   - bytesPerBlock: How many bytes a block has, about.
    /// - Throws: `CSVBlockRefusal` when the beginning is no CSV of that encoding; `CSVReadingError` when it cannot be read.
    public init(
        path: String, displayName: String, encoding: TextEncoding = .utf8, delimiter: UInt8?,
        limits: CSVReadingLimits = .init(),
        leastBytes: Int = 0, bytesPerBlock: Int = defaultBytesPerBlock
    ) throws {
        Self.keepsFreedMemory
        var chunks = try Self.open(path, displayName, bytesPerChunk: min(bytesPerBlock, Self.bytesPerChunk), limits)
        // A packed file of any size worth reading in blocks has a twentieth of the bytes at least.
        guard chunks.sizeAtStart >= leastBytes / 20 else { throw CSVBlockRefusal.tooSmall }
        let head = try Self.head(of: &chunks)
        guard chunks.isCompressed || chunks.sizeAtStart >= leastBytes else { throw CSVBlockRefusal.tooSmall }
        let mark = TextEncoding.utf8.byteOrderMark
        let hasMark = head.starts(with: mark)
        guard !hasMark || encoding == .utf8 else { throw CSVBlockRefusal.otherEncoding }
        let markBytes = hasMark ? mark.count : 0
        // A PDF begins like a text.
        guard !head.starts(with: Array("%PDF-".utf8)) else { throw CSVBlockRefusal.otherEncoding }
        let isWholeFile = head.count < Self.bytesForDialect
        let text = head[markBytes...]
        let dialect =
            delimiter.map { CSVDialect(delimiter: $0) }
            ?? detectDialect(of: Array(text.prefix(Self.bytesForDialect)), isWholeFile: isWholeFile, encoding: encoding)
        guard let blockEncoding = CSVBlockEncoding(encoding, delimiter: dialect.delimiter) else {
            throw CSVBlockRefusal.otherEncoding
        }
        context = CSVRecordContext(
            displayName: displayName, encoding: encoding, dialect: dialect, limits: limits,
            decoder: try CellTextDecoder(encoding: encoding), detectedEncoding: encoding, fileOffset: 0)
        cutter = CSVBlockCutter(
            delimiter: dialect.delimiter, encoding: blockEncoding, bytesPerBlock: bytesPerBlock, fileOffset: markBytes)
        cutter.append(text)
        self.chunks = chunks
        self.displayName = displayName
    }

    private static let bytesForDialect = 64 * 1024
    /// Small enough to be hashed while still in the cache.
    private static let bytesPerChunk = 128 * 1024

    /// The memory of a block that is done with serves the next one. Given back to the system and asked for again, block
    /// by block, it would cost a third of the time.
    private static let keepsFreedMemory: Void = memory_keep_freed()

    private static func open(
        _ path: String, _ displayName: String, bytesPerChunk: Int, _ limits: CSVReadingLimits
    ) throws(CSVReadingError) -> ContentChunks {
        do throws(FileReadingError) {
            return try ContentChunks(
                path: path, displayName: displayName, bytesPerChunk: bytesPerChunk,
                maximumInflation: limits.maximumInflation)
        } catch {
            throw .unreadable(.unreadable(error))
        }
    }

    private static func head(of chunks: inout ContentChunks) throws(CSVReadingError) -> [UInt8] {
        do throws(FileReadingError) {
            var head: [UInt8] = []
            while head.count < bytesForDialect, let chunk = try chunks.next() { head.append(contentsOf: chunk) }
            return head
        } catch {
            throw .unreadable(.unreadable(error))
        }
    }

    /// The dialect the file is read in.
    public var dialect: CSVDialect { context.dialect }

    /// The next block; `nil` at the end of the file.
    ///
    /// - Throws: `CSVBlockRefusal` when the file must be read record by record; `CSVReadingError` when it cannot be
    ///   read on, or changed while it was read.
    public mutating func next() throws -> CSVBlock? {
        while true {
            if let block = try cutter.next(isEnd: isEnd) { return block }
            if isEnd { return nil }
            do throws(FileReadingError) {
                if let chunk = try chunks.next() {
                    cutter.append(chunk[...])
                } else {
                    content = try chunks.finish()
                    isEnd = true
                }
            } catch {
                throw error.code == .changedWhileReading
                    ? CSVReadingError.changedWhileReading(file: displayName)
                    : CSVReadingError.unreadable(.unreadable(error))
            }
        }
    }

    /// What records of this file are read with, wherever their block is worked on.
    public var recordMaker: CSVBlockRecordMaker { CSVBlockRecordMaker(context: context) }
}

/// Makes the records of a block, as ``CSVRecordReader`` would give them.
public struct CSVBlockRecordMaker: Sendable {
    let context: CSVRecordContext

    init(context: CSVRecordContext) { self.context = context }

    /// What reads cells of UTF-8 that were found elsewhere.
    ///
    /// - Throws: `CSVReadingError` when this machine cannot decode UTF-8.
    public static func ofCells(in displayName: String) throws(CSVReadingError) -> CSVBlockRecordMaker {
        do throws(CharacterConversionError) {
            let decoder = try CellTextDecoder(encoding: .utf8)
            return CSVBlockRecordMaker(
                context: CSVRecordContext(
                    displayName: displayName, encoding: .utf8, dialect: .comma, limits: .init(), decoder: decoder))
        } catch {
            throw .encodingUnavailable(file: displayName, .utf8)
        }
    }

    /// The first records of a file's first block.
    public func head(of block: CSVBlock, atMost count: Int) -> [CSVRecord] {
        var assembler = CSVRecordAssembler(context: context(offset: block.fileOffset))
        assembler.append(Array(block.padded[..<block.count]))
        assembler.markEnd()
        var records: [CSVRecord] = []
        while records.count < count, case .record(let record) = assembler.next() { records.append(record) }
        return records
    }

    /// The text of a cell's content; `nil` when it is none in the file's encoding.
    public func text(of content: [UInt8]) -> String? { try? context.decoder?.text(of: content[...]) }

    /// Where a record begins in its block.
    public func offset(of record: CSVRecord, in block: CSVBlock) -> Int? {
        record.fileOffset.map { $0 - block.fileOffset }
    }

    /// A row of a block.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - block: Its block.
    ///   - rowsBefore: How many rows the file has before the first row the table read of the block.
    ///   - linesBefore: How many lines it has before it.
    public func record(
        _ row: CSVBlockTable.OddRow, in block: CSVBlock, rowsBefore: Int, linesBefore: Int
    ) -> CSVRecord {
        record(
            Array(block.padded[row.content]), row: rowsBefore + row.row + 1,
            line: linesBefore + row.row + row.extraLinesBefore + 1,
            fileOffset: block.fileOffset + row.content.lowerBound)
    }

    /// The row that a whole line is.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - row: The row's number, from 1.
    public func record(_ line: CSVLineFinder.Line, row: Int) -> CSVRecord {
        record(line.bytes, row: row, line: line.number + 1, fileOffset: line.fileOffset)
    }

    private func record(_ bytes: [UInt8], row: Int, line: Int, fileOffset: Int) -> CSVRecord {
        var tokenizer = CSVTokenizer(
            dialect: context.dialect, encoding: context.encoding, maximumColumns: context.limits.maximumColumns)
        // The row's end is known: whatever the scan comes to, all of it is the record's content.
        _ = tokenizer.scan(bytes, in: 0..<bytes.count, isEnd: true)
        return CSVRecord(
            row: row, line: line,
            problem: tokenizer.hasTooManyColumns ? .tooManyColumns(limit: context.limits.maximumColumns) : nil,
            bytes: bytes, cells: tokenizer.cells, fileOffset: fileOffset, context: context)
    }

    private func context(offset: Int) -> CSVRecordContext {
        CSVRecordContext(
            displayName: context.displayName, encoding: context.encoding, dialect: context.dialect,
            limits: context.limits,
            decoder: context.decoder, detectedEncoding: context.detectedEncoding, fileOffset: offset)
    }
}
