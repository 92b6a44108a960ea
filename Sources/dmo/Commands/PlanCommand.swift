import ArgumentParser
import Ingestion
import Languages
import PipelineDefinition
import PipelineRuntime
import SparkPlanning
import Workspace

/// Prints what a pipeline will do.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Print what a pipeline will do, step by step, without doing it.",
        discussion: """
            処理(pipeline)が何をするかを、実行せずに示します。

            Example:  dmo plan akiyoshi-do-gates
                      dmo plan gates --engine spark   (the SQL that groups the rows of its files)
            Exit codes: 0; 2 there is no such pipeline, or it cannot run on Spark.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The pipeline; all of them when left out.")
    var pipeline: String?

    @Option(help: "Where it would run: local or spark.")
    var engine = Engine.local

    @Option(help: "With --engine spark, files, folders or a quoted pattern in place of the pipeline's own files.")
    var input: [String] = []

    func run() async throws {
        let workspace = try options.openWorkspace()
        let plans: [PipelinePlan] = try await options.reporting {
            try pipeline.map { [try workspace.plan(named: $0)] } ?? workspace.plans
        }
        let language = options.language
        for plan in plans {
            options.terminal.print("\(plan.pipeline.name): \(plan.pipeline.titles(language))")
            options.terminal.print("  " + plan.pipeline.filePatterns.joined(separator: ", "))
            for (index, step) in plan.steps.enumerated() { options.terminal.print("  \(index + 1). \(step(language))") }
            if engine == .spark { try await printStatements(of: plan, in: workspace) }
        }
    }

    /// Prints the SQL for each layout the plan's files have; all of a folder's files of one layout go into one statement.
    private func printStatements(of plan: PipelinePlan, in workspace: Workspace) async throws {
        let files = try await options.reporting {
            try plan.checkForSpark()
            return try workspace.files(of: plan.pipeline.name, over: input)
        }
        if plan.profile.reading.format == .parquet, let file = files.first {
            let statement = try await options.reporting { try plan.sparkStatementForParquet(file) }
            options.terminal.say(
                BilingualText(
                    ja: "Parquet の列の型は実行時に Spark に尋ねます。ここではすべて文字列として示します。",
                    en: "Spark is asked for the types of a Parquet file's columns when it runs; here they all count as texts."))
            let text = statement.settings.map { $0 + ";\n" }.joined() + statement.groups + ";"
            return options.terminal.print("\n-- \(file.displayName)\n\(text)")
        }
        var seen: Set<GroupedLayout> = []
        for file in files {
            do {
                let statement = try plan.sparkStatement(for: file)
                guard seen.insert(statement.layout).inserted else { continue }
                let text = statement.settings.map { $0 + ";\n" }.joined() + statement.groups + ";"
                options.terminal.print("\n-- \(file.displayName)\n\(text)")
            } catch let obstacle as GroupingObstacle {
                options.terminal.say(
                    BilingualText(
                        ja: "\(file.displayName): 手元で読みます。理由: \(obstacle.text.ja)",
                        en: "\(file.displayName): read here because of \(obstacle.text.en)"))
            }
        }
        guard files.isEmpty else { return }
        options.terminal.say(
            BilingualText(
                ja: "SQL は見出しで決まります。--input でファイルを指定すると示します。",
                en: "The SQL depends on a file's header; name a file with --input to see it."))
    }
}
