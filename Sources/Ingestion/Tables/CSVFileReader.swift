import ByteStreams
import CSVReading
import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel

/// Reads a CSV file's table by a profile: long or wide, with whatever stands above, between and below its rows.
///
/// This file walks over the rows; `+Long` and `+Wide` read one, `+Blocks` begins a table anew under a repeated header,
/// and ``TotalsCheck`` holds printed totals against what was read.
final class CSVFileReader: TableReader {
    let profile: ProfileDefinition
    let destination: DestinationDefinition
    let fileName: String
    var reader: CSVRecordReader
    /// The first records, read ahead to find the header, not yet processed.
    private var head: ArraySlice<CSVRecord>
    var layout: TableLayout
    var processor: EntryProcessor
    /// Whether some value stands in the header above each cell.
    let isWide: Bool
    /// Whether a column must be the sum of others.
    let hasSums: Bool
    var repeatedHeader: RepeatedHeader
    /// What stands over the cells of a wide table.
    var cellLabels: CellLabels
    var carrier: DownwardCarrier
    var labels: RowLabels
    var totals: TotalsCheck
    /// The texts that stood alone since the last row of data: the title of a table that may follow.
    var textsSinceData: [String] = []
    /// Batches of a finished table whose reading rules differ from the current ones.
    var finishedBatches: [RecordBatch] = []
    private var hasEnded = false
    private var isFinished = false

    init(
        file: SourceFile, profile: ProfileDefinition, destination: DestinationDefinition
    ) throws(DiagnosticsError) {
        self.profile = profile
        self.destination = destination
        fileName = file.name
        isWide = profile.isWide
        hasSums = profile.columns.contains { !$0.sumOf.isEmpty }
        var reader = try Self.open(file, profile.reading)
        var skipped = RowsBeforeTable()
        if let begin = profile.table.begin { try skipped.skip(to: begin, in: &reader, file: file.displayName) }
        let head = try Self.head(of: &reader)
        let rows = head.map { record in (try? record.texts()) ?? [record.rawText] }
        var layout = try TableLayout(
            rows: rows, firstRow: skipped.count + 1, profile: profile, file: file.displayName)
        var processor = EntryProcessor(
            profile: layout.withStatedScales(profile), destination: destination, scale: nil, file: file.displayName,
            outcome: IngestionOutcome(hash: reader.hash, byteCount: reader.byteCount))
        if isWide { layout.readAcross(profile: profile, processor: &processor) }
        processor.ignore(skipped.count, because: IgnoredReason.beforeTable)
        processor.ignoreHead(head, texts: rows, of: layout)
        self.reader = reader
        self.head = head[layout.headerRows.upperBound...]
        carrier = Self.carrier(for: layout, profile)
        labels = RowLabels(profile: profile, fileName: fileName)
        totals = TotalsCheck(profile: profile, file: file.displayName)
        repeatedHeader = RepeatedHeader(layout: layout, profile: profile)
        cellLabels = CellLabels(layout: layout, profile: profile, fileName: file.name)
        self.layout = layout
        self.processor = processor
        assumeFiscalYear(from: rows[layout.headerRows.upperBound...])
        if let warning = layout.changeWarning(knowing: profile.layout, file: self.processor.file) {
            self.processor.outcome.note(warning)
        }
        if let doubt = layout.doubtfulScale(profile, file: file.displayName) { self.processor.outcome.note(doubt) }
    }

    private static func open(
        _ file: SourceFile, _ reading: ReadingDefinition
    ) throws(DiagnosticsError) -> CSVRecordReader {
        do throws(CSVReadingError) {
            return try CSVRecordReader(
                path: file.path, displayName: file.displayName,
                encoding: reading.encoding.flatMap { TextEncoding(rawValue: $0) },
                delimiter: reading.delimiterByte,
                limits: reading.limits.csv)
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
    }

    private static func head(of reader: inout CSVRecordReader) throws(DiagnosticsError) -> [CSVRecord] {
        do throws(CSVReadingError) {
            var head: [CSVRecord] = []
            while head.count < HeaderLocator.rowsSearched, let record = try reader.next() { head.append(record) }
            return head
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
    }

    static func carrier(for layout: TableLayout, _ profile: ProfileDefinition) -> DownwardCarrier {
        var columns: Set<Int> = []
        var limits: [Int: Int] = [:]
        for (index, column) in profile.columns.enumerated() where column.carriesDown {
            guard let place = layout.fieldColumns[index] else { continue }
            columns.insert(place)
            limits[place] = column.carriedRows
        }
        return DownwardCarrier(columns: columns, rowLimits: limits)
    }

    /// The form of this file's header.
    var layoutFingerprint: String? { layout.fingerprint }

    /// What reading came to, complete when `next()` has returned `nil`.
    var outcome: IngestionOutcome { processor.outcome }

    var rowsRead: Int { processor.outcome.account.read }

    /// The next rows; `nil` at the end.
    func next() throws(DiagnosticsError) -> RecordBatch? {
        while !isFinished, finishedBatches.isEmpty, !processor.isBatchFull {
            guard let record = try nextRecord() else {
                isFinished = true
                for warning in totals.finish() { processor.outcome.note(warning) }
                break
            }
            process(record)
        }
        if !finishedBatches.isEmpty { return finishedBatches.removeFirst() }
        return processor.batch.isEmpty ? nil : processor.takeBatch()
    }

    private func nextRecord() throws(DiagnosticsError) -> CSVRecord? {
        if let record = head.popFirst() { return record }
        do throws(CSVReadingError) {
            return try reader.next()
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
    }

    private func process(_ record: CSVRecord) {
        if let problem = record.diagnostic {
            return processor.hold([problem], rawText: record.rawText)
        }
        if record.isBlank { return processor.ignore(because: IgnoredReason.blank) }
        if hasEnded { return processor.ignore(because: IgnoredReason.afterTable) }
        let cells: [String]
        do throws(CSVReadingError) {
            cells = try record.texts()
        } catch {
            return processor.hold([error.diagnostic], rawText: record.rawText)
        }
        if let mark = profile.table.comment, cells.first?.hasPrefix(mark) == true {
            return processor.ignore(because: IgnoredReason.comment)
        }
        if endsTable(cells) {
            hasEnded = true
            return processor.ignore(because: IgnoredReason.afterTable)
        }
        if repeatedHeader.isRepeated(in: cells) { return beginAnew(under: cells, record: record) }
        let row = SheetRow(record: record, cells: cells, isWide: isWide, profile: profile, layout: layout)
        if row.isTextAlone, takeAsHeading(row) { return }
        let carried = row.carried(by: &carrier)
        if isWide { processWide(carried) } else { processLong(carried) }
    }

    private func endsTable(_ cells: [String]) -> Bool {
        guard !profile.table.end.isEmpty, let first = cells.first(where: { !LabelKey.isBlank($0) }) else {
            return false
        }
        let key = LabelKey(first).text
        return profile.table.end.contains { key.hasPrefix(LabelKey($0).text) }
    }

    /// Keeps a text that stands alone as the heading of a section, when the profile reads those.
    private func takeAsHeading(_ row: SheetRow) -> Bool {
        let text = row.filledTexts.first ?? ""
        textsSinceData.append(text)
        if textsSinceData.count > Self.textsKept { textsSinceData.removeFirst() }
        guard labels.readsSections, profile.labelRoles.role(of: text) == .data else { return false }
        labels.section = text
        processor.ignore(because: IgnoredReason.section)
        return true
    }

    private static let textsKept = 10
}
