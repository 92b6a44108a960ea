import CSVReading
import Diagnostics
import Languages
import OfficeTables
import PipelineDefinition

extension BulkIngester {
    /// Judges one row as reading row by row would, as far as it can be judged without its neighbours.
    func judge(_ record: CSVRecord) throws(BulkRefusal) {
        if let problem = record.diagnostic { return processor.hold([problem], rawText: record.rawText) }
        if record.isBlank { return processor.ignore(because: IgnoredReason.blank) }
        let cells: [String]
        do throws(CSVReadingError) {
            cells = try record.texts()
        } catch {
            return processor.hold([error.diagnostic], rawText: record.rawText)
        }
        let row = SheetRow(record: record, cells: cells, isWide: false, profile: profile, layout: layout)
        // What a single text means depends on what stands around it.
        guard !row.isTextAlone else { throw .rowInContext }
        guard !cells.indices.contains(where: { headerKeys.repeats(cells[$0], inSheetColumn: $0) }) else {
            throw .rowInContext
        }
        if let fault = layout.widthFault(of: row, in: processor.file) {
            return processor.hold([fault], rawText: record.rawText)
        }
        var entry = Entry(columnCount: profile.columns.count)
        entry.row = record.row
        entry.line = record.line
        for (index, column) in profile.columns.enumerated() {
            switch column.source {
            case .fixed(let text): entry.texts[index] = text
            case .fileName: entry.texts[index] = fileName
            default:
                guard let place = layout.fieldColumns[index] else { continue }
                entry.texts[index] = place < cells.count ? cells[place] : nil
                entry.columns[index] = place + 1
            }
        }
        let ignoredBefore = processor.outcome.account.ignored
        if case .ignored = processor.process(entry, rawText: { record.rawText }) {
            try checkReason(since: ignoredBefore)
        }
    }

    /// A row that is not ours is ignored wherever it stands; a total or a note says something about other rows.
    private func checkReason(since before: [(reason: BilingualText, rows: Int)]) throws(BulkRefusal) {
        for (index, ignored) in processor.outcome.account.ignored.enumerated() {
            let isMore = index >= before.count || before[index].rows < ignored.rows
            if isMore, ignored.reason != IgnoredReason.listed, ignored.reason != IgnoredReason.notOurs {
                throw .rowInContext
            }
        }
    }

    /// Turns the reader's errors into those of this module.
    static func translating<Result: ~Copyable>(
        _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch let refusal as CSVBlockRefusal {
            throw refusal == .otherEncoding ? BulkRefusal.otherEncoding : BulkRefusal.unfitBytes
        } catch let error as CSVReadingError {
            throw DiagnosticsError(error.diagnostic)
        }
    }
}

extension ProfileDefinition {
    /// The texts of columns that are the same for all rows of a file.
    func constantTexts(fileName: String) -> [Int: String] {
        var constants: [Int: String] = [:]
        for (index, column) in columns.enumerated() {
            switch column.source {
            case .fixed(let text): constants[index] = text
            case .fileName: constants[index] = fileName
            default: continue
            }
        }
        return constants
    }

    /// Whether the profile describes a long table of CSV whose rows can be read each by itself.
    var canBeReadInBulk: Bool {
        reading.format == .csv && !isWide && table == TableDefinition() && duplicates == nil
    }
}
