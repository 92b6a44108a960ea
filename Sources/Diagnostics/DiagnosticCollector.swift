import Synchronization

/// Gathers diagnostics from any thread, so that a check reports everything and goes on.
public final class DiagnosticCollector: Sendable {
    private let state: Mutex<[Diagnostic]>

    /// Makes an empty collector.
    public init() {
        state = Mutex([])
    }

    /// Adds one diagnostic.
    public func report(_ diagnostic: Diagnostic) {
        state.withLock { $0.append(diagnostic) }
    }

    /// Everything reported so far, in the order of reporting.
    public var diagnostics: [Diagnostic] {
        state.withLock { $0 }
    }

    /// Whether anything reported is an error.
    public var hasErrors: Bool {
        state.withLock { $0.contains { $0.severity == .error } }
    }

    /// Throws everything reported, when any of it is an error.
    ///
    /// - Throws: `DiagnosticsError` with all diagnostics, notices included.
    public func throwIfErrors() throws(DiagnosticsError) {
        let all = diagnostics
        if all.contains(where: { $0.severity == .error }) { throw DiagnosticsError(all) }
    }
}
