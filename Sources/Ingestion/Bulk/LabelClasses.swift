import CSVReading
import OfficeTables
import Tables
import VisitorModel

/// The header's texts, which a page break may repeat among the rows.
struct HeaderKeys: Sendable {
    private let keys: [LabelKey]

    init(_ header: [String]) { keys = header.map { LabelKey($0) } }

    /// Whether a cell says what the header of its column says.
    func repeats(_ text: String, inSheetColumn column: Int) -> Bool {
        column < keys.count && !keys[column].isEmpty && LabelKey(text) == keys[column]
    }
}

/// The distinct contents of a label column, each read once and put into a class of those the pipeline treats alike.
struct LabelClasses {
    /// The class of contents that only a look at the row can judge: faults, totals, notices, repeated headers.
    private static let odd: Int32 = -1

    private var distinct = CSVDistinctCells()
    private(set) var key = BulkTally.Key(numbers: [], classes: [], classCount: 1)
    private var classOfSignature: [[CellValue]: Int32] = [:]
    private var values: [CellValue] = []

    /// Numbers a block's rows, and reads the contents that are new.
    mutating func number(
        _ label: BulkColumns.Label, of table: CSVBlockTable, in block: CSVBlock, request: BulkRequest,
        headerKeys: HeaderKeys, _ records: CSVBlockRecordMaker, _ processor: inout EntryProcessor
    ) {
        let place = table.columns.firstIndex(of: label.sheetColumn) ?? 0
        distinct.number(column: place, of: table, in: block, dayOnly: label.dayOnly, into: &key.numbers)
        for content in distinct.contents[key.classes.count...] {
            key.classes.append(newClass(of: records.text(of: content), label, request, headerKeys, &processor))
        }
        key.classCount = max(1, values.count)
    }

    private mutating func newClass(
        of text: String?, _ label: BulkColumns.Label, _ request: BulkRequest, _ headerKeys: HeaderKeys,
        _ processor: inout EntryProcessor
    ) -> Int32 {
        guard let text, !headerKeys.repeats(text, inSheetColumn: label.sheetColumn),
            case .value(let value, 0, let notices) = processor.reading(ofColumn: label.column, text), notices.isEmpty
        else { return Self.odd }
        let signature = label.keyPlace == nil ? [] : request.signature(value, label.column)
        if let known = classOfSignature[signature] { return known }
        let found = Int32(values.count)
        classOfSignature[signature] = found
        values.append(value)
        return found
    }

    /// A value that stands for a class.
    func value(ofClass found: Int32) -> CellValue { values[Int(found)] }
}

/// The contents of a number column that are no plain digits (`"1,234"`, `１２`), each read once.
struct NumberTexts {
    private var distinct = CSVDistinctCells()
    private var numbers: [Int32] = []
    private var values: [Int64] = []

    /// Reads the cells in which plain digits were not found, or all when digits are not their own value.
    mutating func read(
        _ number: BulkColumns.Number, place: Int, of table: CSVBlockTable, in block: CSVBlock,
        into whole: inout CSVWholeNumbers, _ records: CSVBlockRecordMaker, _ processor: inout EntryProcessor
    ) {
        distinct.number(column: place, of: table, in: block, dayOnly: false, into: &numbers)
        for content in distinct.contents[values.count...] {
            values.append(number.value(of: records.text(of: content), &processor))
        }
        for row in 0..<table.rowCount where !number.digitsAreValues || whole.values[row] == CSVWholeNumbers.none {
            whole.set(numbers[row] < 0 ? CSVWholeNumbers.none : values[Int(numbers[row])], at: row)
        }
    }
}

extension BulkColumns.Number {
    /// The whole number a cell's text says; `CSVWholeNumbers.none` when it says anything else.
    func value(of text: String?, _ processor: inout EntryProcessor) -> Int64 {
        guard let text, case .value(.number(let value), 0, let notices) = processor.reading(ofColumn: column, text),
            notices.isEmpty, let whole = value.whole, whole.magnitude < 1_000_000_000_000_000
        else { return CSVWholeNumbers.none }
        return Int64(whole)
    }
}
