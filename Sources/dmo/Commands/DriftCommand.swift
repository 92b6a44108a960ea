import ArgumentParser
import Languages
import Reporting
import VisitorMetrics
import VisitorModel
import Workspace

/// Prints one's own series beside other statistics, with the ratio over time.
struct DriftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift",
        abstract: "Our own total beside other statistics: the ratio over time, and an alarm by a stated rule.",
        discussion: """
            自分の数値とほかの統計(デジタル観光統計など)を並べ、比率の動きを見張ります。二つを足したり、同じ軸に描いたりはしません。
            警報の基準は definitions.yaml の drift-check に書きます。

            Example:  dmo drift
                      dmo drift phone-visitors-neighbours --format json
            Exit codes: 0 no alarm; 1 an alarm; 2 no such definition, or no rule is stated.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Argument(help: "A definition that states a drift-check (all that do when left out).")
    var definition: String?

    @Option(help: "The last month to look at (YYYY-MM).")
    var through: Month?

    func run() async throws {
        let workspace = try options.openWorkspace()
        let language = options.language
        let sheets = try await options.reporting {
            try workspace.driftChecks(of: definition, asOf: asOfOption.asOf, through: through)
        }
        if formatOption.format == .json {
            options.terminal.print(DriftSheet.json(sheets).text(pretty: true))
        } else {
            for (index, sheet) in sheets.enumerated() {
                if index > 0 { options.terminal.print("") }
                let table = sheet.table(in: language)
                options.terminal.print(table, as: formatOption.format) { .null }
                guard formatOption.format == .table else { continue }
                options.terminal.print(notes: sheet.notes(in: language))
            }
        }
        if sheets.contains(where: { !$0.check.alarms.isEmpty }) {
            throw ExitCode(ExitStatus.dataNeedsAttention.rawValue)
        }
    }
}
