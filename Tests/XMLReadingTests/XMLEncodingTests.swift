import Diagnostics
import Testing
import XMLReading

struct XMLEncodingTests {
    /// A document around some bytes: `<r><p>…</p></r>`, with a declaration.
    private func document(_ encoding: String?, _ content: [UInt8]) -> [UInt8] {
        let declaration = encoding.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>\n" } ?? ""
        return Array((declaration + "<r><p>").utf8) + content + Array("</p></r>".utf8)
    }

    private func text(_ bytes: [UInt8], bytesPerChunk: Int = 64 * 1024) throws -> String? {
        let reading = try DocumentReading(bytes, record: "r/p", [("n", ".")], bytesPerChunk: bytesPerChunk)
        #expect(reading.error == nil)
        return reading.records.first?[0]
    }

    @Test(arguments: ["Shift_JIS", "shift_jis", "Windows-31J", "MS_Kanji", "x-sjis", "CP932"], [1, 2, 3, 64 * 1024])
    func `what Windows calls Shift_JIS is read with its own characters`(label: String, bytesPerChunk: Int) throws {
        // 秋芳洞㈱①, then 髙 by both its codes (NEC's and IBM's).
        let content: [UInt8] = [
            0x8F, 0x48, 0x96, 0x46, 0x93, 0xB4, 0x87, 0x8A, 0x87, 0x40, 0xEE, 0xE0, 0xFB, 0xFC,
        ]
        #expect(try text(document(label, content), bytesPerChunk: bytesPerChunk) == "秋芳洞㈱①髙髙")
    }

    @Test(arguments: [1, 64 * 1024])
    func `EUC-JP is read with Microsoft's characters`(bytesPerChunk: Int) throws {
        // 年, ① (row 13), 髙 (three bytes), half-width ｱ.
        let content: [UInt8] = [0xC7, 0xAF, 0xAD, 0xA1, 0x8F, 0xF4, 0xFB, 0x8E, 0xB1]
        #expect(try text(document("EUC-JP", content), bytesPerChunk: bytesPerChunk) == "年①髙ｱ")
    }

    @Test(arguments: [1, 2, 3, 64 * 1024])
    func `ISO-2022-JP is read, escape sequences cut anywhere`(bytesPerChunk: Int) throws {
        // ESC $ B 年① ESC ( I ｱ ESC ( B, with < as the second byte of 芝 (3C 47 begins with it).
        let content: [UInt8] = [
            0x1B, 0x24, 0x42, 0x47, 0x2F, 0x2D, 0x21, 0x3C, 0x47, 0x1B, 0x28, 0x49, 0x31, 0x1B, 0x28, 0x42, 0x21,
        ]
        #expect(try text(document("ISO-2022-JP", content), bytesPerChunk: bytesPerChunk) == "年①芝ｱ!")
    }

    @Test(arguments: [true, false], [1, 5, 64 * 1024])
    func `wide encodings are read in both orders, with and without a mark`(mark: Bool, bytesPerChunk: Int) throws {
        let document = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><r><p>美祢𠮷</p></r>"
        let marked = (mark ? "\u{FEFF}" : "") + document
        let little = marked.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = marked.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let scalars = ((mark ? "\u{FEFF}" : "") + "<r><p>美祢𠮷</p></r>").unicodeScalars
        let quad = scalars.flatMap { scalar in (0..<4).map { UInt8(scalar.value >> (8 * $0) & 0xFF) } }
        #expect(try text(little, bytesPerChunk: bytesPerChunk) == "美祢𠮷")
        #expect(try text(big, bytesPerChunk: bytesPerChunk) == "美祢𠮷")
        #expect(try text(quad, bytesPerChunk: bytesPerChunk) == "美祢𠮷")
    }

    @Test func `UTF-8 is read with and without a mark`() throws {
        let plain = document(nil, Array("美祢".utf8))
        #expect(try text(plain) == "美祢")
        #expect(try text([0xEF, 0xBB, 0xBF] + plain) == "美祢")
    }

    @Test func `other encodings of the C library are read`() throws {
        #expect(try text(document("ISO-8859-1", [0xE9, 0x74, 0xE9])) == "été")
    }

    @Test func `a mark contradicts the declaration, wins, and is told`() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + document("Shift_JIS", Array("美祢".utf8))
        let reading = try DocumentReading(bytes, record: "r/p", [("n", ".")])
        #expect(reading.values() == ["美祢"])
        #expect(reading.summary.declaredEncoding == "Shift_JIS")
        #expect(reading.summary.notices.map(\.code) == ["xml.encoding-declaration-ignored"])
        #expect(reading.summary.notices.first?.value == "Shift_JIS")
    }

    @Test(arguments: [1, 64 * 1024])
    func `a byte that is no UTF-8 names line, column and offset`(bytesPerChunk: Int) throws {
        // Shift_JIS without a declaration: 秋 is 8F 48.
        let bytes = Array("<r>\n<p>年</p>\n<p>秋".utf8) + [0x8F, 0x48] + Array("</p></r>".utf8)
        let reading = try DocumentReading(bytes, record: "r/p", [("n", ".")], bytesPerChunk: bytesPerChunk)
        #expect(reading.values() == ["年"])
        let error = try #require(reading.error)
        #expect(error.kind == .undecodableByte)
        #expect(error.line == 3)
        #expect(error.column == 5)
        // "<r>\n" 4, "<p>年</p>\n" 11, "<p>秋" 6.
        #expect(error.byteOffset == 21)
        #expect(error.detail == "0x8F")
        #expect(error.recordsRead == 1)
    }

    @Test(arguments: ["Shift_JIS", "EUC-JP", "ISO-2022-JP"], [1, 64 * 1024])
    func `a byte outside the declared encoding names line and offset`(encoding: String, bytesPerChunk: Int) throws {
        let start = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<r>\n<p>a"
        let bytes = Array(start.utf8) + [0xFF, 0xFF] + Array("</p></r>".utf8)
        let error = try #require(
            try DocumentReading(bytes, record: "r/p", bytesPerChunk: bytesPerChunk).error)
        #expect(error.kind == .undecodableByte)
        #expect(error.line == 3)
        #expect(error.column == 5)
        #expect(error.byteOffset == start.utf8.count)
        #expect(error.detail == "0xFF")
    }

    @Test(
        arguments: [
            [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88], [0x80],
            [0xE3, 0x41], [0xF0, 0x8F, 0xBF, 0xBF],
        ] as [[UInt8]])
    func `overlong forms, surrogates and stray bytes are no UTF-8`(content: [UInt8]) throws {
        let error = try #require(try DocumentReading(document(nil, content), record: "r/p").error)
        #expect(error.kind == .undecodableByte)
        #expect(error.byteOffset == 6)
    }

    @Test func `an encoding nobody knows is named`() throws {
        let error = try #require(try DocumentReading(document("X-NOWHERE", []), record: "r/p").error)
        #expect(error.kind == .unknownEncoding)
        #expect(error.diagnostic.value == "X-NOWHERE")
    }

    @Test func `a document that ends inside a character is cut off`() throws {
        let bytes = Array("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><r><p>1</p><p>".utf8) + [0x8F]
        let reading = try DocumentReading(bytes, record: "r/p", [("n", ".")])
        #expect(reading.values() == ["1"])
        #expect(reading.error?.kind == .truncated)
        // Even behind the root element, half a character means that bytes are missing.
        #expect(try DocumentReading(Array("<r/>".utf8) + [0xE3], record: "r").error?.kind == .truncated)
    }
}
