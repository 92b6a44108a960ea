import ArrowReading
import CSVReading
import Ingestion
import Tables

/// What a server's answer to a grouping statement says, row by row.
///
/// An answer that is not of the shape asked for is refused, never guessed.
struct GroupTable {
    /// An answer that is none.
    struct Unreadable: Error {
        var reason: String
    }

    /// One row.
    struct Row {
        var file: String
        var byteCount: Int
        var kind: Int
        var group: RowGroup
    }

    /// Where a row stands.
    struct Place {
        var file: String
        var kind: Int
        var key: String
        var place: CSVLinePlace
    }

    /// A row of stored columns, by itself.
    struct StoredRow {
        var file: String
        var place: CSVLinePlace
        var cells: [String]
    }

    let statement: GroupingStatement

    /// The groups of one part of the answer.
    func groups(_ table: ArrowTable) throws(Unreadable) -> [Row] {
        let (labels, numbers) = (statement.layout.labels.count, statement.layout.numbers.count)
        guard table.columns.count == 6 + labels + 4 * numbers else { throw Unreadable(reason: "columns") }
        var rows: [Row] = []
        for row in 0..<table.rowCount {
            var next = 0
            func value() -> ArrowValue {
                next += 1
                return table.columns[next - 1][row]
            }
            let file = try Self.name(value())
            let (byteCount, kind) = (try Self.whole(value()), try Self.whole(value()))
            let labelCells = (0..<labels).map { _ in value() }
            let numberCells = (0..<numbers).map { _ in value() }
            let rowCount = try Self.whole(value())
            let (first, last) = (try place(value()), try place(value()))
            guard rowCount > 0, first <= last else { throw Unreadable(reason: "count") }
            var group = RowGroup(labels: [], numbers: [], rowCount: rowCount, first: first, last: last)
            if kind == 0 {
                for cell in labelCells { group.labels.append(try Self.bytes(cell)) }
                for cell in numberCells {
                    let sums = (0..<3).map { _ in value() }
                    if case .null = cell {
                        group.numbers.append(
                            .digits(
                                BulkGroup.Numbers(
                                    sum: Int64(try Self.whole(sums[0])), min: Int64(try Self.whole(sums[1])),
                                    max: Int64(try Self.whole(sums[2])))))
                    } else {
                        group.numbers.append(.bytes(try Self.bytes(cell)))
                    }
                }
            }
            rows.append(Row(file: file, byteCount: byteCount, kind: kind, group: group))
        }
        return rows
    }

    /// The places of one part of the answer.
    func places(_ table: ArrowTable) throws(Unreadable) -> [Place] {
        guard table.columns.count == 4 else { throw Unreadable(reason: "columns") }
        var places: [Place] = []
        for row in 0..<table.rowCount {
            guard case .text(let key) = table.columns[2][row] else { throw Unreadable(reason: "key") }
            places.append(
                Place(
                    file: try Self.name(table.columns[0][row]), kind: try Self.whole(table.columns[1][row]), key: key,
                    place: try place(table.columns[3][row])))
        }
        return places
    }

    /// The rows of stored columns of one part of the answer.
    func rows(_ table: ArrowTable) throws(Unreadable) -> [StoredRow] {
        guard table.columns.count == 2 + statement.layout.cellCount else { throw Unreadable(reason: "columns") }
        var rows: [StoredRow] = []
        for row in 0..<table.rowCount {
            var stored = StoredRow(
                file: try Self.name(table.columns[0][row]), place: try place(table.columns[1][row]), cells: [])
            for column in table.columns.dropFirst(2) {
                stored.cells.append(String(decoding: try Self.bytes(column[row]), as: UTF8.self))
            }
            rows.append(stored)
        }
        return rows
    }

    private func place(_ value: ArrowValue) throws(Unreadable) -> CSVLinePlace {
        let packed = try Self.whole(value)
        guard packed >= 0 else { throw Unreadable(reason: "place") }
        return CSVLinePlace(piece: (packed >> 33) * statement.bytesPerPiece, index: packed & 0x1_FFFF_FFFF)
    }

    private static func whole(_ value: ArrowValue) throws(Unreadable) -> Int {
        guard case .integer(let number) = value else { throw Unreadable(reason: "number") }
        return Int(number)
    }

    private static func bytes(_ value: ArrowValue) throws(Unreadable) -> [UInt8] {
        guard case .text(let text) = value, let bytes = SparkText.bytes(of: text) else {
            throw Unreadable(reason: "bytes")
        }
        return bytes
    }

    /// A file's name, which Spark gives as part of a URL: a space as `%20`.
    private static func name(_ value: ArrowValue) throws(Unreadable) -> String {
        guard case .text(let text) = value, let name = SparkText.percentDecoded(text) else {
            throw Unreadable(reason: "file name")
        }
        return name
    }
}
