import ByteStreams
import Diagnostics
import Languages
import TestSupport
import Testing

@testable import CSVReading

/// CSV as offices and programs write it: each form with the rows it must give, worked out by hand.
struct CSVFormsTests {
    struct Form: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var rows: [[String]]

        init(_ name: String, _ text: String, _ rows: [[String]]) {
            testDescription = name
            self.text = text
            self.rows = rows
        }
    }

    static let forms: [Form] = [
        Form("quotes", "\"a\",\"b\"\n", [["a", "b"]]),
        Form("doubled quotes", "\"say \"\"so\"\"\",\"\"\"\"\n", [["say \"so\"", "\""]]),
        Form("a delimiter in quotes", "\"秋芳洞, 黒谷\",1\n", [["秋芳洞, 黒谷", "1"]]),
        Form("every line end in one cell", "\"x\ny\r\nz\rw\",1\n2,3\n", [["x\ny\r\nz\rw", "1"], ["2", "3"]]),
        Form("LF", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        Form("CRLF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        Form("CR", "a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        Form("a mixture of line ends", "a,b\r1,2\n3,4\r\n5,6", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
        Form("semicolons", "a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        Form("tabs", "a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
        Form("bars", "a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        Form("blank lines within", "a,b\n\n1,2\n\n\n3,4\n", [["a", "b"], [], ["1", "2"], [], [], ["3", "4"]]),
        Form("ragged rows", "a,b,c\n1\n1,2\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2"], ["1", "2", "3", "4"]]),
        Form("rows of only commas", "a,b\n,\n1,2\n,\n", [["a", "b"], ["", ""], ["1", "2"], ["", ""]]),
        Form("a comment preamble", "# 出典, 市\n#\na,b\n1,2\n", [["# 出典", " 市"], ["#"], ["a", "b"], ["1", "2"]]),
        Form("no final newline", "a,b\n1,2", [["a", "b"], ["1", "2"]]),
        Form("no final newline behind a quote", "a,b\n1,\"2\"", [["a", "b"], ["1", "2"]]),
        Form("an open last cell", "a,b\n1,", [["a", "b"], ["1", ""]]),
        Form("trailing delimiters", "a,b,\n1,2,\n", [["a", "b", ""], ["1", "2", ""]]),
        Form("spaces are kept", " a , b \n", [[" a ", " b "]]),
        Form("text behind a closing quote", "\"a\"b,1\n", [["ab", "1"]]),
        Form("a quote within a cell", "5\" 管,1\n", [["5\" 管", "1"]]),
        Form("marks behind a backslash", "\"a \\\"b\\\", c\",1\n\"\\\\\",2\n", [["a \"b\", c", "1"], ["\\", "2"]]),
        Form("a cell that ends in a backslash", "\"C:\\data\\\",1\n\"x\",2\n", [["C:\\data\\", "1"], ["x", "2"]]),
        Form("zero bytes", "a\0,b\n", [["a\0", "b"]]),
        Form("one cell", "a", [["a"]]),
        Form("nothing", "", []),
    ]

    /// Whatever the encoding and however the file is cut into chunks.
    @Test(arguments: forms, [TextEncoding.utf8, .cp932, .utf16LittleEndian, .utf16BigEndian])
    func `each form gives its rows in every encoding`(form: Form, encoding: TextEncoding) throws {
        // A backslash in CP932 is the second byte of 表 and ソ, and never takes a mark's meaning.
        if encoding == .cp932, form.text.contains("\\\"b") { return }
        for bytesPerChunk in [1, 2, 5, 4096] {
            let file = try TemporaryFile(try bytes(of: form.text, encoding))
            var reader = try CSVRecordReader(
                path: file.path, displayName: "form.csv", encoding: encoding, delimiter: nil, limits: .init(),
                bytesPerChunk: bytesPerChunk)
            var rows: [[String]] = []
            while let record = try reader.next() {
                #expect(record.problem == nil)
                rows.append(try record.texts())
            }
            #expect(rows == form.rows)
        }
    }

    private func bytes(of text: String, _ encoding: TextEncoding) throws -> [UInt8] {
        switch encoding {
        case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .cp932: text.unicodeScalars.flatMap { Self.cp932[$0] ?? Array(String($0).utf8) }
        default: Array(text.utf8)
        }
    }

    /// From the table of CP932, for the characters of the forms.
    private static let cp932: [Unicode.Scalar: [UInt8]] = [
        "秋": [0x8F, 0x48], "芳": [0x96, 0x46], "洞": [0x93, 0xB4], "黒": [0x8D, 0x95], "谷": [0x92, 0x4A],
        "出": [0x8F, 0x6F],
        "典": [0x93, 0x54], "市": [0x8E, 0x73], "管": [0x8A, 0xC7],
    ]

    @Test func `in CP932 the second byte of a character is no backslash`() throws {
        // "ソ" and "表" end in 0x5C.
        let file = try TemporaryFile([0x22, 0x83, 0x5C, 0x22, 0x2C, 0x22, 0x95, 0x5C, 0x22, 0x0A])
        var reader = try CSVRecordReader(path: file.path, displayName: "a.csv", encoding: .cp932, delimiter: nil)
        let record = try reader.next()
        #expect(try record?.texts() == ["ソ", "表"])
    }

    @Test func `a row of a million columns and a cell of 17 MiB are named, and reading goes on`() throws {
        let wide = String(repeating: ",", count: 1_000_000) + "\n"
        let long = "\"" + String(repeating: "x", count: 17 << 20) + "\",1\n"
        let file = try TemporaryFile("a,b\n" + wide + long + "c,d\n")
        var reader = try CSVRecordReader(path: file.path, displayName: "a.csv", encoding: nil, delimiter: nil)
        var records: [CSVRecord] = []
        while let record = try reader.next() { records.append(record) }
        #expect(records.count == 4)
        #expect(records[1].problem == .tooManyColumns(limit: 16_384))
        #expect(records[1].cellCount == 16_384)
        #expect(records[1].diagnostic?.message.en == "The row has more columns than the limit (columns) of 16384.")
        #expect(records[2].problem == .recordTooLong(limitInBytes: 16 << 20))
        #expect(records[2].diagnostic?.message.en == "The row is longer than the limit (row-bytes) of 16777216 bytes.")
        #expect(try records[3].texts() == ["c", "d"])
    }
}
