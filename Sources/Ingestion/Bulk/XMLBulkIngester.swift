import ByteStreams
import CSVReading
import Diagnostics
public import PipelineDefinition
public import Tables
import VisitorModel
import XMLReading

/// Reads the records of a long plain XML document that are only added up: parsed on one core, worked on by others.
///
/// A record that is not plain goes through the processor that reads record by record; a document that is not plain is
/// refused and read record by record from its beginning.
public final class XMLBulkIngester: BulkSource {
    private var reader: XMLRowReader
    private let hashing = OrderedHashing()
    private let maker: XMLEntryMaker
    private let columns: BulkColumns
    private let request: BulkRequest
    private let records: CSVBlockRecordMaker
    private let fieldCount: Int
    /// The fields of the value columns, the last one first.
    private let valueFields: [Int]
    private var processor: EntryProcessor

    /// Opens a file.
    ///
    /// - Parameter leastBytes: Smaller files are refused.
    /// - Throws: `BulkRefusal`; `DiagnosticsError` when the file cannot be read.
    public init(
        _ file: SourceFile, profile: ProfileDefinition, destination: DestinationDefinition, request: BulkRequest,
        leastBytes: Int = BulkIngester.leastBytes, bytesPerBlock: Int
    ) throws {
        guard profile.reading.format == .xml, profile.duplicates == nil else { throw BulkRefusal.notWorthIt }
        let wanted = RecordColumns(profile: profile, fileName: file.name)
        // Of several spellings the first that is there counts, which only the record tells.
        guard wanted.columns.allSatisfy({ $0.fields.count <= 1 && $0.yearFields.isEmpty && $0.fixedYear == nil }) else {
            throw BulkRefusal.notWorthIt
        }
        let mapping = try wanted.mapping(of: profile)
        reader = try Self.translating {
            try XMLRowReader(
                path: file.path, displayName: file.displayName, mapping: mapping, limits: profile.reading.limits.xml,
                leastBytes: leastBytes, bytesPerBlock: bytesPerBlock)
        }
        var processor = EntryProcessor(
            profile: profile, destination: destination, scale: nil, file: file.displayName,
            outcome: IngestionOutcome(hash: ContentHash(of: []), byteCount: 0))
        guard
            let columns = BulkColumns(
                profile: profile, places: wanted.columns.map(\.fields.first), processor: &processor,
                constantTexts: profile.constantTexts(fileName: file.name), request: request)
        else { throw BulkRefusal.notWorthIt }
        do throws(CSVReadingError) {
            records = try CSVBlockRecordMaker.ofCells(in: file.displayName)
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
        maker = XMLEntryMaker(columns: wanted.columns)
        fieldCount = mapping.fieldNames.count
        valueFields = profile.columns.indices.filter { profile.columns[$0].isValue }.reversed().compactMap {
            wanted.columns[$0].fields.first
        }
        self.columns = columns
        self.request = request
        self.processor = processor
    }

    /// A worker for this document.
    public func makeWorker() -> BulkWorker {
        BulkWorker(
            columns: columns, request: request, headerKeys: HeaderKeys([]), records: records, processor: processor,
            table: CSVBlockTable(columns: [], cellCount: 0, dialect: .comma))
    }

    /// Parses on and gives the rows found to work on; `nil` at the end.
    ///
    /// - Throws: `BulkRefusal` when the document is not plain; `DiagnosticsError` when the file cannot be read on.
    public func nextJob() throws -> BulkJob? {
        guard let (rows, chunks) = try Self.translating({ try reader.next() }) else { return nil }
        let (hashing, fieldCount, valueFields) = (hashing, fieldCount, valueFields)
        return BulkJob { worker in
            hashing.take(chunks, at: rows.index)
            let block = CSVBlock(index: rows.index, cells: rows.bytes)
            let table = CSVBlockTable(columnCount: fieldCount, words: rows.words, in: block)
            var result = worker.work(on: block, cells: table)
            worker.notePlaces(of: rows, valueFields: valueFields)
            if !result.oddRows.isEmpty || rows.unmapped != nil { result.xml = rows }
            return result
        }
    }

    /// Takes in what some rows came to, in the order of the document.
    public func take(_ result: BulkWorker.BlockResult) throws(BulkRefusal) -> RecordBatch? {
        let plain = result.rowCount - result.oddRows.count
        processor.outcome.account.countRead(plain)
        processor.outcome.account.accept(plain)
        guard let rows = result.xml else { return nil }
        var unmapped = rows.unmapped
        for row in result.oddRows.map(\.row) {
            if let found = unmapped, found.row <= row {
                tell(found, in: rows)
                unmapped = nil
            }
            let entry = maker.entry(of: rows.record(row))
            _ = processor.process(entry, rawText: { entry.rawText })
        }
        if let unmapped { tell(unmapped, in: rows) }
        return processor.batch.isEmpty ? nil : processor.takeBatch()
    }

    private func tell(_ unmapped: (row: Int, names: [String]), in rows: XMLRowBlock) {
        let entry = maker.entry(of: rows.record(unmapped.row))
        processor.outcome.note(.unmapped(unmapped.names, at: entry.position(in: processor.file)))
    }

    /// How many records have been read.
    public var rowsRead: Int { processor.outcome.account.read }

    /// The groups of a worker, once everything is taken in.
    public func groups(of worker: BulkWorker) -> [BulkGroup] {
        worker.groups { number, group in
            let place = worker.xmlPlaces[number]
            return (place.firstLine, place.lastLine, place.valueLine, group.rowCount == 1 ? place.path : nil)
        }
    }

    /// Records have no spreadsheet column.
    public var originColumn: Int? { nil }

    /// What reading came to, once everything is taken in.
    public var outcome: IngestionOutcome {
        var outcome = processor.outcome
        if let hash = hashing.hash, let byteCount = reader.byteCount {
            outcome.hash = hash
            outcome.byteCount = byteCount
        }
        return outcome
    }

    private static func translating<Result: ~Copyable>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let refusal as XMLRowRefusal {
            throw refusal == .documentNotPlain ? BulkRefusal.unfitBytes : BulkRefusal.notWorthIt
        } catch let error as XMLReadingError {
            throw DiagnosticsError(error.diagnostic)
        }
    }
}

/// Where the rows of a group stand in an XML document.
struct XMLGroupPlaces {
    /// The line of the first record.
    var firstLine: Int
    /// The line of its number.
    var valueLine: Int
    /// Its path.
    var path: String
    /// The line of the last record.
    var lastLine: Int
}

extension BulkWorker {
    /// Remembers where the rows of the block added last stand, for the groups they belong to.
    fileprivate func notePlaces(of rows: XMLRowBlock, valueFields: [Int]) {
        for row in 0..<rows.rowCount {
            let group = tally.group(ofRow: row)
            guard group >= 0 else { continue }
            if group < xmlPlaces.count {
                xmlPlaces[group].lastLine = rows.line(ofRow: row)
            } else {
                // Groups are numbered in the order in which their first rows come.
                let record = rows.record(row)
                let value = valueFields.lazy.compactMap { record.fieldLines[$0] }.first
                xmlPlaces.append(
                    XMLGroupPlaces(
                        firstLine: record.line, valueLine: value ?? record.line, path: record.path,
                        lastLine: record.line))
            }
        }
    }
}
