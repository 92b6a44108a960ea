import AsyncAlgorithms
public import Diagnostics
public import Ingestion
import Languages
import PipelineDefinition
import Stages
public import Tables
import VisitorModel

/// Runs a plan over one file: reading and working at the same time, one batch in flight between them.
public struct PipelineRunner: Sendable {
    private let plan: PipelinePlan
    private let bulk: BulkOptions

    /// Makes a runner for a plan.
    ///
    /// - Parameter bulk: When and how rows are added up in bulk. It makes no difference to the result.
    public init(_ plan: PipelinePlan, bulk: BulkOptions = BulkOptions()) {
        self.plan = plan
        self.bulk = bulk
    }

    /// Reads a file through all stages into observations. The reader waits while the stages work, so memory does not grow with the file.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - onProgress: Told now and then how many rows have been read.
    /// - Throws: `DiagnosticsError` when the file cannot be read, or a stage cannot give a result.
    public func run(
        _ file: SourceFile, onProgress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws(DiagnosticsError) -> PipelineResult {
        try await run(file, into: .ledger(of: plan, for: file), onProgress: onProgress)
    }

    /// Reads a file through all stages and hands each batch of the result on, instead of making observations.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - onBatch: Takes the result's rows.
    /// - Returns: The account and the messages; no observations.
    /// - Throws: As `run(_:onProgress:)`.
    public func run(
        _ file: SourceFile, onBatch: @escaping (RecordBatch) -> Void
    ) async throws(DiagnosticsError) -> PipelineResult {
        try await run(file, into: .batches(onBatch), onProgress: { _ in })
    }

    private func run(
        _ file: SourceFile, into destination: ResultDestination, onProgress: @escaping @Sendable (Int) -> Void
    ) async throws(DiagnosticsError) -> PipelineResult {
        var work = StageWork(plan: plan, destination: destination)
        if let outcome = try await BulkRun(plan: plan, file: file, options: bulk)?.run(&work, onProgress: onProgress) {
            var outcome = outcome
            return try work.finish(file, &outcome)
        }
        return try await runRowByRow(file, into: destination, onProgress: onProgress)
    }

    private func runRowByRow(
        _ file: SourceFile, into destination: ResultDestination, onProgress: @escaping @Sendable (Int) -> Void
    ) async throws(DiagnosticsError) -> PipelineResult {
        let channel = AsyncThrowingChannel<RecordBatch, any Error>()
        let reading = Task { [plan] () throws(DiagnosticsError) -> IngestionOutcome in
            do throws(DiagnosticsError) {
                var ingester = try FileIngester(file, profile: plan.profile, destination: plan.destination)
                while let batch = try ingester.next() {
                    if Task.isCancelled { break }
                    onProgress(ingester.rowsRead)
                    await channel.send(batch)
                }
                channel.finish()
                return ingester.outcome
            } catch {
                channel.fail(error)
                throw error
            }
        }
        var work = StageWork(plan: plan, destination: destination)
        do {
            for try await batch in channel {
                work.take(batch)
                if let failure = work.failure {
                    reading.cancel()
                    channel.finish()
                    throw DiagnosticsError(failure)
                }
            }
            var outcome = try await reading.value
            return try work.finish(file, &outcome)
        } catch {
            // Channel and task carry only the ingester's own errors.
            throw error as? DiagnosticsError ?? DiagnosticsError([])
        }
    }
}

extension Diagnostic {
    static func noLedgerOutput(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "pipeline.no-ledger", value: name,
            message: BilingualText(
                ja: "「\(name)」は台帳に入れる処理ではありません。", en: "“\(name)” puts nothing into the ledger."))
    }
}
