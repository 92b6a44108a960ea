import Diagnostics
import Languages

extension Diagnostic {
    /// A warning that two outputs together would reveal a small count.
    static func differencing(_ text: BilingualText) -> Diagnostic {
        Diagnostic(code: "privacy.differencing", severity: .warning, message: text)
    }
}
