/// Validity and plausibility as EUC-JP: pairs A1–FE, half-width katakana after 8E, JIS X 0212 after 8F.
struct EUCJPEvidence: EncodingEvidence {
    private(set) var tally = EncodingTally()
    private var offset = 0
    private var first: UInt8 = 0
    private var second: UInt8 = 0
    private var characterStart = 0

    var isAtRest: Bool { first == 0 }

    mutating func skipASCII(count: Int) { offset += count }

    mutating func take(_ byte: UInt8) {
        examine(byte)
        offset += 1
    }

    mutating func finish() {
        if first != 0 { tally.countInvalid(at: characterStart) }
        (first, second) = (0, 0)
    }

    private mutating func examine(_ byte: UInt8) {
        if first != 0 {
            let isTrail = first == 0x8E ? (0xA1...0xDF).contains(byte) : (0xA1...0xFE).contains(byte)
            if isTrail {
                if first == 0x8F, second == 0 {
                    second = byte
                    return
                }
                count(first)
                (first, second) = (0, 0)
                return
            }
            tally.countInvalid(at: characterStart)
            (first, second) = (0, 0)
        }
        characterStart = offset
        switch byte {
        case 0..<0x80: break
        case 0x8E, 0x8F, 0xA1...0xFE: first = byte
        default: tally.countInvalid(at: offset)
        }
    }

    private mutating func count(_ lead: UInt8) {
        switch lead {
        case 0xA1...0xA5, 0xAD, 0xB0...0xCF: tally.plausible += 1
        case 0x8E: tally.halfWidth += 1
        case 0x8F, 0xA6...0xA8, 0xD0...0xF4: tally.doubtful += 1
        case 0xF5...0xFE: tally.privateUse += 1
        default: tally.countInvalid(at: characterStart)
        }
    }
}
