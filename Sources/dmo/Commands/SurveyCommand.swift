import ArgumentParser
import FoundationEssentials
import Languages
import Reporting
import VisitorMetrics
import Workspace

/// Adds up a visitor survey's answers.
struct SurveyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract:
            "Add up a visitor survey's answers: shares, mean places, spend, satisfaction, returning, NPS, with errors.",
        discussion: """
            調査票の個票(1行が1人の回答)から、区分別の構成比、平均訪問地点数、消費額、満足度、リピーター率、NPS を、
            回答数と標本誤差を付けて出します。個々の回答は台帳に入れず、画面にも出しません。
            --write で、実人数の推計に使う表(parameters/…csv)を書きます。

            Example:  dmo survey answers/*.csv
                      dmo survey --pipeline visitor-answers answers.csv --write Pipelines/parameters/mine-visitor-survey.csv
            Exit codes: 0; 1 rows are held or have no segment, or a quarter has no estimate; 2 no such pipeline;
            3 a file cannot be read.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption

    @Argument(help: "Files or folders (the pipeline's own files in the workspace when left out).")
    var files: [String] = []

    @Option(help: "A pipeline with output: survey (the only one when left out).")
    var pipeline: String?

    @Option(help: "A file to write the estimator's table of parameters to (CSV).")
    var write: String?

    func run() async throws {
        let workspace = try options.openWorkspace()
        let language = options.language
        let (sheet, reports) = try await options.reporting { try await workspace.survey(pipeline, over: files) }
        let status = printFiles(reports)
        switch formatOption.format {
        case .json: options.terminal.print(sheet.json.text(pretty: true))
        case .csv: options.terminal.print(sheet.segments(in: language), as: .csv) { .null }
        case .table:
            options.terminal.print(sheet.scores(in: language), as: .table) { .null }
            options.terminal.print("")
            options.terminal.print(sheet.segments(in: language), as: .table) { .null }
            options.terminal.print(notes: sheet.notes(in: language))
        }
        if let write {
            do {
                try Data(sheet.parameterTable.utf8).write(to: URL(filePath: write), options: .atomic)
            } catch {
                options.terminal.say(
                    BilingualText(ja: "\(write) に書けません: \(error)", en: "\(write) cannot be written: \(error)"))
                throw ExitCode(ExitStatus.machineFailure.rawValue)
            }
        }
        let isWhole = sheet.account.used == sheet.account.rows && sheet.summary.refusals.isEmpty
        try max(status, isWhole ? .success : .dataNeedsAttention).exitIfNeeded()
    }

    /// What became of each file: in a table's company in full, else only what is wrong.
    private func printFiles(_ reports: [FileLoadReport]) -> ExitStatus {
        guard formatOption.format != .table else { return LoadReportPrinter(terminal: options.terminal).print(reports) }
        options.terminal.print(reports.flatMap(\.diagnostics))
        return reports.map(LoadReportPrinter.status).max() ?? .unreadableInput
    }
}
