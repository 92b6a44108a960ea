import ArgumentParser
import Languages
import Reporting
import VisitorLedger
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
                      dmo progress --what-if charter.yaml      (dmo schema scenario --page)
                      dmo progress --publish --by Tanaka       (dmo forecasts shows what came of it)
            Exit codes: 0; 1 reports are missing that the verdict depends on; 2 there is no such target, or the
            scenario cannot be used.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Option(help: "The goal (the first in kpis.yaml when left out).")
    var target: String?

    @Option(help: "The last month to look at (YYYY-MM).")
    var through: Month?

    @Option(help: "A scenario file: what it would change about the end of the year and the chance.")
    var whatIf: String?

    @Flag(help: "Show the places and markets that make the gap, and how earlier forecasts of the same span came out.")
    var why = false

    @Flag(help: "Publish the outlook: keep it as it is said now, to be set against what comes.")
    var publish = false

    @Option(help: "Who answers for the publication.")
    var by: String?

    @Option(help: "What the publisher has to say, such as why doubts were left open.")
    var note = ""

    func validate() throws {
        guard publish else { return }
        if by == nil { throw ValidationError("--publish needs --by NAME: somebody has to answer for it.") }
        if asOfOption.asOf != nil || through != nil {
            throw ValidationError("What is published is what is known now; it takes no --as-of and no --through.")
        }
        if whatIf != nil { throw ValidationError("An assumption is no forecast; --publish takes no --what-if.") }
    }

    func run() async throws {
        let workspace = try options.openWorkspace()
        let standing = try await options.reporting {
            if publish, let by { return try published(by: by, in: workspace) }
            return try workspace.goalStanding(
                target: target, asOf: asOfOption.asOf, through: through,
                scenario: try whatIf.map { try workspace.scenario(at: $0) })
        }
        let goal = standing.progress
        let printer = ProgressPrinter(standing: standing, workspace: workspace, language: options.language)
        switch formatOption.format {
        case .json: options.terminal.print(printer.json.text(pretty: true))
        case .csv: options.terminal.print(printer.table, as: .csv) { .null }
        case .table:
            for line in printer.sentences { options.terminal.print(line) }
            if why { for line in printer.reliability { options.terminal.print(line) } }
            for table in why ? printer.partTables : [] {
                options.terminal.print("")
                options.terminal.print(table, as: .table) { .null }
            }
            options.terminal.print("")
            options.terminal.print(printer.table, as: .table) { .null }
        }
        if case .incomplete = goal.headline.verdict { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
    }

    private func published(by: String, in workspace: Workspace) throws -> GoalStanding {
        let result = try workspace.publishForecast(target: target, by: by, note: note)
        let (id, moment) = (result.forecast.id, result.forecast.recordedAt)
        options.terminal.say(
            BilingualText(
                ja: "見通し \(id) 番として記録しました（\(moment)）。実績が届くたびに dmo forecasts で採点されます。",
                en: "Recorded as forecast \(id) (\(moment)); dmo forecasts scores it as the counts come in."))
        if !result.openFindings.isEmpty {
            let count = result.openFindings.count
            options.terminal.say(
                BilingualText(
                    ja: "未確認の指摘 \(count) 件を残したまま公表しました: \(note)",
                    en: "Published with \(count) open doubts: \(note)"))
        }
        return result.standing
    }
}
