public import Diagnostics
public import Ingestion
import PipelineDefinition
import Stages
import Tables
public import VisitorModel

/// Reads a file again to find the rows behind what a pipeline added up of it: the same stages, without the last.
public struct RowTrace: Sendable {
    /// One row of a file.
    public struct Row: Sendable {
        /// The row as if it alone had been counted.
        public let observation: Observation
        /// What else stands in it, by the names of its columns.
        public let others: [(column: String, text: String)]
    }

    private let rows: PipelinePlan
    private let output: LedgerOutput
    private let others: [Int]

    /// Takes a plan apart; `nil` unless it ends with an aggregate whose result is what goes into the ledger.
    public init?(_ plan: PipelinePlan) {
        guard var output = plan.pipeline.output, let aggregate = plan.stages.last as? AggregateStage else { return nil }
        let rows = plan.withoutLastStage
        let schema = rows.resultSchema
        output.columns = output.columns.compactMapValues { aggregate.source(of: $0, in: schema) }
        guard output.columns[.place] != nil, output.columns[.period] != nil else { return nil }
        let told = Set(output.columns.values)
        others = schema.names.indices.filter { !told.contains(schema.names[$0]) }
        self.rows = rows
        self.output = output
    }

    /// Reads a file and hands on every row that reaches the aggregate, in the order of the file.
    ///
    /// - Throws: `DiagnosticsError` when the file cannot be read.
    public func run(_ file: SourceFile, onRow: @escaping (Row) -> Void) async throws(DiagnosticsError) {
        let schema = rows.resultSchema
        let sink = ObservationSink(output: output, schema: schema, file: file.displayName)
        _ = try await PipelineRunner(rows, bulk: BulkOptions(workers: 0)).run(file) { batch in
            for row in 0..<batch.rowCount {
                guard let observation = sink.observation(from: batch, row: row) else { continue }
                onRow(
                    Row(
                        observation: observation,
                        others: others.map { (schema.names[$0], batch.columns[$0][row].plainText) }))
            }
        }
    }
}
