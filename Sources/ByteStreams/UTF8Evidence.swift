/// Validity as UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
struct UTF8Evidence: EncodingEvidence {
    private(set) var tally = EncodingTally()
    private var offset = 0
    private var sequenceStart = 0
    private var bytesMissing = 0
    private var nextAllowed: ClosedRange<UInt8> = 0x80...0xBF

    var isAtRest: Bool { bytesMissing == 0 }

    mutating func skipASCII(count: Int) { offset += count }

    mutating func take(_ byte: UInt8) {
        examine(byte)
        offset += 1
    }

    mutating func finish() {
        if bytesMissing > 0 { tally.countInvalid(at: sequenceStart) }
        bytesMissing = 0
    }

    private mutating func examine(_ byte: UInt8) {
        if bytesMissing > 0 {
            if nextAllowed.contains(byte) {
                bytesMissing -= 1
                nextAllowed = 0x80...0xBF
                if bytesMissing == 0 { tally.plausible += 1 }
                return
            }
            tally.countInvalid(at: sequenceStart)
            bytesMissing = 0
        }
        guard byte >= 0x80 else { return }
        sequenceStart = offset
        nextAllowed = 0x80...0xBF
        switch byte {
        case 0xC2...0xDF: bytesMissing = 1
        case 0xE0...0xEF:
            bytesMissing = 2
            if byte == 0xE0 { nextAllowed = 0xA0...0xBF }
            if byte == 0xED { nextAllowed = 0x80...0x9F }
        case 0xF0...0xF4:
            bytesMissing = 3
            if byte == 0xF0 { nextAllowed = 0x90...0xBF }
            if byte == 0xF4 { nextAllowed = 0x80...0x8F }
        default: tally.countInvalid(at: offset)
        }
    }
}
