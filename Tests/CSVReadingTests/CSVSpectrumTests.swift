import ByteStreams
import Foundation
import TestSupport
import Testing

@testable import CSVReading

/// The cases of csv-spectrum; see `Inputs/README.md`.
struct CSVSpectrumTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var table: [[String]]
        var testDescription: String { name }

        init(_ name: String, _ table: [[String]]) {
            self.name = name
            self.table = table
        }
    }

    static let cases: [Case] = [
        Case(
            "comma_in_quotes",
            [["first", "last", "address", "city", "zip"], ["John", "Doe", "120 any st.", "Anytown, WW", "08123"]]),
        Case("empty", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
        Case("empty_crlf", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
        Case("escaped_quotes", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
        Case("json", [["key", "val"], ["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]]),
        Case("newlines", [["a", "b", "c"], ["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]),
        Case(
            "newlines_crlf",
            [["a", "b", "c"], ["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]),
        Case("quotes_and_newlines", [["a", "b"], ["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
        Case("simple", [["a", "b", "c"], ["1", "2", "3"]]),
        Case("simple_crlf", [["a", "b", "c"], ["1", "2", "3"]]),
        Case("utf8", [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "ʤ"]]),
    ]

    @Test(arguments: cases)
    func `the answer is the published one`(of expected: Case) throws {
        let folder = try #require(Bundle.module.resourcePath)
        let bytes = try #require(
            FileManager.default.contents(atPath: folder + "/Inputs/csv-spectrum/\(expected.name).csv"))
        let file = try TemporaryFile([UInt8](bytes))
        #expect(try readTable(file) == expected.table)
    }

    @Test(arguments: cases)
    func `Windows line ends change only the line breaks inside cells`(of expected: Case) throws {
        let folder = try #require(Bundle.module.resourcePath)
        let bytes = try #require(
            FileManager.default.contents(atPath: folder + "/Inputs/csv-spectrum/\(expected.name).csv"))
        let file = try TemporaryFile(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
        let table = expected.table.map { $0.map { $0.split(separator: "\n", omittingEmptySubsequences: false) } }
        #expect(try readTable(file) == table.map { $0.map { $0.joined(separator: "\r\n") } })
    }
}

/// All cells of a file as text.
func readTable(
    _ file: TemporaryFile, encoding: TextEncoding? = nil, delimiter: UInt8? = nil
) throws(CSVReadingError) -> [[String]] {
    var reader = try CSVRecordReader(
        path: file.path, displayName: "table.csv", encoding: encoding, delimiter: delimiter)
    var table: [[String]] = []
    while let record = try reader.next() { table.append(try record.texts()) }
    return table
}
