public import Languages

/// Writes diagnostics for a person to read on a terminal.
public struct DiagnosticRenderer: Sendable {
    private let language: Language

    /// Makes a renderer for one language.
    public init(language: Language) {
        self.language = language
    }

    /// One diagnostic as two or three lines: position, severity and sentence; the value; the remedy.
    public func render(_ diagnostic: Diagnostic) -> String {
        var lines: [String] = []
        let place = diagnostic.position.map { Self.printable($0.description) + ": " } ?? ""
        lines.append("\(place)\(word(for: diagnostic.severity)): \(Self.printable(diagnostic.message(language)))")
        if let value = diagnostic.value {
            lines.append("    \(Words.value(language))\(Self.quoted(value))")
        }
        if let remedy = diagnostic.remedy {
            lines.append("    \(Words.remedy(language))\(Self.printable(remedy(language)))")
        }
        lines.append("    [\(diagnostic.code)]")
        return lines.joined(separator: "\n")
    }

    /// One diagnostic as one line: position, value, sentence, code.
    public func renderInOneLine(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.position.map { $0.description + " " } ?? ""
        let value = diagnostic.value.map { Self.quoted($0, limit: 20) + " " } ?? ""
        return "\(place)\(value)\(Self.printable(diagnostic.message(language))) [\(diagnostic.code)]"
    }

    private func word(for severity: Diagnostic.Severity) -> String {
        switch severity {
        case .notice: Words.notice(language)
        case .warning: Words.warning(language)
        case .error: Words.error(language)
        }
    }

    /// A cell's text between 「」-like quotes, shortened, without control characters that could move the cursor.
    public static func quoted(_ value: String, limit: Int = 60) -> String {
        // Counted in scalars: one character can carry a megabyte of combining marks.
        let scalars = value.unicodeScalars
        guard scalars.count > limit else { return "\"\(printable(value))\"" }
        return "\"\(printable(String(scalars.prefix(limit))))…\" (\(scalars.count))"
    }

    /// Text with control characters, direction overrides and invisible characters made visible, so that a file can
    /// neither write to the terminal nor show two different texts alike.
    public static func printable(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: shown += "⏎"
            case 0x09: shown += "⇥"
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
                shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}

private enum Words {
    static let notice = BilingualText(ja: "お知らせ", en: "notice")
    static let warning = BilingualText(ja: "注意", en: "warning")
    static let error = BilingualText(ja: "エラー", en: "error")
    static let value = BilingualText(ja: "値: ", en: "value: ")
    static let remedy = BilingualText(ja: "対処: ", en: "what to do: ")
}
