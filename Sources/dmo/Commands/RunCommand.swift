import ArgumentParser
import FoundationEssentials
import Languages
import PipelineRuntime
import Reporting
import SparkPlanning
import Tables
import VisitorModel
import Workspace

/// Runs one pipeline by name.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run one pipeline, named, over its files or others; into the ledger or into a file.",
        discussion: """
            名前を指定して処理(pipeline)を実行します。--output を付けると台帳ではなくファイルに書きます。
            --engine spark は、行の読み取りと集計を Spark で行います。結果は同じです。

            Example:  dmo run akiyoshi-do-gates --input 'inbox/gates-*.csv'
                      dmo run akiyoshi-do-gates --input gates.csv --output months.csv
                      dmo run gates --engine spark --remote sc://spark.example:15002/;use_ssl=true
            Exit codes: 0 all rows taken; 1 some rows are held; 2 no such pipeline, or it cannot run on Spark; 3 a file
            could not be read; 4 the cluster was lost or failed, nothing changed.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var engine: EngineOptions

    @Argument(help: "The pipeline.")
    var pipeline: String

    @Option(help: "Files, folders or a quoted pattern in place of the pipeline's own files.")
    var input: [String] = []

    @Option(help: "A file (.csv or .json) to write the result's rows to, in place of the ledger.")
    var output: String?

    @Flag(name: .customLong("dry-run"), help: "Show what loading would do to every figure; record nothing.")
    var isTrial = false

    func validate() throws {
        if isTrial, engine.engine == .spark { throw ValidationError("--dry-run goes with --engine local.") }
        if output != nil, engine.workerProgram != nil {
            throw ValidationError("--worker-dmo fills the ledger; it does not go with --output.")
        }
    }

    func run() async throws {
        let workspace = try options.openWorkspace()
        let printer = LoadReportPrinter(terminal: options.terminal)
        guard let output else {
            let request = LoadRequest(paths: input, pipeline: pipeline)
            if isTrial {
                let preview = try await options.reporting { try await workspace.preview(request) }
                return try options.print(preview, of: workspace, as: .table).exitIfNeeded()
            }
            let reports = try await load(request, into: workspace)
            return try printer.print(reports).exitIfNeeded()
        }
        let plan = try await options.reporting { try workspace.plan(named: pipeline) }
        let (reports, rows) = try await rows(
            of: workspace, ResultRows(schema: plan.resultSchema, isJSON: output.hasSuffix(".json")))
        do {
            try Data(rows.text.utf8).write(to: URL(filePath: output), options: .atomic)
        } catch {
            options.terminal.say(
                BilingualText(ja: "\(output) に書けません: \(error)", en: "\(output) cannot be written: \(error)"))
            throw ExitCode(ExitStatus.machineFailure.rawValue)
        }
        try printer.print(reports).exitIfNeeded()
    }

    private func load(_ request: LoadRequest, into workspace: Workspace) async throws -> [FileLoadReport] {
        switch engine.engine {
        case .local: return try await options.reporting { try await workspace.load(request) }
        case .spark:
            let progress = SparkProgressLine(terminal: options.terminal)
            defer { progress.end() }
            let program = engine.workerProgram
            return try await options.onSpark(engine) { cluster in
                try await workspace.load(request, on: cluster, program: program) { progress.show($0) }
            }
        }
    }

    private func rows(
        of workspace: Workspace, _ empty: ResultRows
    ) async throws -> ([FileLoadReport], ResultRows) {
        let (pipeline, input) = (pipeline, input)
        switch engine.engine {
        case .local:
            return try await options.reporting {
                var gathered = empty
                let reports = try await workspace.run(pipeline, over: input) { gathered.append($0) }
                return (reports, gathered)
            }
        case .spark:
            let progress = SparkProgressLine(terminal: options.terminal)
            defer { progress.end() }
            return try await options.onSpark(engine) { cluster in
                var gathered = empty
                let reports = try await workspace.run(
                    pipeline, over: input, on: cluster, onProgress: { progress.show($0) },
                    onBatch: { gathered.append($0) })
                return (reports, gathered)
            }
        }
    }
}

/// A pipeline's result as text.
private struct ResultRows: Sendable {
    private let names: [String]
    private let isJSON: Bool
    /// Of CSV, what has come so far, for text takes a fraction of what cells take.
    private var writer = DelimitedTextWriter()
    private var rows: [[CellValue]] = []

    init(schema: TableSchema, isJSON: Bool) {
        names = schema.names
        self.isJSON = isJSON
        writer.append(names)
    }

    mutating func append(_ batch: RecordBatch) {
        for row in 0..<batch.rowCount {
            if isJSON {
                rows.append(batch.row(row))
            } else {
                writer.append(batch.columns.map { $0[row].plainText })
            }
        }
    }

    /// Everything, as the file has it.
    var text: String { isJSON ? json : writer.text }

    private var json: String {
        let objects = rows.map { row in
            JSONValue.object(zip(names, row).map { JSONValue.Member($0, Self.value($1)) })
        }
        return JSONValue.array(objects).text(pretty: true)
    }

    private static func value(_ cell: CellValue) -> JSONValue {
        switch cell {
        case .absent: .null
        case .text(let text): .string(text)
        case .number(let number): number.whole.map { .integer($0) } ?? .decimal(number.description)
        case .period(let period): .string(period.id)
        case .boolean(let value): .bool(value)
        }
    }
}
