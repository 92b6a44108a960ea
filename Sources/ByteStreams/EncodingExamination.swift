/// Gathers evidence about a file's encoding, chunk by chunk, and judges it at the end.
struct EncodingExamination {
    struct Verdict {
        var nonTextFormat: NonTextFormat?
        var markedEncoding: TextEncoding?
        var detected: TextEncoding?
        var misfit: EncodingMisfit
    }

    private var head: [UInt8] = []
    private var patterns = BytePatterns()
    private var utf8 = UTF8Evidence()
    private var cp932 = CP932Evidence()
    private var eucJP = EUCJPEvidence()
    private var lines = InvalidByteLines()

    private static let bytesInHead = 8192

    mutating func examine(_ chunk: [UInt8]) {
        keepHead(chunk)
        let bytes = chunk.span
        var position = 0
        while position < bytes.count {
            if utf8.isAtRest, cp932.isAtRest, eucJP.isAtRest {
                let end = Self.endOfPlainASCII(bytes, from: position)
                if end - position > Self.leastSkipped { skip(bytes, &position, upTo: end) }
                if position == bytes.count { break }
            }
            take(bytes[position])
            position += 1
        }
        lines.examine(chunk, utf8: utf8.tally, cp932: cp932.tally, eucJP: eucJP.tally)
    }

    /// The same, byte by byte: what ``examine(_:)`` is held against.
    mutating func examineEachByte(_ chunk: [UInt8]) {
        keepHead(chunk)
        for byte in chunk { take(byte) }
        lines.examine(chunk, utf8: utf8.tally, cp932: cp932.tally, eucJP: eucJP.tally)
    }

    private mutating func keepHead(_ chunk: [UInt8]) {
        if head.count < Self.bytesInHead { head.append(contentsOf: chunk.prefix(Self.bytesInHead - head.count)) }
    }

    private mutating func take(_ byte: UInt8) {
        patterns.take(byte)
        utf8.take(byte)
        cp932.take(byte)
        eucJP.take(byte)
    }

    /// Shorter stretches are not worth the trouble.
    private static let leastSkipped = 4

    /// Passes over plain ASCII, which says nothing about an encoding, but for its first two bytes, which end patterns.
    private mutating func skip(_ bytes: Span<UInt8>, _ position: inout Int, upTo end: Int) {
        for place in position..<(position + 2) { take(bytes[place]) }
        let count = end - position - 2
        patterns.skipASCII(count: count, endingIn: (bytes[end - 2], bytes[end - 1]))
        utf8.skipASCII(count: count)
        cp932.skipASCII(count: count)
        eucJP.skipASCII(count: count)
        position = end
    }

    private static func endOfPlainASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position < bytes.count, bytes[position] &- 1 < 0x7F, bytes[position] != 0x1B { position += 1 }
        return position
    }

    mutating func finish() -> Verdict {
        utf8.finish()
        cp932.finish()
        eucJP.finish()
        lines.finish(utf8: utf8.tally, cp932: cp932.tally, eucJP: eucJP.tally)
        let marked = [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian].first {
            head.starts(with: $0.byteOrderMark)
        }
        return Verdict(
            nonTextFormat: NonTextFormat(firstBytes: head), markedEncoding: marked,
            detected: detected(marked: marked), misfit: misfit)
    }

    private func detected(marked: TextEncoding?) -> TextEncoding? {
        let isUTF8 = utf8.tally.invalid == 0
        if let marked { return marked != .utf8 || isUTF8 ? marked : nil }
        if let utf16 = patterns.utf16(whenAlsoUTF8: isUTF8) { return utf16 }
        if patterns.isISO2022JP { return .iso2022JP }
        if isUTF8 { return .utf8 }
        // UTF-8 with a few broken bytes also reads as a kind of CP932; that is not what its writer meant.
        if utf8.tally.isNearMiss { return nil }
        switch (cp932.tally.isConvincing, eucJP.tally.isConvincing) {
        case (true, true): return eucJP.tally.readsBetter(than: cp932.tally) ? .eucJP : .cp932
        case (true, false): return .cp932
        case (false, true): return .eucJP
        case (false, false): return nil
        }
    }

    /// The first byte that is wrong in the likeliest encoding; UTF-8 when none is likely.
    private var misfit: EncodingMisfit {
        var likeliest: (encoding: TextEncoding, tally: EncodingTally, line: Int) = (.utf8, utf8.tally, lines.utf8)
        if !utf8.tally.isNearMiss {
            let candidates: [(TextEncoding, EncodingTally, Int)] = [
                (.cp932, cp932.tally, lines.cp932), (.eucJP, eucJP.tally, lines.eucJP),
            ]
            for candidate in candidates where candidate.1.isNearMiss {
                if likeliest.encoding == .utf8 || candidate.1.readsBetter(than: likeliest.tally) {
                    likeliest = candidate
                }
            }
        }
        let isNearMiss = likeliest.tally.isNearMiss
        return EncodingMisfit(
            likeliest: isNearMiss ? likeliest.encoding : nil, offset: likeliest.tally.firstInvalidOffset ?? 0,
            line: likeliest.line, looksLatin: !isNearMiss && patterns.looksLatin)
    }
}
