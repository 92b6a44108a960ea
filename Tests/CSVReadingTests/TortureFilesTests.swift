import ByteStreams
import Diagnostics
import Foundation
import Languages
import Testing

@testable import CSVReading

/// Files that other CSV projects keep because something about them is odd; see `Inputs/README.md`.
///
/// Rows, cells and a hash of all texts (FNV-1a over each cell with U+001F, each row with U+001E behind it) were computed
/// with Python's csv module.
struct TortureFilesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var delimiter: String
        var rows: Int
        var cells: Int
        var hash: UInt64
        var testDescription: String { name }

        init(_ name: String, _ delimiter: String, rows: Int, cells: Int, _ hash: UInt64) {
            self.name = name
            self.delimiter = delimiter
            self.rows = rows
            self.cells = cells
            self.hash = hash
        }
    }

    static let cases: [Case] = [
        Case("messytables/begrotingsanalyse-2011.csv", ",", rows: 43, cells: 860, 0x73C58692B2DCB697),
        Case("messytables/complex.csv", ",", rows: 4, cells: 18, 0xAEA9C7394C438843),
        Case("messytables/excel_pasting.csv", ",", rows: 21, cells: 189, 0xA8B7609F29CF35F4),
        Case("messytables/long.csv", ",", rows: 4000, cells: 4000, 0xDBA34B985ACECAC5),
        Case("messytables/null.csv", ",", rows: 10, cells: 40, 0x42347773A4BEB196),
        Case("messytables/simple.csv", ",", rows: 7, cells: 21, 0x21511192F04BD7F3),
        Case("messytables/skip_initials.csv", ",", rows: 3, cells: 6, 0xB8E48CD2FB39EE8A),
        Case("messytables/small.csv", ",", rows: 1, cells: 1, 0xE5EACF19043B5455),
        Case("messytables/utf-16le_encoded.csv.gz", ",", rows: 328, cells: 6232, 0x434A773B333857F5),
        Case("messytables/utf8bom.csv", ",", rows: 1, cells: 2, 0xCF87E36CF98DD16E),
        Case("messytables/weird_head_padding.csv", ";", rows: 94, cells: 713, 0x8D1F832C15A095F4),
        Case("rust-csv/smallpop-colon.csv", ",", rows: 11, cells: 11, 0x35B55EFA2A50938F),
        Case("rust-csv/smallpop-no-headers.csv", ",", rows: 10, cells: 40, 0xA41621EFCD21ACF6),
        Case("rust-csv/strange.csv", ";", rows: 7, cells: 12, 0xD7B8172B4463833E),
        Case("rust-csv/uspop-null.csv", ",", rows: 101, cells: 505, 0xD4D45126B4C969D9),
        Case("rust-csv/uspop.csv", ",", rows: 101, cells: 505, 0xD1BD8CA8469F4EF2),
        Case("univocity/escape.csv", ",", rows: 2, cells: 2, 0x6F7B60FC2A2E2482),
        Case("univocity/essential-dos.csv", ",", rows: 22, cells: 84, 0x04094FAA509CEE05),
        Case("univocity/essential-mac.csv", ",", rows: 22, cells: 84, 0x40741E2E823FA9D5),
        Case("univocity/essential.csv", ",", rows: 22, cells: 84, 0x003CFC2D517650F4),
        Case("univocity/european.csv", ";", rows: 6, cells: 30, 0x4FFE4FCC8121BBE5),
        Case("univocity/example.csv", ",", rows: 14, cells: 39, 0x3D2524AF3269480E),
        Case("univocity/master_detail.csv", ",", rows: 11, cells: 16, 0x628E37277BE300BD),
        Case("univocity/multi_schema.csv", ",", rows: 5, cells: 21, 0xF756D0B8A9D4C956),
    ]

    private func reader(_ name: String) throws -> CSVRecordReader {
        let folder = try #require(Bundle.module.resourcePath)
        return try CSVRecordReader(
            path: folder + "/Inputs/torture/" + name, displayName: name, encoding: nil, delimiter: nil)
    }

    @Test(arguments: cases)
    func `every cell is what Python reads`(expected: Case) throws {
        var reader = try reader(expected.name)
        let delimiter = reader.dialect.delimiter
        #expect(delimiter == expected.delimiter.utf8.first)
        var rows = 0
        var cells = 0
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        while let record = try reader.next() {
            #expect(record.problem == nil)
            rows += 1
            #expect(record.row == rows)
            for text in try record.texts() {
                cells += 1
                for byte in text.utf8 { add(byte) }
                add(0x1F)
            }
            add(0x1E)
        }
        #expect(rows == expected.rows)
        #expect(cells == expected.cells)
        #expect(hash == expected.hash)
    }

    @Test(arguments: ["messytables/spanish_chars.csv", "rust-csv/uspop-latin1.csv"])
    func `Western European text is refused with a hint, not misread as Japanese`(name: String) throws {
        do {
            _ = try reader(name)
            Issue.record("no error")
        } catch let error as CSVReadingError {
            #expect(error.diagnostic.code == "encoding.unknown")
            #expect(error.diagnostic.message(.english).contains("Latin-1"))
        }
    }

    @Test func `marks behind a backslash belong to the cell`() throws {
        var reader = try reader("univocity/escape.csv")
        var texts: [[String]] = []
        while let record = try reader.next() { texts.append(try record.texts()) }
        #expect(texts == [["You are \"beautiful\""], ["Yes, \\\"in the inside\"\\"]])
    }
}
