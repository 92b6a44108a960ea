import Diagnostics
public import Ingestion
public import VisitorModel

/// What running a pipeline over one file came to. Nothing has been recorded yet.
public struct PipelineResult: Sendable {
    /// The file.
    public var file: SourceFile
    /// The observations, in the order of the file; none when the document was truncated.
    public var observations: [Observation]
    /// The account, the held rows, the messages, the hash.
    public var outcome: IngestionOutcome

    /// Whether something is wrong with the data: rows held, a total that differs, a document cut off.
    public var needsAttention: Bool {
        outcome.account.held > 0 || outcome.truncation != nil || outcome.notes.contains { $0.severity > .notice }
    }
}
