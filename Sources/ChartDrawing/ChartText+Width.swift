extension ChartText {
    /// The width of a half-width cell as a share of the type size.
    private static let emPerCell = 0.55

    /// The width in half-width cells; a full-width character takes two.
    static func cells(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + cells($1) }
    }

    /// The estimated width in SVG units of text set at `size`.
    ///
    /// Generous for digits and kana, so that labels keep their distance in any of the usual faces.
    static func width(_ text: some StringProtocol, size: Double) -> Double {
        Double(cells(text)) * size * emPerCell
    }

    /// Text cut to an estimated width, its end replaced by `…`.
    static func shortened(_ text: String, to width: Double, size: Double) -> String {
        guard ChartText.width(text, size: size) > width else { return text }
        let room = Int(width / (size * emPerCell)) - 2
        var used = 0
        let kept = text.prefix { character in
            used += cells(character)
            return used <= room
        }
        return kept + "…"
    }

    /// Text broken into at most `lines` lines; what does not fit in the last ends with `…`.
    ///
    /// Breaks at spaces, and between full-width characters except before closing punctuation.
    static func wrapped(_ text: String, to width: Double, size: Double, lines: Int) -> [String] {
        var result: [String] = []
        var rest = text[...]
        while result.count < lines - 1, ChartText.width(rest, size: size) > width {
            let room = Int(width / (size * emPerCell))
            var used = 0
            var end = rest.startIndex
            var lastBreak: String.Index?
            while end < rest.endIndex {
                if end > rest.startIndex, canBreak(rest, at: end) { lastBreak = end }
                used += cells(rest[end])
                if used > room { break }
                end = rest.index(after: end)
            }
            // A first character wider than the room still has to go somewhere.
            let cut = lastBreak ?? (end > rest.startIndex ? end : rest.index(after: rest.startIndex))
            result.append(String(trimmed(rest[..<cut])))
            rest = trimmed(rest[cut...])
        }
        if !rest.isEmpty { result.append(shortened(String(rest), to: width, size: size)) }
        return result
    }

    private static func canBreak(_ text: Substring, at index: String.Index) -> Bool {
        let next = text[index]
        let previous = text[text.index(before: index)]
        if next == " " || previous == " " || previous == "-" { return true }
        if "、。，．・：；？！）」』】〕〉》’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％,.)%".contains(next) { return false }
        if "（「『【〔〈《‘“(".contains(previous) { return false }
        return cells(next) == 2 && cells(previous) == 2 || "、。，）」』】".contains(previous)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }

    private static func cells(_ character: Character) -> Int {
        // A character is as wide as its base; what combines with it takes no room.
        guard let scalar = character.unicodeScalars.first else { return 0 }
        return switch scalar.value {
        case 0x1100...0x115F, 0x2026, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
