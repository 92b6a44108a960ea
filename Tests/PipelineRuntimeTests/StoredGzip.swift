/// A gzip file (RFC 1952) whose content is stored and not squeezed (RFC 1951, section 3.2.4).
enum StoredGzip {
    static func bytes(of content: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        let pieces = stride(from: 0, to: max(1, content.count), by: 60_000).map {
            content[$0..<min(content.count, $0 + 60_000)]
        }
        for (place, piece) in pieces.enumerated() {
            let length = UInt16(piece.count)
            packed.append(place == pieces.count - 1 ? 1 : 0)
            for word in [length, ~length] { packed += [UInt8(word & 0xFF), UInt8(word >> 8)] }
            packed += piece
        }
        for word in [checksum(of: content), UInt32(content.count)] {
            packed += (0..<4).map { UInt8(word >> (8 * $0) & 0xFF) }
        }
        return packed
    }

    /// The CRC-32 of RFC 1952, section 8, bit by bit.
    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
        }
        return ~crc
    }
}
