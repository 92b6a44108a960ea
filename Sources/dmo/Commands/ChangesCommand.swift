import ArgumentParser
import Languages
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel
import Workspace

/// What moved since the last published report, and why.
struct ChangesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "What moved since the last published report, by which file, and what it does to each figure.",
        discussion: """
            最後に公表した報告書から変わった数値を、原因のファイルとともに示します。議会資料などにそのまま使えます。

            Example:  dmo changes
                      dmo changes --since 2 --format csv
                      dmo changes --list
            Exit codes: 0 nothing moved; 1 figures moved; 2 there is no such publication.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption

    @Option(help: "The publication's number (the last one when left out).")
    var since: Int?

    @Flag(help: "List the publications instead.")
    var list = false

    func run() async throws {
        let workspace = try options.openWorkspace()
        if list {
            let publications = try await options.reporting { try workspace.publications() }
            let printer = PublicationsPrinter(publications: publications, language: options.language)
            return options.terminal.print(printer.table, as: formatOption.format) { printer.json }
        }
        let found = try await options.reporting { try workspace.changes(since: since) }
        guard let changes = found else {
            return options.terminal.say(
                BilingualText(ja: "まだ何も公表していません（dmo report --publish --by 名前）。", en: "Nothing was published yet (dmo report --publish --by NAME)."))
        }
        let printer = ChangesPrinter(changes: changes, workspace: workspace, language: options.language)
        if formatOption.format == .table {
            options.terminal.print(printer.headline(options.language))
            for line in printer.notices { options.terminal.print(line) }
        }
        if !changes.changes.isEmpty || formatOption.format != .table {
            options.terminal.print(printer.figures, as: formatOption.format) { printer.json }
        }
        if formatOption.format == .table, !changes.moved.isEmpty {
            options.terminal.print("")
            options.terminal.print(printer.counts, as: .table) { .null }
        }
        if !changes.changes.isEmpty { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
    }
}
