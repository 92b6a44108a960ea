import CSVReading
public import Diagnostics
import Languages
import OfficeTables
public import PipelineDefinition
import Tables

/// Takes in a Parquet file that a machine elsewhere reads: its rows grouped by the texts of their cells, and the odd
/// ones each by itself.
///
/// What a text means is judged here, by the code that reads every other file. Nothing of the file is read here but its
/// hash.
public final class ParquetIngester {
    /// Where the cells stand, among those asked for.
    public let layout: GroupedLayout
    /// The file's columns that are asked for, by their place in the file, from 0.
    public let columnsRead: [Int]
    private let file: SourceFile
    private let profile: ProfileDefinition
    private let judge: GroupJudge
    private let places: [Int?]
    private var processor: EntryProcessor
    private var groups: [(group: BulkGroup, first: Int, last: Int)] = []
    private var ignored: [(rowCount: Int, first: Int, reason: BilingualText)] = []

    /// Prepares to take in a file.
    ///
    /// - Parameter columnNames: The names of the file's columns, in order.
    /// - Throws: `DiagnosticsError` when the file lacks a column, or cannot be read.
    public init(
        _ file: SourceFile, columnNames: [String], profile: ProfileDefinition, destination: DestinationDefinition,
        request: BulkRequest
    ) throws(DiagnosticsError) {
        let table = try TableLayout(rows: [columnNames], firstRow: 1, profile: profile, file: file.displayName)
        let content = try fileContent(file)
        var processor = EntryProcessor(
            profile: table.withStatedScales(profile), destination: destination, scale: nil, file: file.displayName,
            outcome: IngestionOutcome(hash: content.hash, byteCount: content.byteCount))
        guard
            let columns = BulkColumns(
                profile: profile, places: table.fieldColumns, processor: &processor,
                constantTexts: profile.constantTexts(fileName: file.name), request: request)
        else { throw DiagnosticsError(.unfitColumns(file)) }
        self.file = file
        self.profile = profile
        self.processor = processor
        places = table.fieldColumns
        judge = GroupJudge(columns: columns, keyColumns: request.keyColumns)
        let read = Set(table.fieldColumns.compactMap { $0 }).sorted()
        columnsRead = read
        func cell(_ sheetColumn: Int) -> Int { read.firstIndex(of: sheetColumn) ?? 0 }
        layout = GroupedLayout(
            delimiter: UInt8(ascii: ","), cellCount: read.count, linesAbove: 0, longestLine: .max,
            labels: columns.labels.map { GroupedLayout.Label(cell: cell($0.sheetColumn), dayOnly: $0.dayOnly) },
            numbers: columns.numbers.map {
                GroupedLayout.Number(cell: cell($0.sheetColumn), readsDigits: $0.digitsAreValues)
            })
    }

    /// How many bytes the file has here.
    public var byteCount: Int { processor.outcome.byteCount }

    /// Judges a group by its cells.
    public func take(_ group: RowGroup) -> RowGroup.Verdict {
        let labels = group.labels.compactMap { String(validating: $0, as: UTF8.self) }
        guard labels.count == group.labels.count else { return .odd }
        let judgement = judge.judge(
            group, labels: labels, textOf: { String(validating: $0, as: UTF8.self) }, by: &processor)
        switch judgement {
        case .odd: return .odd
        case .ignored(let reason): ignored.append((group.rowCount, group.first.index, reason))
        case .taken(let made): groups.append((made, group.first.index, group.last.index))
        }
        return .taken
    }

    /// What reading came to.
    ///
    /// - Parameter oddRows: The rows that no group taken in holds: each one's place in the file, from 0, and its cells.
    public func finish(oddRows: [(row: Int, cells: [String])]) -> GroupedIngester.Result {
        for aside in ignored.sorted(by: { $0.first < $1.first }) {
            processor.ignore(aside.rowCount, because: aside.reason)
        }
        var batches: [RecordBatch] = []
        for odd in oddRows.sorted(by: { $0.row < $1.row }) {
            _ = processor.process(entry(odd.cells, row: odd.row), rawText: { odd.cells.joined(separator: " | ") })
            if processor.isBatchFull { batches.append(processor.takeBatch()) }
        }
        if !processor.batch.isEmpty { batches.append(processor.takeBatch()) }
        var made: [BulkGroup] = []
        for (group, first, last) in groups {
            var group = group
            (group.firstRow, group.lastRow) = (first + 1, last + 1)
            made.append(group)
            processor.outcome.account.countRead(group.rowCount)
            processor.outcome.account.accept(group.rowCount)
        }
        return GroupedIngester.Result(batches: batches, groups: made, outcome: processor.outcome)
    }

    private func entry(_ cells: [String], row: Int) -> Entry {
        var entry = Entry(columnCount: profile.columns.count)
        entry.row = row + 1
        for (index, column) in profile.columns.enumerated() {
            switch column.source {
            case .fixed(let text): entry.texts[index] = text
            case .fileName: entry.texts[index] = file.name
            default:
                guard let place = places[index], let cell = columnsRead.firstIndex(of: place) else { continue }
                entry.texts[index] = cells.indices.contains(cell) ? cells[cell] : nil
                entry.columns[index] = place + 1
            }
        }
        return entry
    }

    /// The column that an origin of a single row would have.
    public var originColumn: Int? {
        profile.columns.indices.first { profile.columns[$0].isValue }.flatMap { places[$0] }.map { $0 + 1 }
    }
}

extension Diagnostic {
    fileprivate static func unfitColumns(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "parquet.columns", position: SourcePosition(file: file.displayName),
            message: BilingualText(
                ja: "profile の columns をこの Parquet ファイルの列だけから読むことができません。",
                en: "The profile's columns cannot be read from this Parquet file's columns alone."),
            remedy: BilingualText(
                ja: "profile の各列を from（列名）か fixed で指定してください。",
                en: "Give each of the profile's columns a from with a column's name, or a fixed text."))
    }

    /// That a Parquet file is read by no reader of this program.
    static func parquetNeedsSpark(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "parquet.needs-spark", position: SourcePosition(file: file.displayName),
            message: BilingualText(
                ja: "Parquet は Spark だけが読めます。このファイルは読んでいません。",
                en: "Only Spark reads Parquet. This file was not read."),
            remedy: BilingualText(
                ja: "dmo run 処理名 --engine spark --remote sc://HOST:PORT で実行する（--worker-dmo なし）か、CSV に変換してください。",
                en: "Run it with dmo run PIPELINE --engine spark --remote sc://HOST:PORT (without --worker-dmo), or convert it to CSV."
            ))
    }
}
