import Glibc

/// A running conversion of one encoding to UTF-8 by the C library's iconv.
@safe struct XMLCharacterConversion: ~Copyable {
    /// Why a conversion stopped where it did.
    enum Outcome {
        /// Everything was converted.
        case complete
        /// The last bytes begin a character that the next piece ends.
        case incomplete
        /// The byte at the stop means nothing in the encoding.
        case undecodable
    }

    private let descriptor: iconv_t

    /// Opens a conversion; `nil` when the C library does not know the encoding.
    init?(from encoding: String) {
        guard let opened = unsafe iconv_open("UTF-8", encoding) else { return nil }
        // iconv_open answers (iconv_t)-1 for a failure.
        guard Int(bitPattern: opened) != -1 else { return nil }
        unsafe descriptor = opened
    }

    deinit {
        unsafe iconv_close(descriptor)
    }

    /// Converts a piece, appending UTF-8.
    ///
    /// - Returns: How many bytes were converted, and why it stopped there.
    mutating func convert(_ input: [UInt8], into output: inout [UInt8]) -> (consumed: Int, outcome: Outcome) {
        var bytes = input
        var consumed = 0
        while consumed < bytes.count {
            // No encoding here needs more than four bytes of UTF-8 for one byte, and half-width kana need three.
            let capacity = (bytes.count - consumed) * 4 + 16
            var code: Int32 = 0
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, written in
                unsafe bytes.withUnsafeMutableBytes { source in
                    // Both buffers are not empty, so they have addresses.
                    var from: UnsafeMutablePointer<CChar>? =
                        unsafe (source.baseAddress! + consumed).assumingMemoryBound(to: CChar.self)
                    var to: UnsafeMutablePointer<CChar>? =
                        unsafe UnsafeMutableRawPointer(target.baseAddress!).assumingMemoryBound(to: CChar.self)
                    var fromLeft = source.count - consumed
                    var toLeft = capacity
                    let result = unsafe iconv(descriptor, &from, &fromLeft, &to, &toLeft)
                    // iconv answers (size_t)-1 for a stop before the end.
                    code = result == Int(bitPattern: UInt.max) ? errno : 0
                    consumed = source.count - fromLeft
                    written = capacity - toLeft
                }
            }
            output.append(contentsOf: piece)
            switch code {
            case 0: return (consumed, .complete)
            case EINVAL: return (consumed, .incomplete)
            case E2BIG: continue
            default: return (consumed, .undecodable)
            }
        }
        return (consumed, .complete)
    }
}
