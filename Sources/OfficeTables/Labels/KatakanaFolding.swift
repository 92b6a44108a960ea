extension Unicode.Scalar {
    /// The full-width form of a half-width katakana character or punctuation mark; `nil` for anything else.
    ///
    /// Sound marks are left to ``joined(withSoundMark:)``, which runs first; one that joins nothing becomes the
    /// full-width mark.
    var halfWidthKatakanaWidened: Unicode.Scalar? {
        guard (0xFF61...0xFF9F).contains(value) else { return nil }
        return wideForms[Int(value - 0xFF61)]
    }

    /// This kana with a voiced or semi-voiced sound mark; `nil` when the second character is no such mark or the
    /// first takes none.
    ///
    /// Takes half-width `ﾞ ﾟ`, spacing `゛ ゜` and the combining marks that file systems on a Mac write.
    func joined(withSoundMark mark: Unicode.Scalar) -> Unicode.Scalar? {
        switch mark.value {
        case 0xFF9E, 0x309B, 0x3099: shifted(by: 1, when: takesVoicedMark)
        case 0xFF9F, 0x309C, 0x309A: shifted(by: 2, when: takesSemiVoicedMark)
        default: nil
        }
    }

    private func shifted(by offset: UInt32, when isTaken: Bool) -> Unicode.Scalar? {
        guard isTaken else { return nil }
        if offset == 1, self == "ウ" { return "ヴ" }
        if offset == 1, self == "う" { return "ゔ" }
        return Unicode.Scalar(value + offset)
    }

    /// The value in the katakana block; hiragana stand in the same order 0x60 below.
    private var katakanaValue: UInt32 {
        (0x3041...0x3096).contains(value) ? value + 0x60 : value
    }

    private var takesVoicedMark: Bool {
        switch katakanaValue {
        case 0x30AB...0x30C1: katakanaValue % 2 == 1
        case 0x30C4, 0x30C6, 0x30C8, 0x30A6: true
        default: takesSemiVoicedMark
        }
    }

    private var takesSemiVoicedMark: Bool {
        switch katakanaValue {
        case 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB: true
        default: false
        }
    }
}

/// U+FF61 to U+FF9F in order.
private let wideForms: [Unicode.Scalar] = Array(
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜"
        .unicodeScalars)
