import CSVReading
import Tables
import Testing

@testable import ArrowReading
@testable import Ingestion
@testable import SparkPlanning

struct GroupTableTests {
    private static let reader = GroupTable(
        statement: GroupingStatement(
            layout: GroupedLayout(
                delimiter: 0x2C, cellCount: 2, linesAbove: 1, longestLine: 100,
                labels: [.init(cell: 0, dayOnly: false)],
                numbers: [.init(cell: 1, readsDigits: true)]),
            folder: "/data", names: ["a.csv"], bytesPerPiece: 1000))

    private static func table(_ rows: [[ArrowValue]]) -> ArrowTable {
        let width = rows.first?.count ?? 0
        var table = ArrowTable(names: (0..<width).map { "c\($0)" })
        table.append((0..<width).map { column in rows.map { $0[column] } }, rowCount: rows.count)
        return table
    }

    private static let digits: [ArrowValue] = [
        .text("a%20%25%E6%B4%9E.csv"), .integer(123), .integer(0), .text("\u{93}\u{B4}"), .null, .integer(4),
        .integer(7),
        .integer(2 << 33 | 5), .integer(40), .integer(0), .integer(30),
    ]

    @Test func `an answer names file, bytes, numbers and places`() throws {
        var text = Self.digits
        text[4] = .text("-")
        let rows = try Self.reader.groups(Self.table([Self.digits, text]))
        let group = try #require(rows.first?.group)
        #expect(rows.map(\.file) == ["a %洞.csv", "a %洞.csv"])
        #expect(rows.map(\.byteCount) == [123, 123])
        // 洞 in CP932.
        #expect(group.labels == [[0x93, 0xB4]])
        #expect(group.numbers == [.digits(BulkGroup.Numbers(sum: 40, min: 0, max: 30))])
        #expect(group.rowCount == 4)
        #expect(group.first == CSVLinePlace(piece: 0, index: 7))
        #expect(group.last == CSVLinePlace(piece: 2000, index: 5))
        #expect(rows.last?.group.numbers == [.bytes([0x2D])])
    }

    @Test(
        arguments: [(0, .null), (1, .text("1")), (3, .text("洞")), (5, .integer(0)), (6, .integer(-1)), (8, .null)]
            as [(Int, ArrowValue)])
    func `an answer of another shape is refused`(column: Int, value: ArrowValue) {
        var row = Self.digits
        row[column] = value
        #expect(throws: GroupTable.Unreadable.self) { try Self.reader.groups(Self.table([row])) }
        #expect(throws: GroupTable.Unreadable.self) { try Self.reader.groups(Self.table([Array(row.dropLast())])) }
    }
}
