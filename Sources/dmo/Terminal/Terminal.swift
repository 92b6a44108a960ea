import Diagnostics
import Glibc
import Languages
import SystemPackage

/// Prints: results on standard output, everything else on standard error.
struct Terminal {
    let language: Language
    let isQuiet: Bool
    let isVerbose: Bool

    /// How many messages are printed before the rest are counted.
    private static let messageLimit = 200

    /// Prints a result.
    func print(_ text: String) {
        Swift.print(text)
    }

    /// Prints a message in the user's language.
    func say(_ text: BilingualText) {
        guard !isQuiet else { return }
        write(text(language))
    }

    /// Prints diagnostics; notices only when asked for all.
    func print(_ diagnostics: [Diagnostic]) {
        let shown = isVerbose ? diagnostics : diagnostics.filter { $0.severity > .notice }
        let renderer = DiagnosticRenderer(language: language)
        for diagnostic in shown.prefix(Self.messageLimit) { write(renderer.render(diagnostic)) }
        if shown.count > Self.messageLimit {
            let rest = shown.count - Self.messageLimit
            write(BilingualText(ja: "ほかに \(rest) 件あります。", en: "… and \(rest) more.")(language))
        }
    }

    /// Whether somebody is watching standard error, so that progress may be drawn.
    var isInteractive: Bool { isatty(STDERR_FILENO) == 1 && !isQuiet }

    /// Writes a line to standard error.
    func write(_ line: String) {
        // A broken standard error is no reason to stop working.
        _ = try? FileDescriptor.standardError.writeAll((line + "\n").utf8)
    }
}
