import ArgumentParser
import Languages
import PipelineDefinition
import PipelineRuntime
import Workspace

/// Prints what a pipeline will do.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Print what a pipeline will do, step by step, without doing it.",
        discussion: """
            処理(pipeline)が何をするかを、実行せずに示します。

            Example:  dmo plan akiyoshi-do-gates
            Exit codes: 0; 2 there is no such pipeline.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The pipeline; all of them when left out.")
    var pipeline: String?

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
        }
    }
}
