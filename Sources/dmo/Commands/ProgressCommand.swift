import ArgumentParser
import Languages
import Reporting
import VisitorMetrics
import VisitorModel
import Workspace

/// Prints how far a goal is reached.
struct ProgressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "How far the goal is reached, and what is needed from now.",
        discussion: """
            目標までの到達度と、これから必要な伸びを示します。

            Example:  dmo progress
                      dmo progress --through 2018-12 --lang ja
                      dmo progress --why
            Exit codes: 0; 1 reports are missing that the verdict depends on; 2 there is no such target.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Option(help: "The goal (the first in kpis.yaml when left out).")
    var target: String?

    @Option(help: "The last month to look at (YYYY-MM).")
    var through: Month?

    @Flag(help: "Show how earlier forecasts of the same span came out.")
    var why = false

    func run() async throws {
        let workspace = try options.openWorkspace()
        let (goal, outlook) = try await options.reporting {
            (
                try workspace.goalProgress(target: target, asOf: asOfOption.asOf, through: through),
                try workspace.goalOutlook(target: target, asOf: asOfOption.asOf, through: through)
            )
        }
        let printer = ProgressPrinter(goal: goal, outlook: outlook, workspace: workspace, language: options.language)
        switch formatOption.format {
        case .json: options.terminal.print(printer.json.text(pretty: true))
        case .csv: options.terminal.print(printer.table, as: .csv) { .null }
        case .table:
            for line in printer.sentences { options.terminal.print(line) }
            if why { for line in printer.reliability { options.terminal.print(line) } }
            options.terminal.print("")
            options.terminal.print(printer.table, as: .table) { .null }
        }
        if case .incomplete = goal.headline.verdict { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
    }
}
