public import Languages

/// One thing the program has to say about a file: what is wrong, where, and what to do.
public struct Diagnostic: Sendable, Hashable, Codable {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// Worth knowing; nothing is wrong (an era year past its end, read as what it plainly means).
        case notice
        /// Something looks doubtful, but nothing was kept aside.
        case warning
        /// A row was held, or a file could not be read.
        case error

        public static func < (left: Self, right: Self) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .notice: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A stable code in words: `number.unreadable`, `csv.unclosed-quote`.
    public var code: String
    /// How much it matters.
    public var severity: Severity
    /// Where it is; `nil` when it concerns no single file.
    public var position: SourcePosition?
    /// The offending text as it stood; renderers shorten it.
    public var value: String?
    /// What is wrong, in one sentence.
    public var message: BilingualText
    /// What to do about it.
    public var remedy: BilingualText?

    /// Makes a diagnostic.
    public init(
        code: String, severity: Severity = .error, position: SourcePosition? = nil, value: String? = nil,
        message: BilingualText, remedy: BilingualText? = nil
    ) {
        self.code = code
        self.severity = severity
        self.position = position
        self.value = value
        self.message = message
        self.remedy = remedy
    }
}

/// Several diagnostics thrown as one error: all problems at once, not the first.
public struct DiagnosticsError: Error, Sendable, Hashable {
    /// The problems, in the order of their positions.
    public var diagnostics: [Diagnostic]

    /// Makes an error from at least one diagnostic.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// Makes an error from one diagnostic.
    public init(_ diagnostic: Diagnostic) {
        self.diagnostics = [diagnostic]
    }
}
