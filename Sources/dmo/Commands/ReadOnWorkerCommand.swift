import ArgumentParser
import FoundationEssentials
import Ingestion
import SparkPlanning
import Workspace

/// Reads files for a `dmo run` on another machine; a Spark worker starts it.
struct ReadOnWorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read-on-worker",
        abstract: "Read files for a dmo run on another machine. Started by Spark's workers, not by people.",
        discussion: """
            Spark のワーカーが使います。標準入力の各行のファイル（パス、タブ、表示名）を読み、結果を1行ずつ JSON で書きます。

            Exit codes: 0; 2 there is no such pipeline, or the workspace cannot be read.
            """,
        shouldDisplay: false)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The pipeline.")
    var pipeline: String

    func run() async throws {
        let workspace = try options.openWorkspace()
        while let line = readLine() {
            let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
            guard let path = parts.first else { continue }
            let file = SourceFile(path: path, displayName: parts.count > 1 ? parts[1] : path)
            let answer = try await options.reporting { try await workspace.answer(reading: file, by: pipeline) }
            options.terminal.print(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
        }
    }
}
