/// Patterns that betray encodings without multi-byte rules: zero bytes, escape sequences, lone accented letters.
struct BytePatterns {
    private(set) var zeroBytesAtEvenOffsets = 0
    private(set) var zeroBytesAtOddOffsets = 0
    private(set) var highBytes = 0
    private(set) var highBytesBetweenASCII = 0
    private(set) var japaneseEscapes = 0
    private(set) var byteCount = 0
    private var last: (UInt8, UInt8) = (0x20, 0x20)

    /// Passes over bytes of plain ASCII, neither zero nor escape, that follow at least two such bytes.
    mutating func skipASCII(count: Int, endingIn last: (UInt8, UInt8)) {
        byteCount += count
        self.last = last
    }

    mutating func take(_ byte: UInt8) {
        let (beforeLast, last) = self.last
        if byte == 0 {
            if byteCount.isMultiple(of: 2) { zeroBytesAtEvenOffsets += 1 } else { zeroBytesAtOddOffsets += 1 }
        } else if byte >= 0x80 {
            highBytes += 1
        } else if beforeLast == 0x1B, last == UInt8(ascii: "$"), byte == 0x42 || byte == 0x40 || byte == 0x28 {
            japaneseEscapes += 1
        } else if beforeLast == 0x1B, last == UInt8(ascii: "("), byte == 0x49 {
            japaneseEscapes += 1
        }
        if byte < 0x80, last >= 0x80, beforeLast < 0x80 { highBytesBetweenASCII += 1 }
        byteCount += 1
        self.last = (last, byte)
    }

    /// UTF-16 without a mark: digits, commas and line ends leave zero bytes on one side only.
    ///
    /// - Parameter isUTF8: Whether the file is also valid UTF-8; then only a file of mostly ASCII characters can be
    ///   UTF-16, for Japanese text in UTF-16 is no valid UTF-8.
    func utf16(whenAlsoUTF8 isUTF8: Bool) -> TextEncoding? {
        guard byteCount.isMultiple(of: 2), byteCount > 0 else { return nil }
        let more = max(zeroBytesAtEvenOffsets, zeroBytesAtOddOffsets)
        let fewer = min(zeroBytesAtEvenOffsets, zeroBytesAtOddOffsets)
        let pairs = byteCount / 2
        guard more * (isUTF8 ? 4 : 50) >= pairs, fewer * 10 <= more, more > 0 else { return nil }
        return zeroBytesAtOddOffsets > zeroBytesAtEvenOffsets ? .utf16LittleEndian : .utf16BigEndian
    }

    /// Escapes to Japanese characters in a file without a single byte above 0x7F.
    var isISO2022JP: Bool { highBytes == 0 && japaneseEscapes > 0 }

    /// Whether bytes above 0x7F mostly stand alone, as accented letters of Latin-1 and Windows-1252 do.
    var looksLatin: Bool { highBytes > 0 && highBytesBetweenASCII * 2 > highBytes }
}
