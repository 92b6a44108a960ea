/// Makes text from anywhere fit for a page: nothing invisible, nothing endless.
enum HarmlessText {
    /// How much of a text a page shows.
    enum Length: Int {
        /// Names, cells, labels.
        case label = 200
        /// A verdict: one sentence, set large.
        case sentence = 400
        /// Running text.
        case prose = 4000
    }

    /// One line without control characters, direction marks or towers of accents, cut to a length.
    ///
    /// Direction overrides such as U+202E would make a name read backwards and take its neighbours with it.
    static func line(_ raw: String, _ length: Length = .label) -> String {
        // Eight scalars are more than any honest character needs; a hostile one may hold millions.
        let text = withoutControls(raw, limit: length.rawValue * 8)
        return text.count <= length.rawValue ? text : text.prefix(length.rawValue - 1) + "…"
    }

    /// The text without controls and direction marks; breaks become spaces.
    ///
    /// - Parameters:
    ///   - limit: How many scalars to read at most.
    ///   - keepsLineBreaks: Whether line feeds and carriage returns stay as they are.
    static func withoutControls(_ raw: String, limit: Int = .max, keepsLineBreaks: Bool = false) -> String {
        if limit == .max, raw.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return raw }
        var scalars = String.UnicodeScalarView()
        var marks = 0
        for scalar in raw.unicodeScalars.prefix(limit) {
            marks = isMark(scalar) ? marks + 1 : 0
            if marks > 4 { continue }
            switch scalar.value {
            case 0x0A, 0x0D: scalars.append(keepsLineBreaks ? scalar : " ")
            case 0x09, 0x85, 0x2028, 0x2029: scalars.append(" ")
            default: if !isInvisibleControl(scalar) { scalars.append(scalar) }
            }
        }
        return String(scalars)
    }

    /// Whether a scalar shows nothing itself but changes how others are shown or read.
    ///
    /// Joiners and variation selectors are not among them: names in Arabic and rare kanji need them.
    static func isInvisibleControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F,
            0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        case let value: value & 0xFFFE == 0xFFFE
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        // There are none below U+0300 or among kanji; asking the property of each letter is what costs.
        guard scalar.value >= 0x300, !(0x3400...0x9FFF).contains(scalar.value) else { return false }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
