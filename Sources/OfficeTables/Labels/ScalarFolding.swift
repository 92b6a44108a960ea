extension Unicode.Scalar {
    /// The character in its narrow form: full-width ASCII becomes ASCII, every kind of space an ASCII space.
    var narrowed: Unicode.Scalar {
        switch value {
        case 0x21...0x7E: self
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
        case 0xFFE5: "¥"
        default: isBlank ? " " : self
        }
    }

    /// Whether the character is white space: ASCII, ideographic, no-break, a tab or a line end.
    var isBlank: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether the character draws nothing: zero-width characters, direction marks, byte order marks.
    var isInvisible: Bool {
        switch value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: true
        default: false
        }
    }

    /// Whether the character is one of the hyphens, dashes and minus signs that offices type for one another.
    var isDash: Bool {
        switch value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    /// Whether the character is a wave dash: CP932's `～` arrives as U+301C or U+FF5E, depending on who converted it.
    var isWave: Bool {
        switch value {
        case 0x7E, 0x2053, 0x223C, 0x301C, 0xFF5E: true
        default: false
        }
    }

    /// Whether the character is the katakana long mark, full or half width.
    var isLongMark: Bool { value == 0x30FC || value == 0xFF70 }

    /// Whether the character is an ASCII digit.
    var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

    /// Whether the character is an ASCII letter.
    var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }

    /// Whether the character is hiragana, the long mark apart.
    var isHiragana: Bool { (0x3041...0x3096).contains(value) || value == 0x309D || value == 0x309E }

    /// Whether the character is hiragana or katakana, the long mark included.
    var isKana: Bool { isHiragana || (0x30A1...0x30FF).contains(value) }
}

extension String {
    /// The text's characters in their narrow forms, without white space at either end.
    var narrowedScalars: [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(min(utf8.count, 64))
        for scalar in unicodeScalars {
            let narrow = scalar.narrowed
            if narrow == " ", scalars.isEmpty { continue }
            scalars.append(narrow)
        }
        while scalars.last == " " { scalars.removeLast() }
        return scalars
    }

    /// Makes a text from characters.
    ///
    /// By way of bytes: a view of scalars that grows one by one costs many times as much.
    init(scalars: some Sequence<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.underestimatedCount * 3)
        for scalar in scalars {
            let value = scalar.value
            switch value {
            case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
            case 0x80..<0x800:
                bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
            case 0x800..<0x10000:
                bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
            default:
                bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
            }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
