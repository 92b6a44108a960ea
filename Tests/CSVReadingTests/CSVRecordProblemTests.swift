import Diagnostics
import Languages
import Testing

@testable import CSVReading

struct CSVRecordProblemTests {
    @Test func `an unclosed quote is named where it began, and no other row is lost`() throws {
        let records = try read("a,b\r\n1,\"x\ny\",\"秋芳洞\r\n2,20\r\n3,30\r\n")
        #expect(records.map(\.problem) == [nil, .unclosedQuote(line: 3, column: 3), nil, nil])
        #expect(records.map(\.row) == [1, 2, 3, 4])
        #expect(records.map(\.line) == [1, 2, 4, 5])
        #expect(try records[1].texts() == ["1", "x\ny", "秋芳洞"])
        #expect(records[1].rawText == "1,\"x\ny\",\"秋芳洞")
        #expect(try records[2].texts() == ["2", "20"])
        let diagnostic = try #require(records[1].diagnostic)
        #expect(diagnostic.code == "csv.unclosed-quote")
        #expect(diagnostic.position == SourcePosition(file: "計数.csv", line: 3, row: 2, column: 3))
        #expect(diagnostic.position?.cell == "C2")
        #expect(diagnostic.message.ja.hasPrefix("3 行目の 3 列目で始まった引用符 (\") が閉じられていません。"))
    }

    @Test func `an unclosed quote on the last line, and as the last byte`() throws {
        #expect(try read("1,2\n3,\"x,4").map(\.problem) == [nil, .unclosedQuote(line: 2, column: 2)])
        let records = try read("1,2\n\"")
        #expect(records.map(\.problem) == [nil, .unclosedQuote(line: 2, column: 1)])
        #expect(try records[1].texts() == [""])
    }

    @Test func `an unclosed quote in a file larger than a chunk loses no row`() throws {
        let rows = (1...60_000).map { "\($0),秋芳洞" }
        let records = try read("1,\"open\n" + rows.joined(separator: "\n"))
        #expect(records.count == 60_001)
        #expect(records[0].problem == .unclosedQuote(line: 1, column: 2))
        #expect(records.dropFirst().allSatisfy { $0.problem == nil && $0.cellCount == 2 })
        #expect(try records.last?.texts() == ["60000", "秋芳洞"])
        #expect(records.last?.line == 60_001)
    }

    @Test func `a quote that does not close within the limit ends with its line`() throws {
        let records = try read("1,\"open\r\n22,2\r\n33,3\r\n44,\"4\"\r\n", limits: .init(maximumRecordBytes: 16))
        #expect(records.map(\.problem) == [.recordTooLong(limitInBytes: 16), nil, nil, nil])
        #expect(try records.map { try $0.texts() } == [["1", "open"], ["22", "2"], ["33", "3"], ["44", "4"]])
        #expect(records.map(\.line) == [1, 2, 3, 4])
        let diagnostic = try #require(records[0].diagnostic)
        #expect(diagnostic.code == "csv.record-too-long")
        #expect(diagnostic.message.en == "The row is longer than the limit (row-bytes) of 16 bytes.")
    }

    @Test func `a line that is too long is cut and the next one is read`() throws {
        for lineEnd in ["\n", "\r\n", "\r"] {
            let text = ["1,123456789012345678901234567890", "2,3", "4,5"].joined(separator: lineEnd)
            let records = try read(text, limits: .init(maximumRecordBytes: 10))
            #expect(records.map(\.problem) == [.recordTooLong(limitInBytes: 10), nil, nil])
            #expect(records.map(\.line) == [1, 2, 3])
            #expect(try records[1].texts() == ["2", "3"])
        }
        #expect(try read("12345,7890\r\n", limits: .init(maximumRecordBytes: 10)).map(\.problem) == [nil])
    }

    @Test func `cells beyond the limit of columns are not counted`() throws {
        let records = try read("1,2,3\n1,2,3,4\n1\n", limits: .init(maximumColumns: 3))
        #expect(records.map(\.problem) == [nil, .tooManyColumns(limit: 3), nil])
        #expect(records.map(\.cellCount) == [3, 3, 1])
        #expect(records[1].rawText == "1,2,3,4")
        #expect(records[1].diagnostic?.code == "csv.too-many-columns")
    }

    @Test func `a cell beyond its limit is an error when it is asked for, and only then`() throws {
        let records = try read("12345678,1\n", limits: .init(maximumCellBytes: 7))
        #expect(records[0].problem == nil)
        #expect(try records[0].text(at: 1) == "1")
        let error = try #require(throws: CSVReadingError.self) { _ = try records[0].text(at: 0) }
        #expect(error.diagnostic.code == "csv.cell-too-long")
        #expect(error.diagnostic.message.en == "The cell has 8 bytes, more than the limit (cell-bytes) of 7.")
    }
}
