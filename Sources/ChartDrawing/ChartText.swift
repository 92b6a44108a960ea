/// Makes text from anywhere safe to put into a chart, and measures it.
public enum ChartText {
    /// Text without control characters, invisible direction marks and stacked accents, cut to `limit` characters.
    ///
    /// Direction overrides such as U+202E could make a label read backwards and spill over its neighbours.
    static func cleaned(_ raw: String, limit: Int = 200) -> String {
        var scalars = String.UnicodeScalarView()
        var marks = 0
        // No label needs more than eight scalars a character; hostile ones may hold millions.
        for scalar in raw.unicodeScalars.prefix(limit * 8) {
            if isMark(scalar) {
                marks += 1
                if marks > 4 { continue }
            } else {
                marks = 0
            }
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
            case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
                0xFFF9...0xFFFB, 0xE0000...0xE007F:
                continue
            case let value where value & 0xFFFE == 0xFFFE: continue
            default: scalars.append(scalar)
            }
        }
        let text = String(scalars)
        return text.count <= limit ? text : text.prefix(limit - 1) + "…"
    }

    /// Text for XML and HTML: for content and for quoted attribute values.
    ///
    /// By scalar: a quote that carries an accent is one character to Swift and still a quote to a browser.
    public static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An XML id of ASCII letters, digits, `-` and `_` that starts with a letter.
    static func identifier(_ raw: String) -> String {
        let kept = raw.unicodeScalars.prefix(64).map { scalar -> Character in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
            default: "-"
            }
        }
        guard let first = kept.first else { return "chart" }
        return first.isLetter ? String(kept) : "chart-" + String(kept)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
