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

    /// Makes a runner for a plan.
    public init(_ plan: PipelinePlan) {
        self.plan = plan
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
        let sink = ObservationSink(
            output: plan.pipeline.output, schema: plan.resultSchema, file: file.displayName)
        return try await run(file, into: .observations(sink), onProgress: onProgress)
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
        let channel = AsyncThrowingChannel<RecordBatch, any Error>()
        let reading = Task { [plan] () throws(DiagnosticsError) -> IngestionOutcome in
            do throws(DiagnosticsError) {
                var ingester = try FileIngester(file, profile: plan.profile, destination: plan.destination)
                while let batch = try ingester.next() {
                    if Task.isCancelled { break }
                    onProgress(ingester.outcome.account.read)
                    await channel.send(batch)
                }
                channel.finish()
                return ingester.outcome
            } catch {
                channel.fail(error)
                throw error
            }
        }
        var work = Work(plan: plan, destination: destination)
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

/// Where a pipeline's result goes.
private enum ResultDestination {
    case observations(ObservationSink)
    case batches((RecordBatch) -> Void)
}

/// The stages and the sink at work on one file.
private struct Work {
    private var stages: [any Stage]
    private var accounts: [StageAccount]
    /// Held rows that entered and left each stage: a held row that a filter sets aside was never accepted.
    private var heldIn: [Int]
    private var heldOut: [Int]
    private var destination: ResultDestination

    init(plan: PipelinePlan, destination: ResultDestination) {
        stages = plan.stages
        accounts = plan.stages.map { _ in StageAccount() }
        heldIn = plan.stages.map { _ in 0 }
        heldOut = heldIn
        self.destination = destination
    }

    /// Why no result can be given.
    var failure: Diagnostic? {
        if let failure = accounts.lazy.compactMap(\.failure).first { return failure }
        if case .observations(let sink) = destination, sink.isOverfull { return .tooManyObservations }
        return nil
    }

    mutating func take(_ batch: RecordBatch) {
        pass(batch, from: 0)
    }

    private mutating func pass(_ batch: RecordBatch, from first: Int) {
        var batch = batch
        for index in first..<stages.count {
            heldIn[index] += batch.heldCount
            batch = stages[index].process(batch, account: &accounts[index])
            heldOut[index] += batch.heldCount
            if batch.isEmpty { return }
        }
        switch destination {
        case .batches(let take): take(batch)
        case .observations(var sink):
            // Emptied while the sink works, so that its arrays are changed in place and not copied.
            destination = .batches { _ in }
            sink.take(batch)
            destination = .observations(sink)
        }
    }

    mutating func finish(_ file: SourceFile, _ outcome: inout IngestionOutcome) throws(DiagnosticsError) -> PipelineResult {
        for index in stages.indices {
            for batch in stages[index].finish(account: &accounts[index]) {
                heldOut[index] += batch.heldCount
                pass(batch, from: index + 1)
            }
        }
        if let failure { throw DiagnosticsError(failure) }
        for (index, account) in accounts.enumerated() {
            var heldAside = heldIn[index] - heldOut[index]
            for (reason, rows) in account.ignored.sorted(by: { $0.key.en < $1.key.en }) {
                let held = min(rows, heldAside)
                heldAside -= held
                outcome.account.ignoreAccepted(rows - held, because: reason)
            }
            for message in account.messages { outcome.note(message.located(in: file.displayName)) }
            outcome.unkeptNoteCount += account.unkeptMessageCount
        }
        var observations: [Observation] = []
        if case .observations(var sink) = destination { observations = sink.finish(&outcome) }
        if let truncation = outcome.truncation {
            // What came before the break may lack rows that belong to it: all of it waits.
            outcome.account.holdAccepted(outcome.account.accepted)
            outcome.held.append(HeldEntry(diagnostics: [truncation], rawText: ""))
            observations = []
        }
        return PipelineResult(file: file, observations: observations, outcome: outcome)
    }
}

extension RecordBatch {
    fileprivate var heldCount: Int { origins.reduce(0) { $0 + $1.heldCount } }
}

extension Diagnostic {
    fileprivate static let tooManyObservations = Diagnostic(
        code: "pipeline.too-many-observations",
        message: BilingualText(
            ja: "一つのファイルから \(ObservationSink.observationLimit) を超える観測値ができました。",
            en: "One file makes more than \(ObservationSink.observationLimit) observations."),
        remedy: BilingualText(
            ja: "pipeline に aggregate を加えて、月や日にまとめてから台帳に入れてください。",
            en: "Add an aggregate stage to the pipeline, so that months or days reach the ledger."))

    /// The message with the file's name, where a stage could only know the row.
    fileprivate func located(in file: String) -> Diagnostic {
        var located = self
        if located.position == nil { located.position = SourcePosition(file: file) }
        if located.position?.file.isEmpty == true { located.position?.file = file }
        return located
    }
}
