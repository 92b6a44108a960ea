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
        Swift.print(text)
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
        _ = try? FileDescriptor.standardError.writeAll((line + "\n").utf8)
    }
}
