/// Validity and plausibility as CP932: one byte, or a lead byte 81–9F, E0–FC and a trail byte 40–7E, 80–FC.
struct CP932Evidence: EncodingEvidence {
    private(set) var tally = EncodingTally()
    private var offset = 0
    private var lead: UInt8 = 0
    private var halfWidthRun = 0

    var isAtRest: Bool { lead == 0 && halfWidthRun == 0 }

    mutating func skipASCII(count: Int) { offset += count }

    mutating func take(_ byte: UInt8) {
        examine(byte)
        offset += 1
    }

    mutating func finish() {
        if lead != 0 { tally.countInvalid(at: offset - 1) }
        lead = 0
        endHalfWidthRun()
    }

    private mutating func examine(_ byte: UInt8) {
        if lead != 0 {
            let first = lead
            lead = 0
            if (0x40...0xFC).contains(byte), byte != 0x7F {
                count(first, byte)
                return
            }
            tally.countInvalid(at: offset - 1)
        }
        if (0xA1...0xDF).contains(byte) {
            halfWidthRun += 1
            return
        }
        endHalfWidthRun()
        switch byte {
        case 0..<0x80: break
        case 0x81...0x9F, 0xE0...0xFC: lead = byte
        default: tally.countInvalid(at: offset)
        }
    }

    private mutating func count(_ lead: UInt8, _ trail: UInt8) {
        switch lead {
        case 0x81...0x83, 0x87, 0x89...0x97: tally.plausible += 1
        // Rows before the first kanji, and between level 1 and level 2, are empty.
        case 0x88 where trail >= 0x9F: tally.plausible += 1
        case 0x98 where trail <= 0x72: tally.plausible += 1
        case 0x98 where trail >= 0x9F: tally.doubtful += 1
        case 0x84, 0x99...0x9F, 0xE0...0xEA, 0xED, 0xEE, 0xFA...0xFB: tally.doubtful += 1
        case 0xFC where trail <= 0x4B: tally.doubtful += 1
        case 0xF0...0xF9: tally.privateUse += 1
        default: tally.countInvalid(at: offset - 1)
        }
    }

    private mutating func endHalfWidthRun() {
        if halfWidthRun == 1 { tally.doubtful += 1 } else { tally.halfWidth += halfWidthRun }
        halfWidthRun = 0
    }
}
