public import Diagnostics
public import Ingestion
public import PipelineRuntime
public import VisitorLedger

/// What loading one file came to.
public struct FileLoadReport: Sendable {
    /// What became of the file.
    public enum Fate: Sendable {
        /// It is in the ledger.
        case loaded(LoadResult, PipelineResult)
        /// It was read, as asked, without recording anything.
        case tried(PipelineResult)
        /// The same bytes were loaded before by the same definitions: nothing happened.
        case unchanged(LoadSummary)
        /// It could not be read; nothing changed.
        case refused([Diagnostic])
        /// The ledger could not be written; nothing changed.
        case failed(LedgerError)
    }

    /// The file.
    public var file: SourceFile
    /// The pipeline that read it, when one was found.
    public var pipeline: String?
    /// What became of it.
    public var fate: Fate
    /// Notices about how it was read.
    public var notices: [Diagnostic] = []
    /// The places it brought counts of, by measure; the counts themselves are in the ledger and no longer here.
    var counted: [String: Set<String>] = [:]

    /// What was read of the file, when it was read.
    public var result: PipelineResult? {
        switch fate {
        case .loaded(_, let result), .tried(let result): result
        case .unchanged, .refused, .failed: nil
        }
    }

    /// Everything there is to say about the file: why it was refused, or its held rows, warnings and notices.
    public var diagnostics: [Diagnostic] {
        switch fate {
        case .loaded(_, let result), .tried(let result):
            notices + result.outcome.held.flatMap(\.diagnostics) + result.outcome.notes
        case .unchanged: notices
        case .refused(let diagnostics): notices + diagnostics
        case .failed(let error):
            notices + [
                Diagnostic(
                    code: error.code.rawValue, position: SourcePosition(file: file.displayName),
                    value: error.underlying, message: error.message, remedy: error.remedy)
            ]
        }
    }
}
