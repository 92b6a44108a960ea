import ByteStreams
import TestSupport
import Testing

@testable import CSVReading

/// The loops over every row of a long file, with the instructions of this processor and without, against plain Swift.
struct CSVColumnTests {
    @Test(arguments: [false, true], [UInt64](1...6))
    func `rows of any width are cut as the record reader cuts them`(isPortable: Bool, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let width = [1, 2, 3, 5, 16, 63, 64, 65, 200][random.below(9)]
            let longest = [0, 3, 20, 62, 130][random.below(5)]
            let end = random.pick(["\n", "\r\n", "\r"])
            let rows = (0..<20).map { _ in
                (0..<width).map { _ in String(repeating: "x", count: random.below(longest + 1)) }
            }
            // Here and there a row of another width, or one in quotes.
            let lines = rows.map { cells in
                switch random.below(12) {
                case 0: (cells + ["y"]).joined(separator: ",")
                case 1: cells.map { "\"\($0)\"" }.joined(separator: ",")
                default: cells.joined(separator: ",")
                }
            }
            let text = lines.joined(separator: end) + random.pick([end, ""])
            let file = try TemporaryFile(Array(text.utf8))
            var records = try CSVRecordReader(
                path: file.path, displayName: "t.csv", encoding: .utf8, delimiter: 0x2C)
            var reader = try CSVBlockReader(
                path: file.path, displayName: "t.csv", delimiter: 0x2C, bytesPerBlock: 1 << 16)
            var table = CSVBlockTable(columns: Array(0..<width), cellCount: width, dialect: .comma)
            table.isPortable = isPortable
            while let block = try reader.next() {
                table.read(block)
                let odd = Set(table.oddRows.map(\.row))
                for row in 0..<table.rowCount {
                    let record = try #require(try records.next())
                    // A blank row has no cell for the one and an empty one for the other.
                    guard odd.contains(row) == (max(1, record.cellCount) != width) else {
                        Issue.record(
                            "\(record.cellCount) cells, not \(width), odd: \(odd.contains(row)): \(lines[row])")
                        return
                    }
                    if odd.contains(row) { continue }
                    let found = (0..<width).map { place in
                        let word = table.words[row * table.wordsPerRow + place + 1]
                        return Array(block.padded[Int(word & 0xFFFF_FFFF)...].prefix(Int(word >> 32)))
                    }
                    let cells = record.cells.map { Array(record.content(of: $0)) }
                    #expect(found == (cells.isEmpty ? [[]] : cells))
                }
            }
            #expect(try records.next() == nil)
        }
    }

    @Test(arguments: [false, true], [UInt64](1...6))
    func `contents are one only when all their bytes are the same`(isPortable: Bool, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let stems = ["", "a", "akiyoshi", "akiyoshi-do-main", "akiyoshi-do-kurotani-gate-no-one", "2019-03-0"]
        for limit in [65_536, 20] {
            let cells = (0..<2000).map { _ in
                let stem = random.pick(stems) + String(repeating: "-", count: random.below(3) * random.below(20))
                return stem + random.pick(["", "1", "2", "x", "xx"]) + random.pick(["", " 10:00:00", "T09:59"])
            }
            for dayOnly in [false, true] {
                var known: [String: Int32] = [:]
                let expected = cells.map { cell -> Int32 in
                    let isMoment =
                        dayOnly && [16, 19].contains(cell.utf8.count)
                        && " T".contains(cell.dropFirst(10).first ?? "-")
                    let content = isMoment ? String(cell.prefix(10)) : cell
                    if known[content] == nil, known.count < limit { known[content] = Int32(known.count) }
                    return known[content] ?? CSVDistinctCells.tooMany
                }
                let (table, block) = try column(cells)
                var distinct = CSVDistinctCells(limit: limit, isPortable: isPortable)
                var numbers: [Int32] = []
                distinct.number(column: 0, of: table, in: block, dayOnly: dayOnly, into: &numbers)
                #expect(Array(numbers.prefix(cells.count)) == expected)
            }
        }
    }

    @Test(arguments: [UInt64](1...4))
    func `a number is read as Swift reads it, or not at all`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let cells = (0..<3000).map { _ in
            let digits = (0..<random.below(18)).map { _ in String(random.below(10)) }.joined()
            return random.below(5) == 0 ? digits + random.pick([" ", "-", "/", ":", "a", "１", "."]) + digits : digits
        }
        let (table, block) = try column(cells)
        var numbers = CSVWholeNumbers()
        let others = numbers.read(column: 0, of: table, in: block)
        let expected = cells.map { cell in
            cell.utf8.count <= 15 && cell.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(cell) : nil
        }
        #expect(Array(numbers.values.prefix(cells.count)) == expected.map { $0 ?? CSVWholeNumbers.none })
        #expect(others == expected.count { $0 == nil })
    }

    @Test func `few but very long contents are given up before they fill memory`() throws {
        let cells = (0..<40).map { String(repeating: "x", count: 1 << 20) + "\($0)" }
        let (table, block) = try column(cells)
        var distinct = CSVDistinctCells()
        var numbers: [Int32] = []
        distinct.number(column: 0, of: table, in: block, dayOnly: false, into: &numbers)
        #expect(numbers.prefix(16).elementsEqual(0..<16))
        #expect(numbers[39] == CSVDistinctCells.tooMany)
    }

    /// A block whose rows have one cell each; a second, empty one keeps rows from being blank.
    private func column(_ cells: [String]) throws -> (CSVBlockTable, CSVBlock) {
        let file = try TemporaryFile(Array((cells.joined(separator: ",\n") + ",\n").utf8))
        var reader = try CSVBlockReader(
            path: file.path, displayName: "t.csv", delimiter: 0x2C, bytesPerBlock: 1 << 26)
        let block = try #require(try reader.next())
        var table = CSVBlockTable(
            columns: [0], cellCount: 2, dialect: .comma, limits: .init(maximumCellBytes: 4 << 20))
        table.read(block)
        #expect(table.rowCount == cells.count)
        return (table, block)
    }
}
