import ArgumentParser
import Ingestion
import Languages
import Reporting
import VisitorModel
import Workspace

/// Prints the sheet of indicators.
struct KPIsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kpis",
        abstract: "The strategy's indicators with progress and light, and the form a DMO hands in.",
        discussion: """
            総合戦略の指標(基準値、目標値、実績、達成率、進捗率、判定)と、様式1のKPI表を示します。
            実績は、定義のあるものは計算し、ほかは Pipelines/kpi-actuals.csv から読みます。

            Example:  dmo kpis
                      dmo kpis --sheet form --format csv --lang ja
                      dmo kpis --actuals actuals-2018.csv
            Exit codes: 0; 1 rows of actual values are held; 2 nothing is defined, or the file of actuals cannot be read.
            """)

    /// Which sheet is printed.
    enum Sheet: String, ExpressibleByArgument, CaseIterable {
        case strategy
        case form
        case all
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Option(help: "strategy (the tree), form (form 1) or all.")
    var sheet = Sheet.all

    @Option(help: "Another file of actual values (Pipelines/kpi-actuals.csv when left out).")
    var actuals: String?

    @Option(help: "The last month to look at (YYYY-MM).")
    var through: Month?

    func run() async throws {
        let workspace = try options.openWorkspace()
        let language = options.language
        let reading = try await options.reporting {
            try workspace.indicators(actuals: actuals, asOf: asOfOption.asOf, through: through)
        }
        options.terminal.print(reading.file.diagnostics)
        let content = reading.sheet
        if formatOption.format == .json {
            options.terminal.print(content.json.text(pretty: true))
        } else {
            if sheet != .form { print(content.planTable(in: language), notes: content.planNotes(in: language)) }
            if sheet != .form, let reviews = content.reviewTable(in: language) { print(reviews, notes: []) }
            if sheet != .strategy { print(content.formTable(in: language), notes: content.formNotes(in: language)) }
            if formatOption.format == .table { sayAccount(reading.file) }
        }
        if reading.file.account.held > 0 { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
    }

    private func print(_ table: ReportTable?, notes: [String]) {
        guard let table else { return }
        options.terminal.print(table, as: formatOption.format) { .null }
        guard formatOption.format == .table else { return }
        options.terminal.print(notes: notes)
        options.terminal.print("")
    }

    private func sayAccount(_ file: KPIActualsFile) {
        let account = file.account
        options.terminal.say(
            BilingualText(
                ja:
                    "実績ファイル：\(account.read)行のうち、採用\(account.accepted)、保留\(account.held)、対象外\(account.ignoredTotal)。書き直された値\(file.replaced.count)件。",
                en:
                    "File of actuals: \(account.read) rows read, \(account.accepted) accepted, \(account.held) held, \(account.ignoredTotal) ignored; \(file.replaced.count) values were replaced."
            ))
    }
}
