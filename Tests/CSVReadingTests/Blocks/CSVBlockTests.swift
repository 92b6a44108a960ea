import ByteStreams
import TestSupport
import Testing

@testable import CSVReading

/// Reading in blocks is held against reading record by record, its slow twin, on documents nobody would write.
struct CSVBlockTests {
    @Test(arguments: [UInt64](1...12))
    func `blocks hold the records of the record reader, however they are cut`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let document = randomDocument(using: &random)
            let file = try TemporaryFile(document)
            let expected = try records(of: file)
            guard !expected.contains(where: { $0.problem != nil }) else { continue }
            for bytesPerBlock in [1, 7, 64, 4096] {
                do {
                    let found = try blockRecords(of: file, bytesPerBlock: bytesPerBlock)
                    guard
                        found.map(\.row) == expected.map(\.row), found.map(\.line) == expected.map(\.line),
                        found.map(\.bytes) == expected.map(\.bytes), found.map(\.cells) == expected.map(\.cells),
                        found.map(\.fileOffset) == expected.map(\.fileOffset)
                    else {
                        Issue.record("\(document) in blocks of \(bytesPerBlock)")
                        return
                    }
                } catch CSVBlockRefusal.endlessRecord where bytesPerBlock < 64 {
                    // A record longer than sixteen blocks of such a size is rightly left to the record reader.
                }
            }
        }
    }

    @Test(arguments: [UInt64](21...32))
    func `cells of plain rows are the contents the record reader gives`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let document = randomTable(using: &random)
            let file = try TemporaryFile(document)
            var table = CSVBlockTable(columns: [0, 2], cellCount: 3, dialect: .comma)
            table.isPortable = random.below(2) == 0
            var reader = try CSVBlockReader(
                path: file.path, displayName: "t.csv", delimiter: 0x2C, bytesPerBlock: 128)
            let expected = try records(of: file)
            var row = 0
            while let block = try reader.next() {
                table.read(block)
                var numbers: [Int32] = []
                var distinct = CSVDistinctCells()
                let odd = Set(table.oddRows.map(\.row))
                for (place, cell) in [(0, 0), (1, 2)] {
                    distinct = CSVDistinctCells()
                    distinct.number(column: place, of: table, in: block, dayOnly: false, into: &numbers)
                    for inBlock in 0..<table.rowCount where !odd.contains(inBlock) {
                        let record = expected[row + inBlock]
                        let content = Array(record.content(of: record.cells[cell]))
                        guard distinct.contents[Int(numbers[inBlock])] == content, record.cellCount == 3 else {
                            Issue.record("row \(row + inBlock + 1) of \(String(decoding: document, as: UTF8.self))")
                            return
                        }
                    }
                }
                row += table.rowCount
            }
            #expect(row == expected.count)
        }
    }

    @Test func `quotes around whole cells are plain, anything odder is left to the record reader`() throws {
        let file = try TemporaryFile(Array("a,\"b,1\",c\n\"x\"\"y\",2,3\n1,2\n,,\r\n\n1,2,3,4\n\"p\"q,2,3\nend,\"of\nline\",z".utf8))
        var reader = try CSVBlockReader(path: file.path, displayName: "t.csv", delimiter: 0x2C)
        let block = try #require(try reader.next())
        var table = CSVBlockTable(columns: [1], cellCount: 3, dialect: .comma)
        table.read(block)
        #expect(table.rowCount == 8)
        #expect(table.oddRows.map(\.row) == [1, 2, 4, 5, 6])
        var distinct = CSVDistinctCells()
        var numbers: [Int32] = []
        distinct.number(column: 0, of: table, in: block, dayOnly: false, into: &numbers)
        #expect(String(decoding: distinct.contents[Int(numbers[0])], as: UTF8.self) == "b,1")
        #expect(String(decoding: distinct.contents[Int(numbers[7])], as: UTF8.self) == "of\nline")
        #expect(try reader.next() == nil)
        #expect(reader.content?.byteCount == 62)
    }

    @Test(arguments: [
        "2019-03-01 10:00:00", "2019-03-01T23:59:59", "2019-03-01 00:00",
    ])
    func `of a moment only the day makes a new content`(text: String) throws {
        let numbers = try numbers(of: ["2019-03-01 09:15:00", text, "2019-03-02 09:15:00"], dayOnly: true)
        #expect(numbers == [0, 0, 1])
    }

    @Test(arguments: [
        "2019-03-01 24:00:00", "2019-03-01 10:60:00", "2019-03-01 10:00:00Z", "2019-03-0110:00:00", "2019-03-01 1:00:000",
    ])
    func `what is no time of day stays apart`(text: String) throws {
        #expect(try numbers(of: ["2019-03-01 09:15:00", text], dayOnly: true) == [0, 1])
    }

    @Test func `long labels that differ only in the middle are two, and too many are told`() throws {
        let one = "akiyoshi-do-north-gate-of-the-cave"
        let other = "akiyoshi-do-south-gate-of-the-cave"
        #expect(try numbers(of: [one, other, one, other], dayOnly: false) == [0, 1, 0, 1])
        #expect(try numbers(of: ["a", "b", "c", "a"], dayOnly: false, limit: 2) == [0, 1, -1, 0])
        let many = (0..<3000).map { "label \($0)" }
        #expect(try numbers(of: many + many, dayOnly: false) == (0..<3000).map(Int32.init) + (0..<3000).map(Int32.init))
    }

    @Test func `digits are numbers, and nothing else is`() throws {
        let cells = ["0", "007", "123456789012345", "1234567890123456", "12a", "-3", "１", "\"8\"", "1 "]
        let file = try TemporaryFile(Array(cells.joined(separator: "\n").utf8))
        var reader = try CSVBlockReader(path: file.path, displayName: "t.csv", delimiter: 0x2C)
        let block = try #require(try reader.next())
        var table = CSVBlockTable(columns: [0], cellCount: 1, dialect: .comma)
        table.read(block)
        var numbers = CSVWholeNumbers()
        numbers.read(column: 0, of: table, in: block)
        let none = CSVWholeNumbers.none
        #expect(Array(numbers.values[..<9]) == [0, 7, 123_456_789_012_345, none, none, none, none, 8, none])
    }

    @Test func `text that is not UTF-8, or a quote that never closes, is refused`() throws {
        for bytes: [UInt8] in [
            [0x61, 0x2C, 0x82, 0xA0, 0x0A], [0x61, 0x00, 0x62, 0x0A], [0x1B, 0x24, 0x42, 0x0A], Array("%PDF-1.7\n".utf8),
        ] {
            let file = try TemporaryFile(bytes)
            #expect(throws: CSVBlockRefusal.otherEncoding) {
                var reader = try CSVBlockReader(path: file.path, displayName: "t.csv", delimiter: 0x2C)
                while try reader.next() != nil {}
            }
        }
        let open = try TemporaryFile(Array("a,b\n\"c,d\ne,f\n".utf8))
        #expect(throws: CSVBlockRefusal.endlessRecord) {
            var reader = try CSVBlockReader(path: open.path, displayName: "t.csv", delimiter: 0x2C)
            while try reader.next() != nil {}
        }
    }

    /// 秋, ﾃ, ① and 髙 as Microsoft writes them; then a lead byte before a comma, bytes that begin nothing, a character
    /// that was never given out, a NUL, half a character at the end.
    @Test func `of CP932 only what is a character is let through`() throws {
        func blocks(_ bytes: [UInt8], delimiter: UInt8) throws {
            let file = try TemporaryFile(Array("a,b\n".utf8) + bytes)
            var reader = try CSVBlockReader(
                path: file.path, displayName: "t.csv", encoding: .cp932, delimiter: delimiter)
            while try reader.next() != nil {}
        }
        let good: [UInt8] = [0x8F, 0x48, 0x2C, 0xC3, 0x87, 0x40, 0xFB, 0xFC, 0x0A]
        try blocks(good, delimiter: 0x2C)
        for bad: [UInt8] in [[0x8F, 0x2C, 0x31], [0xFD], [0xFF], [0x85, 0x40], [0x8F, 0x48, 0x00], [0x8F]] {
            #expect(throws: CSVBlockRefusal.otherEncoding, "\(bad)") { try blocks(good + bad, delimiter: 0x2C) }
        }
        // The second byte of a character may be a pipe.
        #expect(throws: CSVBlockRefusal.otherEncoding) { try blocks(good, delimiter: 0x7C) }
    }

    // MARK: helpers

    private func numbers(of cells: [String], dayOnly: Bool, limit: Int = 65_536) throws -> [Int32] {
        let file = try TemporaryFile(Array((cells.joined(separator: "\n") + "\n").utf8))
        var reader = try CSVBlockReader(path: file.path, displayName: "t.csv", delimiter: 0x2C)
        let block = try #require(try reader.next())
        var table = CSVBlockTable(columns: [0], cellCount: 1, dialect: .comma)
        table.read(block)
        var distinct = CSVDistinctCells(limit: limit)
        var numbers: [Int32] = []
        distinct.number(column: 0, of: table, in: block, dayOnly: dayOnly, into: &numbers)
        return Array(numbers[..<table.rowCount])
    }

    private func records(of file: TemporaryFile) throws -> [CSVRecord] {
        var reader = try CSVRecordReader(path: file.path, displayName: "t.csv", encoding: .utf8, delimiter: 0x2C)
        var records: [CSVRecord] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    private func blockRecords(of file: TemporaryFile, bytesPerBlock: Int) throws -> [CSVRecord] {
        var reader = try CSVBlockReader(
            path: file.path, displayName: "t.csv", delimiter: 0x2C, bytesPerBlock: bytesPerBlock)
        let maker = reader.recordMaker
        var table = CSVBlockTable(columns: [], cellCount: 3, dialect: .comma)
        var records: [CSVRecord] = []
        var lines = 0
        while let block = try reader.next() {
            table.read(block)
            let rowsBefore = records.count
            for row in 0..<table.rowCount {
                records.append(
                    maker.record(table.oddRow(row), in: block, rowsBefore: rowsBefore, linesBefore: lines))
            }
            lines += table.rowCount + table.extraLines
        }
        return records
    }

    private func randomDocument(using random: inout SeededGenerator) -> [UInt8] {
        let alphabet = ["a", ",", " ", "\"", "\n", "\r", "\r\n", "あ", "12", "\"x\"", "\"\""].map { Array($0.utf8) }
        return (0..<Int.random(in: 0...40, using: &random)).flatMap { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }
    }

    /// Mostly three cells a row, some of them quoted, some rows odd.
    private func randomTable(using random: inout SeededGenerator) -> [UInt8] {
        let cells = ["", "a", "\"b\"", "\"c,d\"", "\"e\nf\"", "\"g\"\"h\"", "秋吉台", "123", "x\"y", "long label of a place"]
        let ends = ["\n", "\n", "\r\n", "\r"]
        var document = ""
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            let count = Int.random(in: 0..<12, using: &random) == 0 ? Int.random(in: 0...5, using: &random) : 3
            let row = (0..<count).map { _ in cells[Int.random(in: 0..<cells.count, using: &random)] }
            document += row.joined(separator: ",") + ends[Int.random(in: 0..<ends.count, using: &random)]
        }
        return Array(document.utf8)
    }
}
