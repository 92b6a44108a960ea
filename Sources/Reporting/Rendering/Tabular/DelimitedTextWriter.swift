/// Writes rows as comma- or tab-separated text that any spreadsheet opens safely (RFC 4180).
///
/// Cells lose control characters and direction marks. A cell that a spreadsheet would take for a formula gets an
/// apostrophe before it, unless it is a plain number.
public struct DelimitedTextWriter: Sendable {
    /// What stands between cells.
    public enum Delimiter: Character, Sendable {
        /// A comma, for CSV.
        case comma = ","
        /// A tabulator, for TSV.
        case tab = "\t"
    }

    /// What stands between cells.
    public let delimiter: Delimiter
    /// Everything written so far.
    public private(set) var text: String

    /// A writer.
    ///
    /// - Parameter startsWithByteOrderMark: Whether the text begins with U+FEFF, without which Excel in Japanese
    ///   takes UTF-8 for Shift_JIS.
    public init(delimiter: Delimiter = .comma, startsWithByteOrderMark: Bool = true) {
        self.delimiter = delimiter
        text = startsWithByteOrderMark ? "\u{FEFF}" : ""
    }

    /// Writes one row, ended by CR LF.
    public mutating func append(_ cells: [String]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { text.append(delimiter.rawValue) }
            text += written(cell)
        }
        text += "\r\n"
    }

    /// Whether a cell is written as it is by all the rules below: letters and digits of ASCII, or spaces, hyphens, points
    /// and colons behind one, as names, months, times and counts are.
    private func isPlain(_ cell: String) -> Bool {
        var isFirst = true
        for byte in cell.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: isFirst = false
            case 0x20, 0x2D, 0x2E, 0x3A: if isFirst { return false }
            default: return false
            }
        }
        return true
    }

    private func written(_ raw: String) -> String {
        if isPlain(raw) { return raw }
        let clean = HarmlessText.withoutControls(raw, keepsLineBreaks: true)
        let cell = DelimitedTextWriter.looksLikeFormula(clean) ? "'" + clean : clean
        // Scalars, not characters: a quote under an accent is still a quote to a spreadsheet.
        let needsQuotes = cell.unicodeScalars.contains {
            $0 == "\"" || $0 == "\r" || $0 == "\n" || delimiter.rawValue.unicodeScalars.contains($0)
        }
        guard needsQuotes else { return cell }
        var quoted = "\"".unicodeScalars
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }

    /// Whether a spreadsheet might compute the cell: its first visible character starts a formula, in ASCII or
    /// full-width form, and it is not a number.
    private static func looksLikeFormula(_ cell: String) -> Bool {
        let visible = cell.unicodeScalars.drop { $0.properties.isWhitespace }
        guard let first = visible.first else { return false }
        switch first {
        case "=", "@", "＝", "＠", "＋", "－": return true
        case "+", "-": return DecimalText(String(visible)) == nil
        default: return false
        }
    }
}
