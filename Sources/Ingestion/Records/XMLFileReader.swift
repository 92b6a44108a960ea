import ByteStreams
import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition
import Tables
import VisitorModel
import XMLReading

/// Reads an XML file's records by a profile.
final class XMLFileReader: TableReader {
    private let maker: XMLEntryMaker
    private var reader: XMLRecordReader
    private var processor: EntryProcessor
    private var hasToldUnmapped = false
    private var isFinished = false

    init(
        file: SourceFile, profile: ProfileDefinition, destination: DestinationDefinition, outcome: IngestionOutcome
    ) throws(DiagnosticsError) {
        let wanted = RecordColumns(profile: profile, fileName: file.name)
        let mapping = try wanted.mapping(of: profile)
        reader = try Self.open(file, mapping, profile.reading.limits.xml)
        maker = XMLEntryMaker(columns: wanted.columns)
        processor = EntryProcessor(
            profile: profile, destination: destination, scale: nil, file: file.displayName, outcome: outcome)
    }

    private static func open(
        _ file: SourceFile, _ mapping: XMLRecordMapping, _ limits: XMLReadingLimits
    ) throws(DiagnosticsError) -> XMLRecordReader {
        do throws(XMLReadingError) {
            return try XMLRecordReader(
                path: file.path, displayName: file.displayName, mapping: mapping, limits: limits)
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
    }

    /// What reading came to, complete when `next()` has returned `nil`.
    var outcome: IngestionOutcome { processor.outcome }

    var rowsRead: Int { processor.outcome.account.read }

    /// The next rows; `nil` at the end.
    ///
    /// - Throws: `DiagnosticsError` when nothing of the document can be read; a document that breaks off later ends
    ///   the rows and is told in the outcome.
    func next() throws(DiagnosticsError) -> RecordBatch? {
        while !isFinished, !processor.isBatchFull {
            do throws(XMLReadingError) {
                guard let record = try reader.next() else {
                    try finish()
                    break
                }
                process(record)
            } catch {
                // A document that broke before its first record gave nothing that could be kept.
                guard error.recordsRead > 0 else { throw DiagnosticsError(error.diagnostic) }
                processor.outcome.truncation = error.diagnostic
                isFinished = true
            }
        }
        return processor.batch.isEmpty ? nil : processor.takeBatch()
    }

    private func finish() throws(XMLReadingError) {
        isFinished = true
        let summary = reader.summary
        for notice in summary.notices { processor.outcome.note(notice) }
        if summary.records == 0 {
            processor.outcome.note(.noRecords(in: processor.file, seen: summary.elementPathsSeen))
        }
    }

    private func process(_ record: XMLRecord) {
        let entry = maker.entry(of: record)
        let repeated = record.repeatedFields
        if !repeated.isEmpty {
            let position = entry.position(in: processor.file)
            return processor.hold([.repeatedField(at: position)], rawText: entry.rawText)
        }
        if !hasToldUnmapped, !record.unmappedNames.isEmpty {
            hasToldUnmapped = true
            processor.outcome.note(.unmapped(record.unmappedNames, at: entry.position(in: processor.file)))
        }
        _ = processor.process(entry, rawText: { entry.rawText })
    }
}

/// Makes entries of XML records.
struct XMLEntryMaker: Sendable {
    private let columns: [RecordColumns.Column]
    private let fieldPaths: [String?]

    init(columns: [RecordColumns.Column]) {
        self.columns = columns
        fieldPaths = columns.map(\.path)
    }

    /// The texts of a record, with where each stands.
    func entry(of record: XMLRecord) -> Entry {
        var entry = Entry(columnCount: columns.count)
        entry.line = record.line
        entry.path = record.path
        entry.lines = Array(repeating: nil, count: columns.count)
        entry.fieldPaths = fieldPaths
        for index in columns.indices {
            let own = text(columns[index].fields, in: record, fixed: columns[index].fixed)
            entry.texts[index] = own.text
            entry.lines[index] = own.line
            let year = text(columns[index].yearFields, in: record, fixed: columns[index].fixedYear).text
            if year != nil { entry.yearTexts[index] = year }
        }
        return entry
    }

    private func text(_ fields: [Int], in record: XMLRecord, fixed: String?) -> (text: String?, line: Int?) {
        if let fixed { return (fixed, nil) }
        for field in fields {
            if let text = record[field] { return (text, record.fieldLines[field]) }
        }
        return (nil, nil)
    }
}

extension Entry {
    /// The texts of an XML record, for keeping it aside.
    var rawText: String {
        let parts = zip(texts, yearTexts).flatMap { [$1, $0].compactMap { $0 } }
        return (path.map { $0 + ": " } ?? "") + parts.joined(separator: " | ")
    }
}

extension Diagnostic {
    fileprivate static func noRecords(in file: String, seen: [String]) -> Diagnostic {
        Diagnostic(
            code: "xml.no-records", severity: .warning, position: SourcePosition(file: file),
            value: seen.joined(separator: ", "),
            message: BilingualText(
                ja: "profile の record にあたる要素が一つもありません。", en: "No element fits the profile's record path."),
            remedy: BilingualText(
                ja: "値に示した要素の道筋と record を見比べてください。", en: "Compare the element paths shown with the profile's record."))
    }

    fileprivate static func repeatedField(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "xml.repeated-field", position: position,
            message: BilingualText(
                ja: "一つの記録に同じ項目が二度あります。", en: "One record holds the same field twice."),
            remedy: BilingualText(
                ja: "どちらが正しいか提供元に確認するか、record をより内側の要素にしてください。",
                en: "Ask the supplier which is right, or make record an inner element."))
    }

    static func unmapped(_ names: [String], at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "xml.unmapped", severity: .notice, position: position, value: names.joined(separator: ", "),
            message: BilingualText(
                ja: "profile で使っていない項目があります。", en: "The record has fields the profile does not use."))
    }
}
