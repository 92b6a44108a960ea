import Diagnostics
import Glibc
import Languages
import SystemPackage

/// Prints: results on standard output, everything else on standard error.
struct Terminal {
    let language: Language
    let isQuiet: Bool
    let isVerbose: Bool

    /// How many messages of one kind about one file are printed before the rest are counted.
    private static let repetitionLimit = 10

    /// Prints a result.
    func print(_ text: String) {
        Swift.print(Self.harmless(text))
    }

    /// Prints notes below a table, a line each. A dash leads them, since a star marks the figures they speak of.
    func print(notes: [String]) {
        for note in notes { Swift.print("– " + note) }
    }

    /// Prints a message in the user's language.
    func say(_ text: BilingualText) {
        guard !isQuiet else { return }
        write(text(language))
    }

    /// Prints diagnostics: all of them when asked for all, else no notices and of each kind in a file the first few.
    func print(_ diagnostics: [Diagnostic]) {
        let renderer = DiagnosticRenderer(language: language)
        var counts: [Kind: Int] = [:]
        var order: [Kind] = []
        for diagnostic in diagnostics where isVerbose || diagnostic.severity > .notice {
            let kind = Kind(file: diagnostic.position?.file ?? "", code: diagnostic.code)
            if counts[kind] == nil { order.append(kind) }
            counts[kind, default: 0] += 1
            if isVerbose || counts[kind, default: 0] <= Self.repetitionLimit { write(renderer.render(diagnostic)) }
        }
        guard !isVerbose else { return }
        for kind in order {
            let rest = counts[kind, default: 0] - Self.repetitionLimit
            guard rest > 0 else { continue }
            let text = BilingualText(
                ja: "\(kind.file): 同じ種類の問題がほかに \(rest) 件あります（--verbose で全部）[\(kind.code)]",
                en: "\(kind.file): \(rest) more of this kind (--verbose shows all) [\(kind.code)]")
            write(text(language))
        }
    }

    private struct Kind: Hashable {
        var file: String
        var code: String
    }

    /// Whether somebody is watching standard error, so that progress may be drawn.
    var isInteractive: Bool { isatty(STDERR_FILENO) == 1 && !isQuiet }

    /// Writes a line to standard error.
    func write(_ line: String) {
        // A broken standard error is no reason to stop working.
        _ = try? FileDescriptor.standardError.writeAll((Self.harmless(line) + "\n").utf8)
    }

    /// The text with a mark in place of what would command the terminal or turn the reading order of a line around.
    ///
    /// Names of files and places come from anywhere. JSON is not changed by this: it has these characters escaped.
    private static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isCommand) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isCommand(scalar) ? "\u{FFFD}" : scalar) }
        return String(scalars)
    }

    private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
