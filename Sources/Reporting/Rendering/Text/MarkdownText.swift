/// Writes text so that Markdown shows it as it is: no markup, no links, no HTML.
enum MarkdownText {
    /// One line for the body of a document or a cell of a table.
    static func escaped(_ raw: String, _ length: HarmlessText.Length = .label) -> String {
        var result = ""
        for scalar in HarmlessText.line(raw, length).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            // `:` and `@` end what GitHub would otherwise turn into links.
            case "\\", "`", "*", "_", "[", "]", "{", "}", "#", "|", "~", "!", "$", "@": result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return escapedStart(brokenLinks(result))
    }

    /// Keeps a bare address from becoming a link.
    private static func brokenLinks(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let character = rest.first {
            if rest.hasPrefix("://") {
                result += "\\"
            } else if character == ".", result.suffix(3).lowercased() == "www" {
                result += "\\"
            }
            result.append(character)
            rest.removeFirst()
        }
        return result
    }

    /// Keeps the first characters from starting a list or underlining a heading.
    private static func escapedStart(_ text: String) -> String {
        let trimmed = Substring(text.drop { $0 == " " })
        guard let first = trimmed.unicodeScalars.first else { return "" }
        if "-+=".unicodeScalars.contains(first) { return "\\" + trimmed }
        let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
        let mark = trimmed.dropFirst(digits.count)
        if !digits.isEmpty, digits.count < 10, mark.hasPrefix(". ") || mark.hasPrefix(") ") {
            return digits + "\\" + mark
        }
        return String(trimmed)
    }
}
