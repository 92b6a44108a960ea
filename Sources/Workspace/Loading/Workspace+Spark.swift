public import Diagnostics
import FoundationEssentials
public import Ingestion
import PipelineDefinition
import PipelineRuntime
public import SparkPlanning
public import Tables
import VisitorLedger

extension Workspace {
    /// Reads files into the ledger as `load(_:onProgress:)` does, with their rows grouped on a Spark cluster.
    ///
    /// Nothing is recorded before the cluster has done all its work.
    ///
    /// - Parameters:
    ///   - request: What to load; it names its pipeline.
    ///   - cluster: The cluster.
    ///   - program: This program's path on the workers, to have whole files read there; `nil` to have rows grouped.
    ///   - onProgress: Told how far the cluster is.
    /// - Returns: A report a file, in the order of the files; names that lead nowhere come first.
    /// - Throws: `DiagnosticsError` when the request is wrong, or the pipeline cannot run on a cluster; `SparkError`.
    public func load(
        _ request: LoadRequest, on cluster: SparkCluster, program: String? = nil,
        onProgress: @Sendable (SparkProgress) -> Void = { _ in }
    ) async throws -> [FileLoadReport] {
        let plan = try plan(named: request.pipeline ?? "")
        if program == nil { try plan.checkForSpark() }
        let selection = selection(of: request, forced: plan)
        var reports = selection.missing.map { FileLoadReport(missing: $0) }
        var stamps: [String: FileStamp?] = [:]
        var known: [SourceFile: LoadSummary] = [:]
        for file in selection.files {
            known[file] = try? earlierLoad(of: file, by: plan, stamp: FileStamp(path: file.path))
            stamps[file.path] = FileStamp(path: file.path)
        }
        let files = selection.files.filter { known[$0] == nil }
        let results =
            if let program {
                try await WholeFileRun(workerProgram(at: program, for: plan), on: cluster).run(
                    files, onProgress: onProgress)
            } else {
                try await SparkRun(plan, on: cluster).run(files, onProgress: onProgress)
            }
        var resultOf = Dictionary(results.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
        for file in selection.files {
            var report = FileLoadReport(file: file, pipeline: plan.pipeline.name, fate: .refused([]))
            if let load = known[file] {
                report.fate = .unchanged(load)
            } else if let found = resultOf.removeValue(forKey: file) {
                report.notices = found.notice.map { [$0] } ?? []
                do throws(DiagnosticsError) {
                    let result = try found.result.get()
                    guard stamps[file.path] == FileStamp(path: file.path) else {
                        throw DiagnosticsError(.changedWhileRead(file))
                    }
                    report.fate = try record(result, by: plan)
                } catch {
                    report.fate = .refused(error.diagnostics)
                }
            }
            reports.append(report)
        }
        return reports
    }

    /// Runs a pipeline over files on a Spark cluster and hands its result's rows on, instead of recording observations.
    ///
    /// - Returns: A report a file, as from `load(_:on:onProgress:)`.
    /// - Throws: As `load(_:on:onProgress:)`.
    public func run(
        _ name: String, over paths: [String], on cluster: SparkCluster,
        onProgress: @Sendable (SparkProgress) -> Void = { _ in }, onBatch: @escaping (RecordBatch) -> Void
    ) async throws -> [FileLoadReport] {
        let plan = try plan(named: name)
        let run = try SparkRun(plan, on: cluster)
        let selection = selection(of: LoadRequest(paths: paths), forced: plan)
        let results = try await run.run(selection.files, onBatch: onBatch, onProgress: onProgress)
        return selection.missing.map { FileLoadReport(missing: $0) }
            + results.map { found in
                var report = FileLoadReport(file: found.file, pipeline: name, fate: .refused([]))
                switch found.result {
                case .success(let result): report.fate = .tried(result)
                case .failure(let error): report.fate = .refused(error.diagnostics)
                }
                report.notices = found.notice.map { [$0] } ?? []
                return report
            }
    }

    private func workerProgram(at path: String, for plan: PipelinePlan) -> WorkerProgram {
        WorkerProgram(
            path: path, workspace: URL(filePath: folder.path).standardizedFileURL.path, pipeline: plan.pipeline.name,
            definition: definitionHash(of: plan))
    }

    /// Reads a file for somebody elsewhere who will record it.
    ///
    /// - Throws: `DiagnosticsError` when there is no such pipeline.
    public func answer(
        reading file: SourceFile, by pipeline: String
    ) async throws(DiagnosticsError) -> WorkerAnswer {
        let plan = try plan(named: pipeline)
        let definition = definitionHash(of: plan)
        do throws(DiagnosticsError) {
            let result = try await PipelineRunner(plan).run(file)
            return WorkerAnswer(path: file.path, definition: definition, result: CarriedResult(result))
        } catch {
            return WorkerAnswer(path: file.path, definition: definition, result: nil, problems: error.diagnostics)
        }
    }

    /// The files a pipeline would be run over.
    ///
    /// - Throws: `DiagnosticsError` when there is no such pipeline.
    public func files(of name: String, over paths: [String] = []) throws(DiagnosticsError) -> [SourceFile] {
        selection(of: LoadRequest(paths: paths), forced: try plan(named: name)).files
    }
}

extension FileLoadReport {
    /// The report on a name that leads nowhere.
    fileprivate init(missing diagnostic: Diagnostic) {
        self.init(file: SourceFile(path: diagnostic.position?.file ?? ""), fate: .refused([diagnostic]))
    }
}
