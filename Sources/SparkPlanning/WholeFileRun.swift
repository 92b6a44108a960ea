import ArrowReading
import Diagnostics
import FoundationEssentials
public import Ingestion
import Languages
import PipelineRuntime

/// Has a cluster's workers read whole files with this very program, whatever the pipeline: XML, wide tables, all of it.
///
/// One file is one task. What comes back is the result the program would have given here.
public struct WholeFileRun: Sendable {
    private let program: WorkerProgram
    private let cluster: SparkCluster

    /// Makes a run.
    public init(_ program: WorkerProgram, on cluster: SparkCluster) {
        self.program = program
        self.cluster = cluster
    }

    /// Runs the pipeline over files.
    ///
    /// Nothing is recorded anywhere.
    ///
    /// - Returns: A result a file, in the order of the files.
    /// - Throws: ``SparkError`` when the cluster fails.
    public func run(
        _ files: [SourceFile], onProgress: @Sendable (SparkProgress) -> Void = { _ in }
    ) async throws -> [SparkRun.FileResult] {
        var results: [SparkRun.FileResult] = []
        for start in stride(from: 0, to: files.count, by: SparkRun.filesAtOnce) {
            let some = files[start..<min(files.count, start + SparkRun.filesAtOnce)]
            // A path is a line of the program's input.
            let sent = some.filter { !$0.path.contains { $0 == "\n" || $0 == "\t" || $0 == "\r" } }
            let answers = try await answers(on: sent, onProgress)
            for file in some {
                guard let answer = answers[file.wholePath] else {
                    throw SparkError(.unreadableAnswer, server: cluster.address, detail: file.displayName)
                }
                results.append(try result(of: file, answer))
            }
        }
        return results
    }

    private func answers(
        on files: [SourceFile], _ onProgress: @Sendable (SparkProgress) -> Void
    ) async throws -> [String: WorkerAnswer] {
        guard !files.isEmpty else { return [:] }
        var answers: [String: WorkerAnswer] = [:]
        let statement = program.statement(reading: files.map { ($0.wholePath, $0.displayName) })
        do {
            try await cluster.run(statement, onProgress) { table in
                for row in 0..<table.rowCount {
                    guard table.columns.count == 1, case .text(let text) = table.columns[0][row] else {
                        throw GroupTable.Unreadable(reason: "columns")
                    }
                    do {
                        let answer = try JSONDecoder().decode(WorkerAnswer.self, from: Data(text.utf8))
                        answers[answer.path] = answer
                    } catch {
                        throw GroupTable.Unreadable(reason: String(text.prefix(200)))
                    }
                }
            }
        } catch let error as SparkError where error.code == .statement && error.detail.contains(Self.programFailed) {
            throw SparkError(.workerProgram, server: cluster.address, detail: error.detail)
        }
        return answers
    }

    /// What Spark says of a program that ended with another status than 0, or that no shell could start.
    private static let programFailed = "Subprocess exited with status"

    private func result(of file: SourceFile, _ answer: WorkerAnswer) throws -> SparkRun.FileResult {
        guard answer.definition == program.definition else {
            return SparkRun.FileResult(file: file, result: .failure(DiagnosticsError(.otherDefinitions(file))))
        }
        guard let carried = answer.result else {
            return SparkRun.FileResult(file: file, result: .failure(DiagnosticsError(answer.problems)))
        }
        guard carried.byteCount == file.byteCount else {
            return SparkRun.FileResult(file: file, result: .failure(DiagnosticsError(.otherFile(file))))
        }
        do {
            return SparkRun.FileResult(file: file, result: .success(try carried.result(of: file)))
        } catch {
            throw SparkError(.unreadableAnswer, server: cluster.address, detail: file.displayName)
        }
    }
}

extension Diagnostic {
    fileprivate static func otherDefinitions(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "spark.other-definitions", position: SourcePosition(file: file.displayName),
            message: BilingualText(
                ja: "ワーカーは別の定義（pipeline・profile・destination）で読みました。何も記録していません。",
                en: "The workers read by other definitions (pipeline, profile, destination). Nothing was recorded."),
            remedy: BilingualText(
                ja: "同じワークスペースがすべてのワーカーから見えているか確かめてください。",
                en: "See that every worker sees the same workspace."))
    }

    static func otherFile(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "spark.other-file", position: SourcePosition(file: file.displayName),
            message: BilingualText(
                ja: "ワーカーが読んだファイルは、手元のファイルと大きさが違います。何も記録していません。",
                en: "The file the workers read has another size than the file here. Nothing was recorded."),
            remedy: BilingualText(
                ja: "両方から同じファイルが見えているか確かめてください。", en: "See that both sides see the same file."))
    }
}
