public import Diagnostics
public import Languages
public import PipelineDefinition
public import Tables

/// One step of a pipeline: rows in, rows out, every row accounted for.
///
/// A stage is a value and never waits. What it gives does not depend on how the rows were cut into batches: neither
/// the rows nor the messages. Adding a stage is one folder, one test file, and one line in ``StageRegistry``.
public protocol Stage: Sendable {
    /// The key in a pipeline file.
    static var key: String { get }
    /// What the stage does, in one line.
    static var summary: BilingualText { get }
    /// What may be written below the key; the source of reference pages and of the JSON Schema.
    static var documentation: StageDocumentation { get }
    /// Whether the output has exactly the columns of the input, whatever the parameters.
    static var keepsColumns: Bool { get }

    /// Checks the parameters against the columns that come in.
    ///
    /// - Throws: All problems at once, each with its position in the pipeline file.
    init(parameters: DefinitionNode, input: TableSchema) throws(DiagnosticsError)

    /// The columns that go out.
    var outputSchema: TableSchema { get }
    /// What this stage will do, in one line of `dmo plan`.
    var planText: BilingualText { get }

    /// Takes in a batch and returns what can already go on.
    ///
    /// - Precondition: The batch has the schema given at the start.
    mutating func process(_ batch: RecordBatch, account: inout StageAccount) -> RecordBatch
    /// Returns what was kept until the last row, in batches of at most `RecordBatch.preferredRowCount` rows.
    mutating func finish(account: inout StageAccount) -> [RecordBatch]
}

extension Stage {
    public static var keepsColumns: Bool { false }

    public mutating func finish(account: inout StageAccount) -> [RecordBatch] { [] }
}
