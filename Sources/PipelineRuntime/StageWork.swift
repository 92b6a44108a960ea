import Diagnostics
import Ingestion
import Languages
import PipelineDefinition
import Stages
import Tables
import VisitorModel

/// Where a pipeline's result goes.
enum ResultDestination {
    case observations(ObservationSink)
    case batches((RecordBatch) -> Void)

    /// What a plan wants in the ledger, as observations.
    ///
    /// - Throws: `DiagnosticsError` when it wants nothing there.
    static func ledger(of plan: PipelinePlan, for file: SourceFile) throws(DiagnosticsError) -> ResultDestination {
        guard let output = plan.pipeline.output else { throw DiagnosticsError(.noLedgerOutput(plan.pipeline.name)) }
        return .observations(ObservationSink(output: output, schema: plan.resultSchema, file: file.displayName))
    }
}

extension GroupedIngester.Result {
    /// Takes what was grouped elsewhere through a plan's stages.
    ///
    /// - Parameter column: The column in the file that a sum is told to come from.
    func passed(
        through plan: PipelinePlan, by aggregation: BulkAggregation, column: Int?, of file: SourceFile,
        into destination: ResultDestination
    ) throws(DiagnosticsError) -> PipelineResult {
        var work = StageWork(plan: plan, destination: destination)
        for batch in batches { work.take(batch) }
        work.absorb(groups, by: aggregation, column: column)
        var outcome = outcome
        return try work.finish(file, &outcome)
    }
}

/// The stages and the sink at work on one file.
struct StageWork {
    private(set) var stages: [any Stage]
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

    /// Takes rows that were grouped and added up through the stages up to the aggregate.
    mutating func absorb(_ groups: [BulkGroup], by bulk: BulkAggregation, column: Int?) {
        bulk.absorb(groups, column: column, stages: &stages, accounts: &accounts)
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
