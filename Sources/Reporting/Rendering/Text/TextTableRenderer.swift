import Languages

/// Writes a table for the terminal: columns lined up whatever the script, numbers on the right.
public struct TextTableRenderer: Sendable {
    /// How wide a column may grow, in terminal columns; longer texts end in "…".
    public let maximumColumnWidth: Int

    /// A renderer.
    public init(maximumColumnWidth: Int = 60) {
        self.maximumColumnWidth = max(maximumColumnWidth, 8)
    }

    /// The table with its caption, if it has one, each line ended by a line feed.
    public func render(_ table: ReportTable) -> String {
        let header = table.columns.map { cell($0.title) }
        let rows = table.rows.map { row in
            [cell(row.header)] + row.cells.map { cell($0.text) }
        }
        let widths = table.columns.indices.map { index in
            ([header] + rows).map { index < $0.count ? $0[index].displayWidth : 0 }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        var lines = table.caption.isEmpty ? [] : [TextTableRenderer.visible(table.caption)]
        lines.append(line(header, table.columns, widths))
        lines.append(rule)
        for (row, cells) in zip(table.rows, rows) {
            if row.isTotal, lines.last != rule { lines.append(rule) }
            // Remarks stand after the last column: among the numbers they would tear the digits apart.
            // What holds for several cells of a row is said once.
            let notes = row.cells.compactMap(\.note).uniqued().map { "  (" + cell($0) + ")" }
            lines.append(line(cells, table.columns, widths, notes.joined()))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ cells: [String], _ columns: [ReportColumn], _ widths: [Int], _ notes: String = "") -> String {
        let padded = zip(zip(cells, columns), widths).map { pair, width in
            pair.1.alignment == .number
                ? pair.0.leftPadded(toDisplayWidth: width) : pair.0.padded(toDisplayWidth: width)
        }
        var text = padded.joined(separator: "  ") + notes
        while text.last == " " { text.removeLast() }
        return text
    }

    private func cell(_ raw: String) -> String {
        let text = TextTableRenderer.visible(String(raw.prefix(maximumColumnWidth + 1)))
        guard text.displayWidth > maximumColumnWidth else { return text }
        var kept = ""
        for character in text {
            if kept.displayWidth + String(character).displayWidth > maximumColumnWidth - 1 { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// The text with what a terminal would obey, or hide, made visible: `␛` for escape, `<U+202E>` for an override.
    static func visible(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
            case 0x7F: result += "␡"
            case let value where HarmlessText.isInvisibleControl(scalar):
                let digits = String(value, radix: 16, uppercase: true)
                result += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
