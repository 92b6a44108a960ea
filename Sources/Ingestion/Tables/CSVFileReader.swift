import ByteStreams
import CSVReading
import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel

/// Reads a CSV file's table by a profile: long or wide, with whatever stands above, between and below its rows.
final class CSVFileReader: TableReader {
    private let profile: ProfileDefinition
    private let fileName: String
    private var reader: CSVRecordReader
    /// The first records, read ahead to find the header, not yet processed.
    private var head: ArraySlice<CSVRecord>
    private let layout: TableLayout
    private let headerRow: Int
    private var processor: EntryProcessor
    private var carrier: DownwardCarrier
    private var wide: WideTotals?
    private var isFinished = false

    init(
        file: SourceFile, profile: ProfileDefinition, destination: DestinationDefinition
    ) throws(DiagnosticsError) {
        self.profile = profile
        fileName = file.name
        var reader = try Self.open(file, profile.reading)
        let head = try Self.head(of: &reader)
        let rows = head.map { record in (try? record.texts()) ?? [record.rawText] }
        var layout = try TableLayout(rows: rows, profile: profile, file: file.displayName)
        var processor = EntryProcessor(
            profile: profile, destination: destination, scale: layout.statedScale, file: file.displayName,
            outcome: IngestionOutcome(hash: reader.hash, byteCount: reader.byteCount))
        if profile.isWide {
            layout.readAcross(profile: profile, processor: &processor)
            wide = WideTotals(checks: profile.checksTotals)
        } else {
            wide = nil
        }
        for (index, record) in head[..<layout.headerIndex].enumerated() {
            processor.ignore(because: record.isBlank || rows[index].isEmpty ? IgnoredReason.blank : IgnoredReason.title)
        }
        processor.ignore(because: IgnoredReason.header)
        headerRow = head[layout.headerIndex].row
        self.reader = reader
        self.head = head[(layout.headerIndex + 1)...]
        carrier = DownwardCarrier(
            columns: Set(
                profile.columns.indices.filter { profile.columns[$0].carriesDown }.compactMap { layout.fieldColumns[$0] }))
        self.layout = layout
        self.processor = processor
    }

    private static func open(
        _ file: SourceFile, _ reading: ReadingDefinition
    ) throws(DiagnosticsError) -> CSVRecordReader {
        do throws(CSVReadingError) {
            return try CSVRecordReader(
                path: file.path, displayName: file.displayName,
                encoding: reading.encoding.flatMap { TextEncoding(rawValue: $0) },
                delimiter: reading.delimiter.flatMap { $0 == "tab" ? 0x09 : $0.utf8.first },
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

    /// What reading came to, complete when `next()` has returned `nil`.
    var outcome: IngestionOutcome { processor.outcome }

    /// The next rows; `nil` at the end.
    func next() throws(DiagnosticsError) -> RecordBatch? {
        while !isFinished, !processor.isBatchFull {
            guard let record = try nextRecord() else {
                isFinished = true
                break
            }
            process(record)
        }
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
        if let wide {
            self.wide = processWide(record, wide)
        } else {
            processLong(record)
        }
    }

    // MARK: long tables

    private func processLong(_ record: CSVRecord) {
        var entry = Entry(columnCount: profile.columns.count)
        entry.row = record.row
        entry.line = record.line
        guard let cells = texts(of: record, atMost: nil) else { return }
        if let fault = widthFault(of: record, cells: cells) {
            return processor.hold([fault], rawText: record.rawText)
        }
        fillLabels(&entry, from: cells)
        if isRepeatedHeader(cells) { return processor.ignore(because: IgnoredReason.repeatedHeader) }
        let isTextOnly = cells.count { !LabelKey($0).isEmpty } == 1 && !hasValue(entry)
        _ = processor.process(entry, isTextOnly: isTextOnly, rawText: { record.rawText })
    }

    private func hasValue(_ entry: Entry) -> Bool {
        profile.columns.indices.contains { index in
            (profile.columns[index].type == .count || profile.columns[index].type == .number)
                && !LabelKey(entry.texts[index] ?? "").isEmpty
        }
    }

    // MARK: wide tables

    private func processWide(_ record: CSVRecord, _ totals: WideTotals) -> WideTotals {
        var totals = totals
        guard let cells = texts(of: record, atMost: nil) else { return totals }
        var labels = Entry(columnCount: profile.columns.count)
        labels.row = record.row
        labels.line = record.line
        fillLabels(&labels, from: cells)
        if isRepeatedHeader(cells) {
            processor.ignore(because: IgnoredReason.repeatedHeader)
            return totals
        }
        let filled = cells.indices.filter { !LabelKey(cells[$0]).isEmpty }
        let hasValues = filled.contains { index in
            guard index < layout.across.count else { return true }
            switch layout.across[index] {
            case .values, .total, .unreadable: return true
            case .ignored: return false
            }
        }
        switch rowRole(labels, hasValues: hasValues) {
        case .data: break
        case .total, .subtotal:
            if totals.checks { checkTotalRow(cells, record: record, totals: totals) }
            processor.ignore(because: IgnoredReason.total)
            return totals
        case .textOnly:
            processor.ignore(because: IgnoredReason.textRow)
            return totals
        case .other(let reason):
            processor.ignore(because: reason)
            return totals
        }
        if cells.count > layout.across.count, filled.contains(where: { $0 >= layout.across.count }) {
            let position = SourcePosition(file: processor.file, line: record.line, row: record.row, column: 1)
            processor.hold(
                [.tooManyCells(cells.count, of: layout.across.count, at: position, value: record.rawText)],
                rawText: record.rawText)
            return totals
        }
        for index in layout.across.indices {
            let cell = index < cells.count ? cells[index] : ""
            processCell(cell, at: index, labels: labels, record: record, totals: &totals)
        }
        checkRowTotals(cells, record: record, totals: totals)
        return totals
    }

    private func processCell(
        _ cell: String, at index: Int, labels: Entry, record: CSVRecord, totals: inout WideTotals
    ) {
        switch layout.across[index] {
        case .ignored(let reason):
            if !LabelKey(cell).isEmpty, reason != IgnoredReason.header { processor.ignore(because: reason) }
        case .total: processor.ignore(because: IgnoredReason.total)
        case .unreadable(let fault):
            guard !LabelKey(cell).isEmpty else { return processor.ignore(because: IgnoredReason.blank) }
            var told = fault
            told.position = SourcePosition(file: processor.file, line: record.line, row: record.row, column: index + 1)
            processor.hold([told], rawText: record.rawText)
        case .values(let header, let upper):
            var entry = labels
            for (place, column) in profile.columns.enumerated() {
                switch column.source {
                case .header: entry.texts[place] = header
                case .upperHeader: entry.texts[place] = upper
                case .cell: entry.texts[place] = cell
                default: continue
                }
                entry.columns[place] = index + 1
                entry.yearTexts[place] = layout.yearText(of: column, at: index, fileName: fileName) ?? entry.yearTexts[place]
            }
            let fate = processor.process(entry, rawText: { record.rawText })
            totals.add(fate, row: record.row, column: index, valueColumn: valueColumn)
        }
    }

    private var valueColumn: Int { profile.columns.firstIndex { $0.source == .cell } ?? 0 }

    // MARK: totals

    private func checkRowTotals(_ cells: [String], record: CSVRecord, totals: WideTotals) {
        guard totals.checks else { return }
        let totalColumns = layout.across.indices.filter { if case .total = layout.across[$0] { true } else { false } }
        // With several totals in a row (上期計, 下期計, 合計) only the last covers all of it.
        guard let last = totalColumns.last, last < cells.count, let printed = printed(cells[last]) else { return }
        let position = SourcePosition(file: processor.file, line: record.line, row: record.row, column: last + 1)
        if let warning = totals.compareRow(record.row, printed: printed, at: position) { processor.outcome.note(warning) }
    }

    private func checkTotalRow(_ cells: [String], record: CSVRecord, totals: WideTotals) {
        for index in layout.across.indices where index < cells.count {
            guard case .values = layout.across[index], let printed = printed(cells[index]) else { continue }
            let position = SourcePosition(file: processor.file, line: record.line, row: record.row, column: index + 1)
            if let warning = totals.compareColumn(index, printed: printed, at: position) {
                processor.outcome.note(warning)
            }
        }
    }

    private func printed(_ cell: String) -> ObservedValue? {
        guard !LabelKey(cell).isEmpty, case .value(let value, let rounding, _) = processor.reading(ofColumn: valueColumn, cell),
            let number = value.number
        else { return nil }
        return ObservedValue(number, roundingHalfWidth: rounding)
    }

    // MARK: rows

    private enum RowRole {
        case data
        case total
        case subtotal
        case textOnly
        case other(BilingualText)
    }

    /// What the labels of a wide row say about it.
    private func rowRole(_ labels: Entry, hasValues: Bool) -> RowRole {
        for (index, column) in profile.columns.enumerated() {
            guard case .field = column.source, column.type != .count, column.type != .number else { continue }
            switch processor.reading(ofColumn: index, labels.texts[index], yearText: labels.yearTexts[index]) {
            case .role(.total): return .total
            case .role(.subtotal): return .subtotal
            case .role(let role): return .other(EntryProcessor.reason(role))
            case .ignored(let reason): return .other(reason)
            case .fault: if !hasValues { return .textOnly }
            case .value: continue
            }
        }
        return .data
    }

    /// The texts of a record's cells; a cell that cannot be decoded holds the row.
    private func texts(of record: CSVRecord, atMost: Int?) -> [String]? {
        do throws(CSVReadingError) {
            return carrier.carry(try record.texts())
        } catch {
            processor.hold([error.diagnostic], rawText: record.rawText)
            return nil
        }
    }

    private func fillLabels(_ entry: inout Entry, from cells: [String]) {
        for (index, column) in profile.columns.enumerated() {
            switch column.source {
            case .field:
                guard let place = layout.fieldColumns[index] else { continue }
                entry.texts[index] = place < cells.count ? cells[place] : nil
                entry.columns[index] = place + 1
            case .title: entry.texts[index] = layout.title.joined(separator: "\n")
            case .fileName: entry.texts[index] = fileName
            case .fixed(let text): entry.texts[index] = text
            case .header, .upperHeader, .cell: continue
            }
            if let place = layout.yearColumns[index] {
                entry.yearTexts[index] = place < cells.count ? cells[place] : nil
            } else {
                entry.yearTexts[index] = layout.yearText(of: column, at: nil, fileName: fileName)
            }
        }
    }

    private func isRepeatedHeader(_ cells: [String]) -> Bool {
        let places = layout.fieldColumns.compactMap { $0 }
        guard !places.isEmpty, places.allSatisfy({ $0 < cells.count }) else { return false }
        return places.allSatisfy { LabelKey(cells[$0]) == LabelKey(layout.header[$0]) }
    }

    /// A long row that lacks cells the profile reads, or has filled cells beyond the header.
    private func widthFault(of record: CSVRecord, cells: [String]) -> Diagnostic? {
        let width = layout.header.count
        let position = SourcePosition(file: processor.file, line: record.line, row: record.row, column: 1)
        if cells.count > width, cells[width...].contains(where: { !LabelKey($0).isEmpty }) {
            return .tooManyCells(cells.count, of: width, at: position, value: record.rawText)
        }
        let needed = (layout.fieldColumns + layout.yearColumns).compactMap { $0 }.max() ?? 0
        // A single text cell is a note or a heading, judged by what it says.
        guard cells.count <= needed, cells.count(where: { !LabelKey($0).isEmpty }) > 1 else { return nil }
        return .tooFewCells(cells.count, of: width, at: position, value: record.rawText)
    }
}
