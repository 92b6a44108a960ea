import ByteStreams
import Diagnostics
import Languages
import TestSupport
import Testing

@testable import CSVReading

struct CSVRecordTextTests {
    @Test func `a character cut by the writer is named with offset, row and column`() throws {
        // 1,秋 / 2,"a""<first byte of 秋>",3
        let bytes: [UInt8] =
            [0x31, 0x2C, 0x8F, 0x48, 0x0A, 0x32, 0x2C, 0x22, 0x61, 0x22, 0x22, 0x8F, 0x22, 0x2C, 0x33, 0x0A]
        let records = try read(bytes, encoding: .cp932)
        #expect(try records[0].texts() == ["1", "秋"])
        #expect(try records[1].text(at: 2) == "3")
        #expect(records[1].rawText == "2,\"a\"\"\u{FFFD}\",3")
        let error = try #require(throws: CSVReadingError.self) { _ = try records[1].text(at: 1) }
        let expected = UndecodableByte(
            position: SourcePosition(file: "計数.csv", line: 2, row: 2, column: 2), encoding: .cp932, byte: 0x8F,
            fileOffset: 11, suspicion: .cutCharacter, cellText: "a\"\u{FFFD}")
        #expect(error == .undecodable(expected))
        #expect(error.diagnostic.code == "encoding.undecodable-byte")
        #expect(
            error.diagnostic.message.ja
                == "CP932 (Shift_JIS) の文字として読めないバイト 0x8F があります(ファイルの先頭から 11 バイトの位置)。文字が途中で切れているようです。")
    }

    @Test func `an empty place of the character set looks like a vendor's character`() throws {
        let records = try read([0x8F, 0x48, 0x2C, 0x85, 0x40, 0x0A], encoding: .cp932)
        #expect(try suspicion(of: records[0], at: 1) == .vendorCharacter)
    }

    @Test func `a wrong declaration is recognised by the rest of the file`() throws {
        // 秋芳洞 in UTF-8 is no CP932, in CP932 no UTF-8.
        let asCP932 = try read(Array("秋芳洞,1\n".utf8), encoding: .cp932)
        #expect(try suspicion(of: asCP932[0], at: 0) == .otherEncoding(.utf8))
        let asUTF8 = try read([0x8F, 0x48, 0x96, 0x46, 0x93, 0xB4, 0x2C, 0x31, 0x0A], encoding: .utf8)
        #expect(try suspicion(of: asUTF8[0], at: 0) == .otherEncoding(.cp932))
    }

    @Test func `one broken byte in a file nobody declared costs its own cell, not the file`() throws {
        let lines = (1...9).map { "秋芳洞,\($0)\n" }.joined()
        let file = try TemporaryFile(Array(lines.utf8) + [0xE7, 0xA7, 0x2C, 0x31, 0x30, 0x0A] + Array("秋吉台,11\n".utf8))
        var reader = try CSVRecordReader(path: file.path, displayName: "計数.csv", encoding: nil, delimiter: nil)
        var records: [CSVRecord] = []
        while let record = try reader.next() { records.append(record) }
        #expect(records.count == 11)
        #expect(try records[10].texts() == ["秋吉台", "11"])
        let error = try #require(throws: CSVReadingError.self) { _ = try records[9].text(at: 0) }
        #expect(error.diagnostic.position?.description == "計数.csv:A10")
        #expect(error.diagnostic.message(.english).contains("(offset 108 in the file)"))
        #expect(error.diagnostic.message(.english).contains("cut off"))
    }

    @Test func `offsets count the byte order mark`() throws {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0x2C, 0xE6, 0xB4, 0x0A]
        let records = try read(bytes, encoding: .utf8)
        let error = try #require(throws: CSVReadingError.self) { _ = try records[0].text(at: 1) }
        guard case .undecodable(let byte) = error else {
            Issue.record(error)
            return
        }
        #expect(byte.fileOffset == 5)
        #expect(byte.suspicion == .cutCharacter)
    }

    @Test func `the decoder's memory is bounded and never confuses texts`() throws {
        let decoder = try CellTextDecoder(encoding: .cp932)
        // Level 1 kanji, twice, so that the second time each one is remembered.
        var conversion = try CharacterConversion(from: .cp932)
        for _ in 0..<2 {
            for first in UInt8(0x89)...0x97 {
                for second in UInt8(0x80)...0xFC {
                    let expected = try conversion.text(of: [first, second])
                    #expect(try decoder.text(of: [first, second]) == expected)
                }
            }
        }
        let long = [UInt8](repeating: 0xB1, count: 100)
        #expect(try decoder.text(of: long[...]) == String(repeating: "ｱ", count: 100))
    }

    private func suspicion(of record: CSVRecord, at index: Int) throws -> UndecodableByte.Suspicion? {
        let error = try #require(throws: CSVReadingError.self) { _ = try record.text(at: index) }
        guard case .undecodable(let byte) = error else { return nil }
        return byte.suspicion
    }
}
