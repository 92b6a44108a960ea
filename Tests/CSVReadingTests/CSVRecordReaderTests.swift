import ByteStreams
import Diagnostics
import Languages
import TestSupport
import Testing

@testable import CSVReading

struct CSVRecordReaderTests {
    @Test func `blank lines, ragged rows and a missing final newline keep their rows and lines`() throws {
        let records = try read("日,人数\r\n1,10\r\n\r\n2\r\n,\r\n3,30,x,")
        #expect(records.map(\.row) == [1, 2, 3, 4, 5, 6])
        #expect(records.map(\.line) == [1, 2, 3, 4, 5, 6])
        #expect(records.map(\.cellCount) == [2, 2, 0, 1, 2, 4])
        #expect(records.map(\.isBlank) == [false, false, true, false, true, false])
        #expect(try records[5].texts() == ["3", "30", "x", ""])
        #expect(try records[3].text(at: 1) == nil)
    }

    @Test func `quotes, tabs and ideographic spaces alone are blank; a quotation mark is not`() throws {
        let records = try read("\"\",\" \"\n\t \n\u{3000},\u{3000}\n\"\"\"\"\n0,\n")
        #expect(records.map(\.isBlank) == [true, true, true, false, false])
    }

    @Test func `a cell with line breaks is one row of several lines`() throws {
        let records = try read("a,\"x\r\ny\nz\rw\"\r\nb,1\n")
        #expect(records.map(\.row) == [1, 2])
        #expect(records.map(\.line) == [1, 5])
        #expect(try records[0].text(at: 1) == "x\r\ny\nz\rw")
    }

    @Test func `text after a closing quote and quotes within a cell are kept`() throws {
        let records = try read("\"a\"b\"c\",d\"e\", \"f\"\n")
        #expect(try records[0].texts() == ["ab\"c\"", "d\"e\"", " \"f\""])
    }

    @Test func `a zero byte is text`() throws {
        let records = try read("a\0b,1\n\0,2\n")
        #expect(try records.map { try $0.texts() } == [["a\0b", "1"], ["\0", "2"]])
        #expect(!records[1].isBlank)
    }

    @Test func `an empty file has no records`() throws {
        #expect(try read("").isEmpty)
        #expect(try read("\n").map(\.isBlank) == [true])
    }

    @Test func `the summary tells how the file was read`() throws {
        let file = try TemporaryFile([0xEF, 0xBB, 0xBF] + Array("a;b\r\n1;\"x\ny\"\n2;3".utf8))
        var reader = try CSVRecordReader(path: file.path, displayName: "a.csv", encoding: nil, delimiter: nil)
        let first = try reader.next()
        #expect(try first?.texts() == ["a", "b"])
        let early = reader.summary
        #expect(early == nil)
        while try reader.next() != nil {}
        let afterEnd = try reader.next()
        #expect(afterEnd?.row == nil)
        let final = reader.summary
        let summary = try #require(final)
        #expect(summary.byteCount == 19)
        #expect(summary.recordCount == 3)
        #expect(summary.lineEnds == [.lf, .crlf])
        #expect(summary.encoding == .utf8 && !summary.encodingWasDeclared && summary.hasByteOrderMark)
        #expect(summary.dialect == .semicolon && !summary.delimiterWasDeclared)
    }

    @Test(arguments: [TextEncoding.cp932, .eucJP, .iso2022JP, .utf16LittleEndian, .utf16BigEndian, .utf8])
    func `every encoding gives the same table, in chunks of any size`(encoding: TextEncoding) throws {
        let file = try TemporaryFile(encoding.byteOrderMark + encodedTable(encoding))
        for bytesPerChunk in [1, 2, 3, 7, 4096] {
            var reader = try CSVRecordReader(
                path: file.path, displayName: "a.csv", encoding: nil, delimiter: nil, limits: .init(),
                bytesPerChunk: bytesPerChunk)
            var table: [[String]] = []
            while let record = try reader.next() { table.append(try record.texts()) }
            #expect(table == [["場所", "人数"], ["ポ|", "1"]])
            let found = reader.encoding
            #expect(found == encoding)
        }
    }

    @Test func `a bar between CP932 characters is not the second byte of one`() throws {
        // ポ|1 / ポポ|2: the second byte of ポ is 0x7C.
        let file = try TemporaryFile([0x83, 0x7C, 0x7C, 0x31, 0x0A, 0x83, 0x7C, 0x83, 0x7C, 0x7C, 0x32, 0x0A])
        #expect(try readTable(file, encoding: .cp932, delimiter: UInt8(ascii: "|")) == [["ポ", "1"], ["ポポ", "2"]])
        #expect(try readTable(file) == [["ポ", "1"], ["ポポ", "2"]])
    }

    @Test func `a file that changes between the two passes is refused at its end`() throws {
        let file = try TemporaryFile([UInt8](repeating: 0x0A, count: 200_000))
        var reader = try CSVRecordReader(
            path: file.path, displayName: "計数.csv", encoding: .utf8, delimiter: 0x2C, limits: .init(),
            bytesPerChunk: 70_000)
        try file.write([UInt8](repeating: 0x20, count: 200_000))
        #expect(throws: CSVReadingError.changedWhileReading(file: "計数.csv")) {
            while try reader.next() != nil {}
        }
        #expect(CSVReadingError.changedWhileReading(file: "a").diagnostic.code == "file.changed-while-reading")
    }

    @Test func `a broken UTF-16 file gives the rows before the break, then says where it is`() throws {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in Array("a,1\nb,2\nc".utf16) + [0xDC00] + Array(",3\n".utf16) {
            bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        let file = try TemporaryFile(bytes)
        var reader = try CSVRecordReader(path: file.path, displayName: "a.csv", encoding: nil, delimiter: nil)
        let records = [try reader.next(), try reader.next()]
        #expect(try records.map { try $0?.texts() } == [["a", "1"], ["b", "2"]])
        let error = try #require(throws: CSVReadingError.self) { _ = try reader.next() }
        #expect(error.diagnostic.position == SourcePosition(file: "a.csv", line: 3, row: 3))
        #expect(error.diagnostic.message.en == "The byte 0x00 (offset 20 in the file) is no character in UTF-16LE.")
    }

    @Test func `a file that is not there is an error with a remedy`() throws {
        let error = try #require(throws: CSVReadingError.self) {
            _ = try CSVRecordReader(path: "/no/such/file", displayName: "計数.csv", encoding: nil, delimiter: nil)
        }
        #expect(error.diagnostic.code == "file.not-found")
        #expect(error.diagnostic.position?.file == "計数.csv")
    }

    /// 場所,人数 / ポ|,1 in an encoding; the bytes are those of Python's codecs.
    private func encodedTable(_ encoding: TextEncoding) -> [UInt8] {
        let text = "場所,人数\nポ|,1\n"
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .cp932:
            return [0x8F, 0xEA, 0x8F, 0x8A, 0x2C, 0x90, 0x6C, 0x90, 0x94, 0x0A, 0x83, 0x7C, 0x7C, 0x2C, 0x31, 0x0A]
        case .eucJP:
            return [0xBE, 0xEC, 0xBD, 0xEA, 0x2C, 0xBF, 0xCD, 0xBF, 0xF4, 0x0A, 0xA5, 0xDD, 0x7C, 0x2C, 0x31, 0x0A]
        case .iso2022JP:
            return [0x1B, 0x24, 0x42, 0x3E, 0x6C, 0x3D, 0x6A, 0x1B, 0x28, 0x42, 0x2C]
                + [0x1B, 0x24, 0x42, 0x3F, 0x4D, 0x3F, 0x74, 0x1B, 0x28, 0x42, 0x0A]
                + [0x1B, 0x24, 0x42, 0x25, 0x5D, 0x1B, 0x28, 0x42, 0x7C, 0x2C, 0x31, 0x0A]
        }
    }
}

/// The records of a text in UTF-8, separated by commas.
func read(_ text: String, limits: CSVReadingLimits = .init()) throws -> [CSVRecord] {
    try read(Array(text.utf8), encoding: .utf8, limits: limits)
}

/// The records of bytes, separated by commas.
func read(_ bytes: [UInt8], encoding: TextEncoding?, limits: CSVReadingLimits = .init()) throws -> [CSVRecord] {
    let file = try TemporaryFile(bytes)
    var reader = try CSVRecordReader(
        path: file.path, displayName: "計数.csv", encoding: encoding, delimiter: UInt8(ascii: ","), limits: limits)
    var records: [CSVRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
}
