/// The physical lines of the first invalid byte of each encoding, counted while the bytes pass by.
struct InvalidByteLines {
    private(set) var utf8 = 1
    private(set) var cp932 = 1
    private(set) var eucJP = 1
    private var found: (utf8: Bool, cp932: Bool, eucJP: Bool) = (false, false, false)
    private var offset = 0
    private var line = 1
    private var lastByte: UInt8 = 0

    mutating func examine(_ chunk: [UInt8], utf8: EncodingTally, cp932: EncodingTally, eucJP: EncodingTally) {
        settle(utf8, in: chunk, &found.utf8, &self.utf8)
        settle(cp932, in: chunk, &found.cp932, &self.cp932)
        settle(eucJP, in: chunk, &found.eucJP, &self.eucJP)
        line += lineEnds(in: chunk[...])
        lastByte = chunk.last ?? lastByte
        offset += chunk.count
    }

    /// A character cut off by the end of the file is only known when the file has ended.
    mutating func finish(utf8: EncodingTally, cp932: EncodingTally, eucJP: EncodingTally) {
        examine([], utf8: utf8, cp932: cp932, eucJP: eucJP)
    }

    private func settle(_ tally: EncodingTally, in chunk: [UInt8], _ isFound: inout Bool, _ result: inout Int) {
        guard !isFound, let invalid = tally.firstInvalidOffset else { return }
        isFound = true
        // A character that began in the chunk before has no line end in it, so the line is the same.
        result = line + lineEnds(in: chunk.prefix(max(0, invalid - offset)))
    }

    private func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        var previous = lastByte
        for byte in bytes {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
            previous = byte
        }
        return count
    }
}
