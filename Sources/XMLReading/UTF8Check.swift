/// How much of some bytes is well-formed UTF-8 (Unicode 16, table 3-7), and why the check stopped there.
enum UTF8Check {
    /// - Returns: The bytes up to the last whole character, and whether the next one can never become a character.
    static func wellFormedPrefix(of bytes: [UInt8]) -> (count: Int, isUndecodable: Bool) {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            guard let (length, second) = shape(of: lead) else { return (index, true) }
            for place in 1..<length {
                guard index + place < bytes.count else { return (index, false) }
                let allowed = place == 1 ? second : 0x80...0xBF
                guard allowed.contains(bytes[index + place]) else { return (index, true) }
            }
            index += length
        }
        return (index, false)
    }

    /// A character's length by its first byte, and what may follow that byte.
    private static func shape(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
