import ByteStreams

/// An encoding whose files can be cut into blocks by their bytes, and what of it is a character.
struct CSVBlockEncoding: Sendable {
    let encoding: TextEncoding
    /// For encodings of one or two bytes: a bit for each byte that is a character by itself.
    let singles: [UInt64]
    /// A bit for each two bytes that are one, the first from bit 8 up; empty for UTF-8, which needs no list.
    let pairs: [UInt64]

    static let utf8 = CSVBlockEncoding(encoding: .utf8, singles: [], pairs: [])

    private static let cp932 = listed(.cp932)

    /// - Returns: `nil` for an encoding in which a byte that shapes the file may be part of a character.
    init?(_ encoding: TextEncoding, delimiter: UInt8?) {
        switch encoding {
        case .utf8: self = .utf8
        // The second byte of a character is 0x40 or more, and may be a pipe.
        case .cp932 where (delimiter ?? 0) < 0x40:
            guard let listed = Self.cp932 else { return nil }
            self = listed
        default: return nil
        }
    }

    private init(encoding: TextEncoding, singles: [UInt64], pairs: [UInt64]) {
        self.encoding = encoding
        self.singles = singles
        self.pairs = pairs
    }

    /// The characters that decoding a cell knows, asked of it once: the two can then never disagree.
    private static func listed(_ encoding: TextEncoding) -> CSVBlockEncoding? {
        guard var conversion = try? CharacterConversion(from: encoding) else { return nil }
        var singles = [UInt64](repeating: 0, count: 4)
        var pairs = [UInt64](repeating: 0, count: 1024)
        for first in 0x80...0xFF {
            if (try? conversion.text(of: [UInt8(first)])) != nil {
                singles[first >> 6] |= 1 << UInt64(first & 63)
                continue
            }
            for second in 0x40...0xFF where (try? conversion.text(of: [UInt8(first), UInt8(second)])) != nil {
                let pair = first << 8 | second
                pairs[pair >> 6] |= 1 << UInt64(pair & 63)
            }
        }
        return CSVBlockEncoding(encoding: encoding, singles: singles, pairs: pairs)
    }
}
