import ByteStreams
public import CSVReading
import Diagnostics
import Languages
import OfficeTables
public import PipelineDefinition
public import Tables
import VisitorModel

/// Takes in a CSV file whose rows a machine elsewhere has grouped by the bytes of their cells.
///
/// What a row means is judged here, by the code that reads row by row: each group by its cells, and each row that is
/// not utterly plain by itself, from the file as it stands here. A file whose rows depend on one another is refused.
public final class GroupedIngester {
    /// What reading a file came to.
    public struct Result: Sendable {
        /// The rows judged one by one that go on to the stages, in the order of the file.
        public var batches: [RecordBatch]
        /// The groups that are added up.
        public var groups: [BulkGroup]
        /// The account, the held rows, the messages, the hash.
        public var outcome: IngestionOutcome
    }

    /// Rows that are set aside on purpose.
    private struct Ignored {
        var rowCount: Int
        var first: CSVLinePlace
        var reason: BilingualText
    }

    /// Where its cells stand.
    public let layout: GroupedLayout
    private let ingester: BulkIngester
    private let request: BulkRequest
    private var groups: [(group: BulkGroup, first: CSVLinePlace, last: CSVLinePlace)] = []
    private var ignored: [Ignored] = []
    private var rowCount = 0

    /// Opens a file: finds its encoding, its delimiter and its header, and reads no rows.
    ///
    /// - Throws: ``GroupingObstacle`` when reading it here alone gives the right result.
    public init(
        _ file: SourceFile, profile: ProfileDefinition, destination: DestinationDefinition, request: BulkRequest
    ) throws(GroupingObstacle) {
        if let obstacle = profile.groupingObstacle { throw obstacle }
        let declared = profile.reading.encoding.flatMap { TextEncoding(rawValue: $0) }
        guard let encoding = declared ?? BulkIngester.encoding(of: file), encoding == .utf8 || encoding == .cp932 else {
            throw .encoding
        }
        do {
            ingester = try BulkIngester(
                file, profile: profile, destination: destination, request: request, encoding: encoding, leastBytes: 0)
        } catch {
            throw Self.obstacle(error)
        }
        guard !ingester.dialect.hasBackslashEscapes else { throw .quotes }
        let limits = profile.reading.limits.csv
        layout = GroupedLayout(
            delimiter: ingester.dialect.delimiter, cellCount: ingester.layout.header.count,
            linesAbove: ingester.linesBefore,
            longestLine: min(65_536, limits.maximumCellBytes, limits.maximumRecordBytes),
            labels: ingester.columns.labels.map { GroupedLayout.Label(cell: $0.sheetColumn, dayOnly: $0.dayOnly) },
            numbers: ingester.columns.numbers.map {
                GroupedLayout.Number(cell: $0.sheetColumn, readsDigits: $0.digitsAreValues)
            })
        self.request = request
    }

    private static func obstacle(_ error: any Error) -> GroupingObstacle {
        switch error as? BulkRefusal {
        case .rowInContext: .rowInContext
        case .otherEncoding: .encoding
        case .unfitBytes: .quotes
        case .notWorthIt: .columns
        case nil: error as? GroupingObstacle ?? .unreadable
        }
    }

    /// Judges a group by its cells.
    public func take(_ group: RowGroup) -> RowGroup.Verdict {
        let records = ingester.records
        guard let labels = texts(of: group.labels), isFilled(labels, group) else { return .odd }
        for (label, text) in zip(ingester.columns.labels, labels)
        where ingester.headerKeys.repeats(text, inSheetColumn: label.sheetColumn) { return .odd }
        let judge = GroupJudge(columns: ingester.columns, keyColumns: request.keyColumns)
        let judgement = judge.judge(
            group, labels: labels, textOf: { records.text(of: $0) }, by: &ingester.processor)
        switch judgement {
        case .odd: return .odd
        case .ignored(let reason):
            ignored.append(Ignored(rowCount: group.rowCount, first: group.first, reason: reason))
        case .taken(let made): groups.append((made, group.first, group.last))
        }
        rowCount += group.rowCount
        return .taken
    }

    private func texts(of cells: [[UInt8]]) -> [String]? {
        var texts: [String] = []
        for cell in cells {
            guard let text = ingester.records.text(of: cell) else { return nil }
            texts.append(text)
        }
        return texts
    }

    /// Whether the row may hold more than one text: what a single one means depends on what stands around it.
    private func isFilled(_ labels: [String], _ group: RowGroup) -> Bool {
        var filled = labels.count { !LabelKey($0).isEmpty }
        for number in group.numbers {
            if case .bytes(let bytes) = number, LabelKey(ingester.records.text(of: bytes) ?? "").isEmpty { continue }
            filled += 1
        }
        return filled > 1
    }

    /// Goes through the file once: looks at the odd rows, finds the rows' numbers, makes the hash.
    ///
    /// - Parameter oddRows: Where the rows stand that no group taken in holds.
    /// - Throws: ``GroupingObstacle``; `DiagnosticsError` when the file here is not the one that was grouped.
    public func finish(oddRows: [CSVLinePlace]) throws -> Result {
        do {
            return try result(oddRows: oddRows)
        } catch let error as DiagnosticsError where error.diagnostics.first?.code == Self.rowsDiffer {
            throw error
        } catch {
            throw Self.obstacle(error)
        }
    }

    private func result(oddRows: [CSVLinePlace]) throws -> Result {
        let places = groups.flatMap { [$0.first.piece, $0.last.piece] } + ignored.map(\.first.piece)
        var finder = CSVLineFinder(pieces: Set(places), wanted: oddRows)
        let (rowsAbove, linesAbove) = (ingester.rowsBefore[0], ingester.linesBefore)
        var aside = ignored.sorted { $0.first < $1.first }[...]
        var batches: [RecordBatch] = []
        while let block = try ingester.nextBlock() {
            for line in finder.lines(in: block) {
                // Reasons are listed in the order in which they first occur.
                while let next = aside.first, let number = finder.number(of: next.first), number < line.number {
                    ingester.processor.ignore(next.rowCount, because: next.reason)
                    aside.removeFirst()
                }
                try ingester.judge(ingester.records.record(line, row: rowsAbove + line.number - linesAbove + 1))
                if ingester.processor.isBatchFull { batches.append(ingester.processor.takeBatch()) }
            }
        }
        for rest in aside { ingester.processor.ignore(rest.rowCount, because: rest.reason) }
        if !ingester.processor.batch.isEmpty { batches.append(ingester.processor.takeBatch()) }
        guard finder.hasFoundAll, finder.lineCount == linesAbove + rowCount + oddRows.count else {
            throw DiagnosticsError(.rowsDiffer(ingester.processor.file))
        }
        var made: [BulkGroup] = []
        for (group, first, last) in groups {
            guard let first = finder.number(of: first), let last = finder.number(of: last), first >= linesAbove,
                last < finder.lineCount, group.rowCount <= last - first + 1
            else {
                throw DiagnosticsError(.rowsDiffer(ingester.processor.file))
            }
            var group = group
            group.firstRow = rowsAbove + first - linesAbove + 1
            group.lastRow = rowsAbove + last - linesAbove + 1
            made.append(group)
            ingester.processor.outcome.account.countRead(group.rowCount)
            ingester.processor.outcome.account.accept(group.rowCount)
        }
        return Result(batches: batches, groups: made, outcome: ingester.outcome)
    }

    private static let rowsDiffer = "grouping.rows-differ"

    /// The spreadsheet column that an origin of a single row would have.
    public var originColumn: Int? { ingester.originColumn }
}

extension Diagnostic {
    fileprivate static func rowsDiffer(_ file: String) -> Diagnostic {
        Diagnostic(
            code: "grouping.rows-differ", position: SourcePosition(file: file),
            message: BilingualText(
                ja: "別のコンピューターが読んだ行と、手元のファイルの行が一致しません。何も記録していません。",
                en: "The rows another machine read are not those of the file as it stands here. Nothing was recorded."),
            remedy: BilingualText(
                ja: "両方から同じファイルが見えているか確認し、もう一度実行してください。",
                en: "See that both sides see the same file, then run it again."))
    }
}
