import ByteStreams
import CSVReading
import Diagnostics
import FoundationEssentials
import Ingestion
import PipelineDefinition
import Stages
import Tables

/// When and how rows are added up in bulk.
public struct BulkOptions: Sendable {
    /// Smaller files are read row by row.
    public var leastBytes: Int
    /// How many bytes are worked on at a time, about.
    public var bytesPerBlock: Int
    /// How many blocks are worked on at once; none switches bulk reading off.
    public var workers: Int

    /// Makes options; all cores unless told otherwise.
    public init(
        leastBytes: Int? = nil, bytesPerBlock: Int? = nil, workers: Int? = nil
    ) {
        self.leastBytes = leastBytes ?? BulkIngester.leastBytes
        self.bytesPerBlock = bytesPerBlock ?? CSVBlockReader.defaultBytesPerBlock
        self.workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
    }
}

/// Reads a large file on all cores and adds its rows up before the stages see them.
///
/// Results come in the order of the file, whatever order the cores finish in, so that figures, messages and account
/// do not depend on how many there are.
struct BulkRun {
    private let plan: PipelinePlan
    private let file: SourceFile
    private let options: BulkOptions
    private let aggregation: BulkAggregation

    /// - Returns: `nil` when the pipeline does not add rows up, or bulk reading is switched off.
    init?(plan: PipelinePlan, file: SourceFile, options: BulkOptions) {
        guard options.workers > 0, let aggregation = BulkAggregation(stages: plan.stages, input: plan.profile.schema)
        else { return nil }
        self.plan = plan
        self.file = file
        self.options = options
        self.aggregation = aggregation
    }

    /// Runs the stages up to the aggregate.
    ///
    /// - Returns: What reading came to; `nil` when the file must be read row by row, with `work` untouched.
    /// - Throws: `DiagnosticsError` when the file cannot be read.
    func run(
        _ work: inout StageWork, onProgress: @escaping @Sendable (Int) -> Void
    ) async throws(DiagnosticsError) -> IngestionOutcome? {
        if plan.profile.reading.format == .xml { return try await runXML(&work, onProgress) }
        let declared = plan.profile.reading.encoding
        var encoding = declared.map { TextEncoding(rawValue: $0) } ?? .utf8
        while let tried = encoding {
            do {
                var attempt = work
                let outcome = try await addUp(&attempt, try source(in: tried), onProgress)
                work = attempt
                return outcome
            } catch BulkRefusal.otherEncoding where declared == nil && tried == .utf8 {
                // A long file in another encoding is worth a look at all of it.
                let found = BulkIngester.encoding(of: file)
                encoding = found == tried ? nil : found
            } catch is BulkRefusal {
                return nil
            } catch {
                throw error as? DiagnosticsError ?? DiagnosticsError([])
            }
        }
        return nil
    }

    private func runXML(
        _ work: inout StageWork, _ onProgress: @escaping @Sendable (Int) -> Void
    ) async throws(DiagnosticsError) -> IngestionOutcome? {
        do {
            var attempt = work
            let source = try XMLBulkIngester(
                file, profile: plan.profile, destination: plan.destination, request: request,
                leastBytes: options.leastBytes, bytesPerBlock: options.bytesPerBlock)
            let outcome = try await addUp(&attempt, source, onProgress)
            // A document without records may be the wrong one; reading by record says what it holds.
            guard outcome.account.read > 0 else { return nil }
            work = attempt
            return outcome
        } catch is BulkRefusal {
            return nil
        } catch {
            throw error as? DiagnosticsError ?? DiagnosticsError([])
        }
    }

    private var request: BulkRequest { BulkRequest(aggregation, of: plan) }

    private func source(in encoding: TextEncoding) throws -> any BulkSource {
        try BulkIngester(
            file, profile: plan.profile, destination: plan.destination, request: request, encoding: encoding,
            leastBytes: options.leastBytes, bytesPerBlock: options.bytesPerBlock)
    }

    private func addUp(
        _ work: inout StageWork, _ ingester: any BulkSource, _ onProgress: @escaping @Sendable (Int) -> Void
    ) async throws -> IngestionOutcome {
        var workers: [BulkWorker] = []
        var idle: [BulkWorker] = []
        var waiting: [Int: BulkWorker.BlockResult] = [:]
        var next = 0

        func take(_ result: BulkWorker.BlockResult, from worker: BulkWorker) throws {
            if worker.isOverfull { throw BulkRefusal.notWorthIt }
            idle.append(worker)
            waiting[result.index] = result
            while let result = waiting.removeValue(forKey: next) {
                if let batch = try ingester.take(result) { work.take(batch) }
                next += 1
                onProgress(ingester.rowsRead)
            }
        }

        // One block more than there are workers, so that none waits while the next is read and hashed here.
        try await withThrowingTaskGroup(of: (BulkWorker, BulkWorker.BlockResult).self) { group in
            var running = 0
            while let job = try ingester.nextJob() {
                try Task.checkCancellation()
                if running > options.workers, let (worker, result) = try await group.next() {
                    running -= 1
                    try take(result, from: worker)
                }
                let worker = idle.popLast() ?? ingester.makeWorker()
                if !workers.contains(where: { $0 === worker }) { workers.append(worker) }
                group.addTask { (worker, job.work(worker)) }
                running += 1
            }
            while let (worker, result) = try await group.next() { try take(result, from: worker) }
        }
        for worker in workers { work.absorb(ingester.groups(of: worker), by: aggregation, column: ingester.originColumn) }
        return ingester.outcome
    }
}
