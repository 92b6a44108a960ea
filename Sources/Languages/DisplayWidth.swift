extension String {
    /// How many columns the text takes on a terminal: East Asian wide and full-width characters take two.
    ///
    /// The ranges are those of Unicode's East Asian Width property (UAX #11, classes W and F) that occur in
    /// practice; ambiguous characters (`…`, `※`, `①`) count as one, as terminals draw them outside legacy
    /// locales. Variation selectors (祢 with its selector for 祢󠄀) take no column.
    public var displayWidth: Int {
        unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    }

    /// The text followed by spaces up to a display width; a longer text is returned as it is.
    public func padded(toDisplayWidth width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - displayWidth))
    }

    /// The text preceded by spaces up to a display width; a longer text is returned as it is.
    public func leftPadded(toDisplayWidth width: Int) -> String {
        String(repeating: " ", count: max(0, width - displayWidth)) + self
    }
}

extension Unicode.Scalar {
    /// Columns taken on a terminal: 0 for combining marks and controls, 2 for wide characters, else 1.
    public var displayWidth: Int {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: 0
        case 0x0300...0x036F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0x3099...0x309A, 0xFE00...0xFE0F,
            0xE0100...0xE01EF:
            0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
