// The loops in which nearly all time is spent: each runs over bytes that mean nothing to the structure.

extension CSVTokenizer {
    /// The offset of the next delimiter or line end; the end of the bytes when there is none.
    func endOfPlainBytes(_ bytes: Span<UInt8>, from start: Int) -> Int {
        let delimiter = delimiter
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            position += 1
        }
        return position
    }

    /// The same for CP932 where the delimiter can be a trail byte; stops at a last lead byte without its trail.
    func endOfPlainPairs(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case delimiter, 0x0A, 0x0D: return position
            case 0x81...0x9F, 0xE0...0xFC:
                guard position + 1 < bytes.count else { return position }
                let trail = bytes[position + 1]
                position += trail >= 0x40 && trail != 0x7F && trail <= 0xFC ? 2 : 1
            default: position += 1
            }
        }
        return position
    }

    /// The offset of the next quotation mark or line end; the end of the bytes when there is none.
    func endOfQuotedBytes(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.quoteByte || byte == 0x0A || byte == 0x0D { break }
            position += 1
        }
        return position
    }
}
