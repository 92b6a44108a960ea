import CSVReading
import Diagnostics

/// The records of a message written as CSV, as texts with their positions.
struct MessageCSVSource: ~Copyable {
    /// A record's cells, or what is wrong with it.
    struct Row {
        var record: CSVRecord
        var cells: [String]
        var problem: Diagnostic?
    }

    private var reader: CSVRecordReader

    init(_ reader: consuming CSVRecordReader) {
        self.reader = reader
    }

    /// Whether the cells stand between commas.
    var isCommaSeparated: Bool { reader.dialect == .comma }

    /// The next record; `nil` at the end.
    ///
    /// - Throws: `MessageReadingError` when the file cannot be read on.
    mutating func next(after observations: Int) throws(MessageReadingError) -> Row? {
        do throws(CSVReadingError) {
            guard let record = try reader.next() else { return nil }
            if let problem = record.diagnostic { return Row(record: record, cells: [], problem: problem) }
            do throws(CSVReadingError) {
                return Row(record: record, cells: try record.texts())
            } catch {
                return Row(record: record, cells: [], problem: error.diagnostic)
            }
        } catch {
            throw MessageReadingError(error.diagnostic, observationsRead: observations)
        }
    }
}

extension MessageObservation {
    /// A row that could not be taken apart.
    init(unreadable row: MessageCSVSource.Row, problem: Diagnostic, fieldCount: Int) {
        self.init(
            values: Array(repeating: nil, count: fieldCount), powerOfTen: 0, line: row.record.line, row: row.record.row,
            rawText: String(row.record.rawText.prefix(2000)), problem: problem)
    }
}
