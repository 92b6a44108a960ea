internal import CByteScanning

/// Looks through a piece of text many bytes at a time.
enum TextScan {
    /// What ``UTF8Check/wellFormedPrefix(of:)`` gives, quickly.
    static func wellFormedPrefix(of bytes: [UInt8]) -> (count: Int, isUndecodable: Bool) {
        var undecodable: Int32 = 0
        let count = unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe text_well_formed_prefix(start, buffer.count, &undecodable)
        }
        return (count, undecodable != 0)
    }

    /// Where the first zero byte is.
    static func firstZero(in bytes: [UInt8]) -> Int? {
        let found = unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe text_first(start, buffer.count, 0)
        }
        return found < bytes.count ? found : nil
    }

    /// How many line feeds the first bytes hold, and where the last one is.
    static func lineEnds(in bytes: [UInt8], upTo end: Int) -> (count: Int, last: Int?) {
        precondition(end <= bytes.count)
        let count = unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe text_line_feeds(start, end)
        }
        return (count, count == 0 ? nil : bytes[..<end].lastIndex(of: 0x0A))
    }
}
