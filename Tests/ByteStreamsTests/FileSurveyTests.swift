import ByteStreams
import Diagnostics
import Languages
import TestSupport
import Testing

struct FileSurveyTests {
    @Test(arguments: SameTable.all, [1, 3, 4096])
    func `every encoding is found from the bytes alone`(table: SameTable, bytesPerChunk: Int) throws {
        let file = try TemporaryFile(table.bytes)
        let survey = try FileSurvey(path: file.path, bytesPerChunk: bytesPerChunk)
        #expect(survey.encoding == table.encoding)
        #expect(!survey.hasByteOrderMark)
        #expect(survey.hash == ContentHash(of: table.bytes))
        #expect(survey.byteCount == table.bytes.count)
    }

    @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian])
    func `a byte order mark decides`(encoding: TextEncoding) throws {
        let table = try #require(SameTable.all.first { $0.encoding == encoding })
        let file = try TemporaryFile(encoding.byteOrderMark + table.bytes)
        let survey = try FileSurvey(path: file.path)
        #expect(survey.encoding == encoding)
        #expect(survey.hasByteOrderMark)
    }

    @Test func `an ASCII head of half a megabyte decides nothing`() throws {
        let head = [UInt8](repeating: UInt8(ascii: "1"), count: 500_001)
        let file = try TemporaryFile(head + SameTable.all[1].bytes)
        #expect(try FileSurvey(path: file.path).encoding == .cp932)
    }

    @Test func `ASCII and nothing at all are UTF-8, with zero bytes too`() throws {
        for bytes in [[], Array("a,b\n".utf8), Array("a,\0,c,d,e\n".utf8)] {
            let file = try TemporaryFile(bytes)
            #expect(try FileSurvey(path: file.path).encoding == .utf8)
        }
    }

    @Test func `half-width katakana alone are CP932, not EUC-JP`() throws {
        // ﾎﾃﾙ,ﾐﾈ,ﾊｷﾞ / ﾏﾂｼﾀ,10,ﾐﾄﾞﾘﾔ; then only words of even length, which are valid EUC-JP too.
        let odd: [UInt8] = [
            0xCE, 0xC3, 0xD9, 0x2C, 0xD0, 0xC8, 0x2C, 0xCA, 0xB7, 0xDE, 0x0A, 0xCF, 0xC2, 0xBC, 0xC0, 0x2C, 0x31, 0x30,
            0x2C, 0xD0, 0xC4, 0xDE, 0xD8, 0xD4, 0x0A,
        ]
        let even: [UInt8] = [0xD0, 0xC8, 0x2C, 0xCF, 0xC2, 0xBC, 0xC0, 0x0A, 0xD0, 0xC4, 0xDE, 0xD8, 0x0A]
        for bytes in [odd, even] {
            let file = try TemporaryFile(bytes)
            #expect(try FileSurvey(path: file.path).encoding == .cp932)
        }
    }

    @Test(arguments: [1, 5, 4096])
    func `a broken byte in UTF-8 is named with offset and line`(bytesPerChunk: Int) throws {
        // The third line's 洞 lacks its last byte.
        let bytes = Array("場所,人数\r\n秋吉台,10\r\n秋芳".utf8) + [0xE6, 0xB4] + Array(",20\r\n".utf8)
        let file = try TemporaryFile(bytes)
        let error = try #require(throws: FileSurveyError.self) {
            _ = try FileSurvey(path: file.path, displayName: "計数.csv", bytesPerChunk: bytesPerChunk)
        }
        #expect(error == .unknownEncoding(file: "計数.csv", misfit(.utf8, offset: 35, line: 3)))
        #expect(error.diagnostic.code == "encoding.unknown")
        #expect(error.diagnostic.position == SourcePosition(file: "計数.csv", line: 3))
        #expect(error.diagnostic.message.ja == "UTF-8 のファイルのようですが、先頭から 35 バイトの位置に文字として読めないバイトがあります。")
    }

    @Test func `a cut character at the end of CP932 is named`() throws {
        let bytes = SameTable.all[1].bytes + [0x8F]
        let file = try TemporaryFile(bytes)
        #expect(throws: FileSurveyError.unknownEncoding(file: "a.csv", misfit(.cp932, offset: 29, line: 3))) {
            _ = try FileSurvey(path: file.path, displayName: "a.csv")
        }
        #expect(try FileSurvey(path: file.path, declaring: .cp932).encoding == .cp932)
    }

    @Test func `Latin-1 is refused with a hint, unless somebody declares an encoding`() throws {
        // "ville,año / Orléans,2019 / São Paulo,2020" in Latin-1
        let bytes =
            Array("ville,a".utf8) + [0xF1] + Array("o\nOrl".utf8) + [0xE9] + Array("ans,2019\nS".utf8) + [0xE3]
            + Array("o Paulo,2020\n".utf8)
        let file = try TemporaryFile(bytes)
        let error = try #require(throws: FileSurveyError.self) {
            _ = try FileSurvey(path: file.path, displayName: "a.csv")
        }
        #expect(error == .unknownEncoding(file: "a.csv", misfit(nil, offset: 7, line: 1, looksLatin: true)))
        #expect(error.diagnostic.message.en.contains("Latin-1"))
        let survey = try FileSurvey(path: file.path, declaring: .cp932)
        #expect(survey.encoding == .cp932)
        #expect(survey.detectedEncoding == nil)
    }

    @Test func `a declaration against the byte order mark is refused`() throws {
        let file = try TemporaryFile([0xEF, 0xBB, 0xBF] + Array("月\n".utf8))
        let error = try #require(throws: FileSurveyError.self) {
            _ = try FileSurvey(path: file.path, displayName: "a.csv", declaring: .cp932)
        }
        #expect(error == .contradictsByteOrderMark(file: "a.csv", declared: .cp932, marked: .utf8))
        #expect(error.diagnostic.remedy?.en == "Declare utf-8, or declare no encoding.")
    }

    @Test(arguments: NonTextFile.all)
    func `what is no text is refused even when an encoding is declared`(refused: NonTextFile) throws {
        let file = try TemporaryFile(refused.bytes)
        for encoding in [nil, TextEncoding.cp932] {
            let error = try #require(throws: FileSurveyError.self) {
                _ = try FileSurvey(path: file.path, displayName: "a.csv", declaring: encoding)
            }
            #expect(error.diagnostic.code == refused.code)
            #expect(error.diagnostic.remedy != nil)
        }
    }

    @Test func `text that begins like an archive's name is text`() throws {
        let file = try TemporaryFile("PK,name\n%PDF,1\n")
        #expect(try FileSurvey(path: file.path).encoding == .utf8)
    }

    private func misfit(
        _ likeliest: TextEncoding?, offset: Int, line: Int, looksLatin: Bool = false
    ) -> EncodingMisfit {
        EncodingMisfit(likeliest: likeliest, offset: offset, line: line, looksLatin: looksLatin)
    }
}

/// The beginning of a file that is no text.
struct NonTextFile: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var code: String

    private static let archive: [UInt8] = [0x50, 0x4B, 3, 4, 0x14, 0]

    static let all: [NonTextFile] = [
        NonTextFile(
            testDescription: "workbook", bytes: archive + Array("[Content_Types].xml".utf8), code: "file.spreadsheet"),
        NonTextFile(testDescription: "zip", bytes: archive + Array("counts.csv".utf8), code: "file.compressed"),
        NonTextFile(testDescription: "xls", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], code: "file.spreadsheet"),
        NonTextFile(testDescription: "cut gzip", bytes: [0x1F, 0x8B, 8, 0], code: "file.gzip-truncated"),
        NonTextFile(testDescription: "pdf", bytes: Array("%PDF-1.7".utf8), code: "file.pdf"),
        NonTextFile(testDescription: "utf-32", bytes: [0xFF, 0xFE, 0, 0, 0x31, 0, 0, 0], code: "encoding.unsupported"),
    ]
}
