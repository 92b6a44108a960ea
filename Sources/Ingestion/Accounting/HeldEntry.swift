public import Diagnostics

/// A row kept aside, with everything that is wrong with it.
public struct HeldEntry: Sendable, Hashable {
    /// What is wrong, in the order of the columns; at least one.
    public var diagnostics: [Diagnostic]
    /// The row as it stood, as far as it can be shown.
    public var rawText: String

    /// Makes a held row.
    public init(diagnostics: [Diagnostic], rawText: String) {
        self.diagnostics = diagnostics
        self.rawText = rawText
    }
}
