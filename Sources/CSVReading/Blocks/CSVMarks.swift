import ByteStreams
internal import CByteScanning

// To whoever changes this: pointers live only inside the closures below. Offsets come from `csv_find_marks`, which
// needs the padding that every block carries, and are smaller than the count given.

/// The offsets of the bytes that shape a block: delimiters, line ends, quotation marks.
struct CSVMarks {
    private(set) var offsets: [UInt32] = []
    /// How many of the offsets are in use.
    private(set) var count = 0

    /// Finds the marks of padded bytes.
    mutating func find(in padded: [UInt8], count: Int, delimiter: UInt8) {
        precondition(padded.count >= count + Int(CSV_SCAN_PADDING))
        let needed = count + Int(CSV_MARK_PADDING)
        if offsets.count < needed { offsets = [UInt32](repeating: 0, count: needed) }
        unsafe padded.withUnsafeBufferPointer { bytes in
            unsafe offsets.withUnsafeMutableBufferPointer { offsets in
                self.count = unsafe csv_find_marks(bytes.baseAddress, count, delimiter, offsets.baseAddress)
            }
        }
    }

    /// Whether a quotation mark occurs.
    static func holdsQuote(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBufferPointer {
            unsafe csv_holds_byte($0.baseAddress, $0.count, CSVTokenizer.quoteByte) != 0
        }
    }

    /// Where the last whole record of padded bytes ends, and whether the bytes end within quotes.
    mutating func endOfLastRecord(
        in padded: [UInt8], count: Int, delimiter: UInt8
    ) -> (end: Int, isInQuotes: Bool) {
        find(in: padded, count: count, delimiter: delimiter)
        var walk = CSVMarkWalk(delimiter: delimiter, count: count)
        unsafe padded.withUnsafeBufferPointer { bytes in
            unsafe offsets.withUnsafeBufferPointer { offsets in
                while unsafe walk.next(bytes, offsets, self.count) != nil {}
            }
        }
        return (walk.recordStart, walk.endsInQuotes)
    }
}

extension CSVBlock {
    /// Whether the bytes are text in an encoding, without the signs of another.
    func isText(in encoding: CSVBlockEncoding) -> Bool {
        unsafe padded.withUnsafeBufferPointer { bytes in
            if unsafe csv_holds_more_than_ascii(bytes.baseAddress, count) == 0 { return true }
            if unsafe csv_holds_byte(bytes.baseAddress, count, 0) != 0 { return false }
            if unsafe csv_holds_byte(bytes.baseAddress, count, 0x1B) != 0 { return false }
            guard encoding.encoding != .utf8 else {
                return unsafe String(validating: UnsafeBufferPointer(rebasing: bytes[..<count]), as: UTF8.self) != nil
            }
            return unsafe encoding.singles.withUnsafeBufferPointer { singles in
                unsafe encoding.pairs.withUnsafeBufferPointer { pairs in
                    unsafe csv_is_double_byte_text(
                        bytes.baseAddress, count, singles.baseAddress, pairs.baseAddress) != 0
                }
            }
        }
    }
}
