import Glibc

/// Why bytes could not be turned into text.
public enum CharacterConversionError: Error, Sendable, Hashable {
    /// This machine's C library does not know the encoding.
    case unavailable(TextEncoding)
    /// The byte at this offset begins nothing that is a character in the encoding; offsets count from 0.
    case undecodable(TextEncoding, byte: UInt8, offset: Int)
}

/// Turns bytes of one encoding into UTF-8; owns an iconv descriptor.
///
/// Wave dash: the C library reads CP932 0x8160 (and EUC-JP 0xA1C1) as U+FF5E FULLWIDTH TILDE, as Windows does, and
/// not as U+301C WAVE DASH. It is left so; whoever compares texts must treat the two as one.
@safe public struct CharacterConversion: ~Copyable {
    /// The encoding of the bytes.
    public let encoding: TextEncoding
    private let descriptor: iconv_t
    private var scratch = [UInt8](repeating: 0, count: 4096)
    private var tail: [UInt8] = []
    private var streamOffset = 0
    /// For ISO-2022-JP, which is rewritten first.
    private var unshifting: ISO2022JPUnshifting?

    /// Opens a conversion.
    ///
    /// - Throws: `CharacterConversionError.unavailable` when the C library lacks the encoding.
    public init(from encoding: TextEncoding) throws(CharacterConversionError) {
        let opened = unsafe iconv_open("UTF-8", encoding.iconvName)
        // iconv_open reports failure as (iconv_t)-1.
        guard let descriptor = unsafe opened, Int(bitPattern: descriptor) != -1 else {
            throw .unavailable(encoding)
        }
        self.encoding = encoding
        unshifting = encoding == .iso2022JP ? ISO2022JPUnshifting() : nil
        unsafe self.descriptor = descriptor
    }

    deinit {
        unsafe iconv_close(descriptor)
    }

    /// The text of complete bytes.
    ///
    /// - Throws: `CharacterConversionError.undecodable` with the offset in `bytes` of the first bad byte.
    public mutating func text(of bytes: [UInt8]) throws(CharacterConversionError) -> String {
        reset()
        if unshifting != nil { return try unshiftedText(of: bytes) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        let stop = convert(bytes, from: 0, into: &output)
        if stop < bytes.count { throw .undecodable(encoding, byte: bytes[stop], offset: stop) }
        flush(into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// The text of bytes with U+FFFD in place of each byte that is no character.
    public mutating func lossyText(of bytes: [UInt8]) -> String {
        reset()
        var bytes = bytes
        if unshifting != nil {
            var rewriting = ISO2022JPUnshifting()
            bytes = rewriting.rewrite(bytes).bytes
        }
        var output: [UInt8] = []
        var stop = convert(bytes, from: 0, into: &output)
        while stop < bytes.count {
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            stop = convert(bytes, from: stop + 1, into: &output)
        }
        flush(into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Converts the next bytes of a stream; a character that is not complete yet waits for the next call.
    ///
    /// What precedes a bad byte is appended before the error is thrown.
    ///
    /// - Throws: `CharacterConversionError.undecodable` with the offset in the stream.
    public mutating func append(
        _ bytes: [UInt8], to output: inout [UInt8]
    ) throws(CharacterConversionError) {
        if unshifting != nil { return try appendUnshifted(bytes, to: &output) }
        let input = tail.isEmpty ? bytes : tail + bytes
        let inputOffset = streamOffset - tail.count
        let stop = convert(input, from: 0, into: &output)
        streamOffset = inputOffset + input.count
        tail = Array(input[stop...])
        // No encoding here has a character or escape sequence longer than this, so a longer rest is no beginning of one.
        let isBad = errnoOfLastStop == EILSEQ || tail.count > 8
        if !tail.isEmpty, isBad { throw .undecodable(encoding, byte: tail[0], offset: inputOffset + stop) }
    }

    /// Ends a stream.
    ///
    /// - Throws: `CharacterConversionError.undecodable` when it ends within a character.
    public mutating func finish(into output: inout [UInt8]) throws(CharacterConversionError) {
        if let waiting = unshifting?.waitingBytes, waiting > 0 {
            throw .undecodable(encoding, byte: 0x1B, offset: streamOffset - waiting)
        }
        if !tail.isEmpty { throw .undecodable(encoding, byte: tail[0], offset: streamOffset - tail.count) }
        flush(into: &output)
    }

    private mutating func unshiftedText(of bytes: [UInt8]) throws(CharacterConversionError) -> String {
        var rewriting = ISO2022JPUnshifting()
        let (input, origins) = rewriting.rewrite(bytes)
        var output: [UInt8] = []
        let stop = convert(input, from: 0, into: &output)
        guard stop == input.count, !rewriting.isInsideSequence else {
            let offset = stop < input.count ? origins[stop] : bytes.count - rewriting.waitingBytes
            throw .undecodable(encoding, byte: bytes[offset], offset: offset)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private mutating func appendUnshifted(
        _ bytes: [UInt8], to output: inout [UInt8]
    ) throws(CharacterConversionError) {
        guard let (input, origins) = unshifting?.rewrite(bytes) else { return }
        let start = streamOffset
        streamOffset += bytes.count
        let stop = convert(input, from: 0, into: &output)
        guard stop < input.count else { return }
        let origin = origins[stop]
        // The first byte of the character may have come with the piece before.
        throw .undecodable(encoding, byte: origin >= 0 ? bytes[origin] : input[stop] & 0x7F, offset: start + origin)
    }

    private var errnoOfLastStop: Int32 = 0

    /// Converts from an offset as far as possible and tells where it stopped; the end when all went well.
    private mutating func convert(_ bytes: [UInt8], from start: Int, into output: inout [UInt8]) -> Int {
        var position = start
        errnoOfLastStop = 0
        while position < bytes.count {
            let step = convertOnce(bytes, from: position)
            output.append(contentsOf: scratch[..<step.written])
            position += step.read
            if step.failure != 0, step.failure != E2BIG {
                errnoOfLastStop = step.failure
                break
            }
        }
        return position
    }

    private mutating func convertOnce(
        _ bytes: [UInt8], from start: Int
    ) -> (read: Int, written: Int, failure: Int32) {
        let descriptor = unsafe self.descriptor
        return unsafe bytes.withUnsafeBytes { input in
            unsafe scratch.withUnsafeMutableBytes { output in
                // iconv's prototype lacks `const`; it does not write to its input.
                let inputChars = unsafe UnsafeMutableRawBufferPointer(mutating: input).baseAddress?
                    .advanced(by: start).assumingMemoryBound(to: CChar.self)
                var source: UnsafeMutablePointer<CChar>? = unsafe inputChars
                var target: UnsafeMutablePointer<CChar>? = unsafe output.baseAddress?
                    .assumingMemoryBound(to: CChar.self)
                var unread = input.count - start
                var room = output.count
                let result = unsafe iconv(descriptor, &source, &unread, &target, &room)
                // iconv returns (size_t)-1 on failure, which Swift imports as -1 or as the largest value.
                let failed = result == Int(bitPattern: UInt.max)
                return (input.count - start - unread, output.count - room, failed ? errno : 0)
            }
        }
    }

    private mutating func reset() {
        _ = unsafe iconv(descriptor, nil, nil, nil, nil)
    }

    /// Writes what a stateful conversion still holds.
    private mutating func flush(into output: inout [UInt8]) {
        let descriptor = unsafe self.descriptor
        let written = unsafe scratch.withUnsafeMutableBytes { buffer in
            var target: UnsafeMutablePointer<CChar>? = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            var room = buffer.count
            _ = unsafe iconv(descriptor, nil, nil, &target, &room)
            return buffer.count - room
        }
        output.append(contentsOf: scratch[..<written])
    }
}
