public import CSVReading
import Tables
import VisitorModel
import XMLReading

/// Works on one block at a time and keeps what it has learnt about the file's labels from block to block.
///
/// Several workers share a file's blocks. Each is used by one task at a time, which is why it may be handed from task
/// to task.
public final class BulkWorker: @unchecked Sendable {
    /// What a block came to, apart from the sums, which stay with the worker.
    public struct BlockResult: Sendable {
        /// The block; kept only as long as its odd rows must be looked at.
        public let block: CSVBlock?
        /// The block's place in the file.
        public let index: Int
        /// How many rows it has.
        public let rowCount: Int
        /// How many more lines it has than rows.
        let extraLines: Int
        /// The rows to be judged one by one, ascending.
        let oddRows: [CSVBlockTable.OddRow]
        /// The records of the block, when it was read from XML.
        var xml: XMLRowBlock?
    }

    let columns: BulkColumns
    private let request: BulkRequest
    private let headerKeys: HeaderKeys
    private let records: CSVBlockRecordMaker
    private var processor: EntryProcessor
    private var table: CSVBlockTable
    private var keys: [LabelClasses]
    private var numberTexts: [NumberTexts]
    private var wholeNumbers: [CSVWholeNumbers]
    private(set) var tally: BulkTally
    /// For records of XML, where the rows of each group stand.
    var xmlPlaces: [XMLGroupPlaces] = []

    init(
        columns: BulkColumns, request: BulkRequest, headerKeys: HeaderKeys, records: CSVBlockRecordMaker,
        processor: EntryProcessor, table: CSVBlockTable
    ) {
        self.records = records
        self.columns = columns
        self.request = request
        self.headerKeys = headerKeys
        self.processor = processor
        self.table = table
        keys = columns.labels.map { _ in LabelClasses() }
        numberTexts = columns.numbers.map { _ in NumberTexts() }
        wholeNumbers = columns.numbers.map { _ in CSVWholeNumbers() }
        tally = BulkTally(keyCount: columns.labels.count, numberCount: columns.numbers.count)
    }

    /// Whether the work has become too much for reading in bulk.
    public var isOverfull: Bool { !tally.fits || tally.groupCount > 1_100_000 }

    /// Adds up a block.
    ///
    /// - Parameter first: The offset at which the table's rows begin in it.
    public func work(on block: CSVBlock, from first: Int = 0) -> BlockResult {
        table.read(block, from: first)
        return addUp(block)
    }

    /// Adds up a block whose cells were found elsewhere.
    func work(on block: CSVBlock, cells: CSVBlockTable) -> BlockResult {
        table = cells
        return addUp(block)
    }

    private func addUp(_ block: CSVBlock) -> BlockResult {
        for (index, label) in columns.labels.enumerated() {
            keys[index].number(
                label, of: table, in: block, request: request, headerKeys: headerKeys, records, &processor)
        }
        for (index, number) in columns.numbers.enumerated() {
            let others = wholeNumbers[index].read(column: place(of: number.sheetColumn), of: table, in: block)
            if !number.digitsAreValues || others > 0 {
                numberTexts[index].read(
                    number, place: place(of: number.sheetColumn), of: table, in: block, into: &wholeNumbers[index],
                    records, &processor)
            }
        }
        let known = table.oddRows
        let found = tally.add(
            block: block.index, rowCount: table.rowCount, keys: keys.map(\.key),
            numbers: wholeNumbers.map(\.values), none: CSVWholeNumbers.none, oddRows: known.map(\.row))
        let odd = (known + found.map { table.oddRow($0) }).sorted { $0.row < $1.row }
        return BlockResult(
            block: odd.isEmpty ? nil : block, index: block.index, rowCount: table.rowCount,
            extraLines: table.extraLines, oddRows: odd)
    }

    private func place(of sheetColumn: Int) -> Int { table.columns.firstIndex(of: sheetColumn) ?? 0 }

    /// The groups this worker has added up.
    ///
    /// - Parameter rowsBefore: For each block of the file, how many rows stand before its first.
    func groups(rowsBefore: [Int]) -> [BulkGroup] {
        groups { _, group in
            (
                rowsBefore[group.first.block] + group.first.row + 1, rowsBefore[group.last.block] + group.last.row + 1,
                nil, nil
            )
        }
    }

    /// The groups this worker has added up.
    ///
    /// - Parameter places: The first row, the last row, the line and the path of a group, by its number.
    func groups(
        places: (Int, BulkTally.Group) -> (first: Int, last: Int, line: Int?, path: String?)
    ) -> [BulkGroup] {
        tally.groups.enumerated().map { number, group in
            let place = places(number, group)
            return BulkGroup(
                keys: request.keyColumns.map { column in
                    if let constant = columns.constants[column] { return constant }
                    guard let label = columns.labels.firstIndex(where: { $0.column == column }) else {
                        return .absent(.notApplicable)
                    }
                    return keys[label].value(ofClass: group.classes[label])
                },
                rowCount: group.rowCount, firstRow: place.first, lastRow: place.last,
                numbers: group.numbers.map { BulkGroup.Numbers(sum: $0.sum, min: $0.min, max: $0.max) },
                line: place.line, path: place.path)
        }
    }
}
