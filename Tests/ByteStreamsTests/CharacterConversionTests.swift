import ByteStreams
import Testing

struct CharacterConversionTests {
    @Test(arguments: SameTable.all)
    func `the same table is read from every encoding`(table: SameTable) throws {
        var conversion = try CharacterConversion(from: table.encoding)
        #expect(try conversion.text(of: table.bytes) == SameTable.text)
    }

    @Test(arguments: SameTable.all)
    func `a stream cut anywhere gives the same text`(table: SameTable) throws {
        var conversion = try CharacterConversion(from: table.encoding)
        var output: [UInt8] = []
        for byte in table.bytes { try conversion.append([byte], to: &output) }
        try conversion.finish(into: &output)
        #expect(String(decoding: output, as: UTF8.self) == SameTable.text)
    }

    @Test func `CP932's wave dash is the full-width tilde and its vendor characters are known`() throws {
        var conversion = try CharacterConversion(from: .cp932)
        #expect(try conversion.text(of: [0x81, 0x60, 0x87, 0x40, 0xFB, 0xFC, 0x5C, 0xB1]) == "\u{FF5E}①髙\\ｱ")
    }

    @Test func `a byte of eight bits is none of ISO-2022-JP, alone, in pairs or inside kanji`() throws {
        for (bytes, offset) in [
            ([0x31, 0xE6], 1), ([0x31, 0xE6, 0xE6], 1), ([0x1B, 0x24, 0x42, 0x24, 0xA2], 3), ([0x1B, 0x24, 0x42, 0xA4, 0xA2], 3),
        ] as [([UInt8], Int)] {
            var whole = try CharacterConversion(from: .iso2022JP)
            #expect(throws: CharacterConversionError.undecodable(.iso2022JP, byte: bytes[offset], offset: offset)) {
                _ = try whole.text(of: bytes)
            }
            var pieces = try CharacterConversion(from: .iso2022JP)
            var output: [UInt8] = []
            #expect(throws: CharacterConversionError.self) {
                for byte in bytes { try pieces.append([byte], to: &output) }
                try pieces.finish(into: &output)
            }
        }
    }

    @Test func `a bad byte is named with its offset, and the conversion goes on afterwards`() throws {
        var conversion = try CharacterConversion(from: .cp932)
        #expect(throws: CharacterConversionError.undecodable(.cp932, byte: 0x85, offset: 3)) {
            _ = try conversion.text(of: [0x31, 0x82, 0xA0, 0x85, 0x40])
        }
        #expect(throws: CharacterConversionError.undecodable(.cp932, byte: 0x82, offset: 1)) {
            _ = try conversion.text(of: [0x31, 0x82])
        }
        #expect(conversion.lossyText(of: [0x31, 0x85, 0x40, 0x82, 0xA0, 0x82]) == "1\u{FFFD}@あ\u{FFFD}")
        #expect(try conversion.text(of: [0x82, 0xA0]) == "あ")
    }

    @Test func `a stream keeps what precedes a bad byte`() throws {
        var conversion = try CharacterConversion(from: .utf16LittleEndian)
        var output: [UInt8] = []
        try conversion.append([0x31, 0x00, 0x32], to: &output)
        // DC00 is a low surrogate without its high one.
        #expect(throws: CharacterConversionError.undecodable(.utf16LittleEndian, byte: 0x00, offset: 4)) {
            try conversion.append([0x00, 0x00, 0xDC, 0x33, 0x00], to: &output)
        }
        #expect(output == Array("12".utf8))
    }

    @Test func `a stream that ends within a character is not complete`() throws {
        var conversion = try CharacterConversion(from: .utf16BigEndian)
        var output: [UInt8] = []
        try conversion.append([0x00, 0x31, 0x67], to: &output)
        #expect(throws: CharacterConversionError.undecodable(.utf16BigEndian, byte: 0x67, offset: 2)) {
            try conversion.finish(into: &output)
        }
    }

    @Test func `mail text with the circled numbers and signs of vendors is read, whole and in pieces`() throws {
        // ESC $ B, row 13 ① and ㈱, ESC ( B, a comma, ESC ( I, half-width ｱ, ESC ( B.
        let bytes: [UInt8] = [
            0x1B, 0x24, 0x42, 0x2D, 0x21, 0x2D, 0x6A, 0x1B, 0x28, 0x42, 0x2C, 0x1B, 0x28, 0x49, 0x31, 0x1B, 0x28, 0x42,
        ]
        var whole = try CharacterConversion(from: .iso2022JP)
        #expect(try whole.text(of: bytes) == "①㈱,ｱ")
        var pieces = try CharacterConversion(from: .iso2022JP)
        var output: [UInt8] = []
        for byte in bytes { try pieces.append([byte], to: &output) }
        try pieces.finish(into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "①㈱,ｱ")
    }

    @Test func `mail text with an unknown escape, an empty place or a cut end names the byte`() throws {
        let faults: [(bytes: [UInt8], byte: UInt8, offset: Int)] = [
            ([0x61, 0x1B, 0x24, 0x28, 0x4F, 0x21], 0x1B, 1), ([0x61, 0x1B, 0x24, 0x42, 0x29, 0x21], 0x29, 4),
            ([0x61, 0x1B, 0x24, 0x42, 0x30], 0x30, 4),
        ]
        for fault in faults {
            var conversion = try CharacterConversion(from: .iso2022JP)
            #expect(throws: CharacterConversionError.undecodable(.iso2022JP, byte: fault.byte, offset: fault.offset)) {
                _ = try conversion.text(of: fault.bytes)
            }
        }
    }

    @Test func `mail text with half-width katakana is read`() throws {
        var conversion = try CharacterConversion(from: .iso2022JP)
        #expect(try conversion.text(of: [0x1B, 0x28, 0x49, 0x31, 0x1B, 0x28, 0x42, 0x61]) == "ｱa")
    }
}

/// One small table in every encoding; the bytes are those of Python's codecs.
struct SameTable: Sendable, CustomTestStringConvertible {
    static let text = "月,場所,人数\n1月,秋芳洞,1200\n"

    var encoding: TextEncoding
    var bytes: [UInt8]
    var testDescription: String { encoding.rawValue }

    static let all: [SameTable] = [
        SameTable(encoding: .utf8, bytes: Array(text.utf8)),
        SameTable(
            encoding: .cp932,
            bytes: [
                0x8C, 0x8E, 0x2C, 0x8F, 0xEA, 0x8F, 0x8A, 0x2C, 0x90, 0x6C, 0x90, 0x94, 0x0A, 0x31, 0x8C, 0x8E, 0x2C,
                0x8F, 0x48, 0x96, 0x46, 0x93, 0xB4, 0x2C, 0x31, 0x32, 0x30, 0x30, 0x0A,
            ]),
        SameTable(
            encoding: .eucJP,
            bytes: [
                0xB7, 0xEE, 0x2C, 0xBE, 0xEC, 0xBD, 0xEA, 0x2C, 0xBF, 0xCD, 0xBF, 0xF4, 0x0A, 0x31, 0xB7, 0xEE, 0x2C,
                0xBD, 0xA9, 0xCB, 0xA7, 0xC6, 0xB6, 0x2C, 0x31, 0x32, 0x30, 0x30, 0x0A,
            ]),
        SameTable(
            encoding: .iso2022JP,
            bytes: [
                0x1B, 0x24, 0x42, 0x37, 0x6E, 0x1B, 0x28, 0x42, 0x2C, 0x1B, 0x24, 0x42, 0x3E, 0x6C, 0x3D, 0x6A, 0x1B,
                0x28, 0x42, 0x2C, 0x1B, 0x24, 0x42, 0x3F, 0x4D, 0x3F, 0x74, 0x1B, 0x28, 0x42, 0x0A, 0x31, 0x1B, 0x24,
                0x42, 0x37, 0x6E, 0x1B, 0x28, 0x42, 0x2C, 0x1B, 0x24, 0x42, 0x3D, 0x29, 0x4B, 0x27, 0x46, 0x36, 0x1B,
                0x28, 0x42, 0x2C, 0x31, 0x32, 0x30, 0x30, 0x0A,
            ]),
        SameTable(encoding: .utf16LittleEndian, bytes: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
        SameTable(encoding: .utf16BigEndian, bytes: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
    ]
}
