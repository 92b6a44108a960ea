public import ByteStreams
public import CSVReading
import Diagnostics
import Languages
import OfficeTables
public import PipelineDefinition
public import Tables
import VisitorModel

/// Why a file is not read in bulk; it is then read row by row, with the same result.
public enum BulkRefusal: Error, Sendable, Hashable {
    /// The profile, the pipeline or the size of the file does not ask for it.
    case notWorthIt
    /// A row whose meaning depends on others: a total, a repeated header, a note.
    case rowInContext
    /// The file is in another encoding than it was tried in.
    case otherEncoding
    /// The file cannot be cut.
    case unfitBytes
}

/// Reads a long table whose rows are only added up, block by block, on as many cores as there are.
///
/// Whatever is not utterly plain is judged by the code that reads row by row: an odd row goes through the same
/// processor, and a file that needs more than that is refused before anything was made of it.
public final class BulkIngester: BulkSource {
    /// Smaller files gain nothing.
    public static let leastBytes = 4 << 20

    private var reader: CSVBlockReader
    private var firstBlock: CSVBlock?
    let records: CSVBlockRecordMaker
    let layout: TableLayout
    let headerKeys: HeaderKeys
    let columns: BulkColumns
    private let request: BulkRequest
    let profile: ProfileDefinition
    let fileName: String
    var processor: EntryProcessor
    /// The offset in the first block at which the table's rows begin.
    public let firstOffset: Int
    /// For each block taken in and the next, how many rows stand before it.
    private(set) var rowsBefore: [Int]
    /// How many lines stand before the rows not yet taken in.
    private(set) var linesBefore: Int

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - encoding: The encoding to try.
    ///   - leastBytes: Smaller files are refused.
    /// - Throws: `BulkRefusal`; `DiagnosticsError` when the file cannot be read.
    public init(
        _ file: SourceFile, profile: ProfileDefinition, destination: DestinationDefinition, request: BulkRequest,
        encoding: TextEncoding = .utf8, leastBytes: Int = BulkIngester.leastBytes, bytesPerBlock: Int = CSVBlockReader.defaultBytesPerBlock
    ) throws {
        guard profile.canBeReadInBulk else { throw BulkRefusal.notWorthIt }
        var reader = try Self.translating {
            try CSVBlockReader(
                path: file.path, displayName: file.displayName, encoding: encoding,
                delimiter: profile.reading.delimiterByte,
                limits: profile.reading.limits.csv, leastBytes: leastBytes, bytesPerBlock: bytesPerBlock)
        }
        guard let first = try Self.translating({ try reader.next() }) else {
            throw BulkRefusal.notWorthIt
        }
        let records = reader.recordMaker
        let head = records.head(of: first, atMost: HeaderLocator.rowsSearched)
        let rows = head.map { record in (try? record.texts()) ?? [record.rawText] }
        let layout = try TableLayout(rows: rows, firstRow: 1, profile: profile, file: file.displayName)
        let firstRow = layout.headerRows.upperBound
        guard !layout.headerRows.isEmpty, firstRow < head.count,
            let offset = records.offset(of: head[firstRow], in: first)
        else { throw BulkRefusal.notWorthIt }
        firstOffset = offset
        var processor = EntryProcessor(
            profile: layout.withStatedScales(profile), destination: destination, scale: nil, file: file.displayName,
            outcome: IngestionOutcome(hash: ContentHash(of: []), byteCount: 0))
        processor.ignoreHead(head, texts: rows, of: layout)
        if let warning = layout.changeWarning(knowing: profile.layout, file: file.displayName) {
            processor.outcome.note(warning)
        }
        if let doubt = layout.doubtfulScale(profile, file: file.displayName) { processor.outcome.note(doubt) }
        let constants = profile.constantTexts(fileName: file.name)
        guard
            let columns = BulkColumns(
                profile: profile, places: layout.fieldColumns, processor: &processor, constantTexts: constants, request: request)
        else { throw BulkRefusal.notWorthIt }
        self.reader = reader
        self.records = records
        self.columns = columns
        self.request = request
        self.layout = layout
        headerKeys = HeaderKeys(layout.header)
        self.processor = processor
        self.profile = profile
        fileName = file.name
        firstBlock = first
        rowsBefore = [head[firstRow].row - 1]
        linesBefore = head[firstRow].line - 1
    }

    /// The encoding that reading row by row would find; `nil` when a file fits none, or cannot be read.
    public static func encoding(of file: SourceFile) -> TextEncoding? {
        (try? FileSurvey(path: file.path, displayName: file.displayName))?.detectedEncoding
    }

    /// How the file is cut into cells.
    var dialect: CSVDialect { reader.dialect }

    /// A worker for this file.
    public func makeWorker() -> BulkWorker {
        BulkWorker(
            columns: columns, request: request, headerKeys: headerKeys, records: records, processor: processor,
            table: CSVBlockTable(
                columns: columns.sheetColumns, cellCount: layout.header.count, dialect: reader.dialect,
                limits: profile.reading.limits.csv))
    }

    /// The next block to work on; `nil` at the end.
    ///
    /// - Throws: `BulkRefusal`; `DiagnosticsError` when the file cannot be read on.
    public func nextJob() throws -> BulkJob? {
        guard let block = try nextBlock() else { return nil }
        let first = block.index == 0 ? firstOffset : 0
        return BulkJob { $0.work(on: block, from: first) }
    }

    /// The next block of bytes; `nil` at the end.
    ///
    /// - Throws: `BulkRefusal`; `DiagnosticsError` when the file cannot be read on.
    func nextBlock() throws -> CSVBlock? {
        let block = try firstBlock ?? Self.translating { try reader.next() }
        firstBlock = nil
        return block
    }

    /// Takes in what a block came to. Blocks must come in the order of the file.
    ///
    /// - Returns: The rows that were judged one by one and go on to the stages.
    /// - Throws: `BulkRefusal` when a row cannot be judged by itself.
    public func take(_ result: BulkWorker.BlockResult) throws(BulkRefusal) -> RecordBatch? {
        let before = rowsBefore[result.index]
        let plain = result.rowCount - result.oddRows.count
        processor.outcome.account.countRead(plain)
        processor.outcome.account.accept(plain)
        if let block = result.block {
            for row in result.oddRows {
                try judge(records.record(row, in: block, rowsBefore: before, linesBefore: linesBefore))
            }
        }
        rowsBefore.append(before + result.rowCount)
        linesBefore += result.rowCount + result.extraLines
        return processor.batch.isEmpty ? nil : processor.takeBatch()
    }

    /// How many rows have been read.
    public var rowsRead: Int { processor.outcome.account.read }

    /// The groups of a worker, once all blocks are taken in.
    public func groups(of worker: BulkWorker) -> [BulkGroup] { worker.groups(rowsBefore: rowsBefore) }

    /// The spreadsheet column that an origin of a single row would have.
    public var originColumn: Int? {
        profile.columns.indices.first { profile.columns[$0].isValue }.flatMap { layout.fieldColumns[$0] }.map { $0 + 1 }
    }

    /// What reading came to, once all blocks are taken in.
    public var outcome: IngestionOutcome {
        var outcome = processor.outcome
        if let content = reader.content {
            outcome.hash = content.hash
            outcome.byteCount = content.byteCount
        }
        return outcome
    }
}
