import ArgumentParser
import FoundationEssentials
import Languages
import Reporting
import VisitorMetrics
import VisitorModel
import Workspace

/// Prints the steps from one official number to another.
struct BridgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bridge",
        abstract: "Every step from one definition to another, closing to the person.",
        discussion: """
            二つの公式な数の間を、場所の出入り、行祭事・イベント、市民、平均訪問地点数での割り算まで、一人の差もなく手順でつなぎます。

            Example:  dmo bridge exchange-population visitor-trips
                      dmo bridge visitor-trips exchange-population --period 2017 --format json
                      dmo bridge exchange-population population-with-commuters --period FY2017
                      dmo bridge exchange-population visitor-trips --out bridge.svg
            Exit codes: 0; 1 the steps do not close, or reports are missing; 2 no such definition, or no bridge.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Argument(help: "The definition to start from, with or without version.")
    var from: String

    @Argument(help: "The definition to arrive at.")
    var to: String

    @Option(
        help: "The period: 2017, FY2017, 2017-Q2, 2017-H1, 12M2018-03, 2017-08 (the latest whole year when left out).")
    var period: String?

    @Option(help: "The last month to look at (YYYY-MM).")
    var through: Month?

    @Option(help: "A file to draw the waterfall into (SVG).")
    var out: String?

    func run() async throws {
        let wanted = try period.map { text in
            guard let period = Period(id: text) else {
                throw ValidationError(
                    "--period takes 2017, FY2017, 2017-Q2, 2017-H1, 12M2018-03 or 2017-08; not “\(text)”.")
            }
            return period
        }
        let workspace = try options.openWorkspace()
        let bridge = try await options.reporting {
            try workspace.bridge(from: from, to: to, in: wanted, asOf: asOfOption.asOf, through: through)
        }
        let sheet = BridgeSheet(bridge)
        let table = sheet.table(in: options.language, isWhole: formatOption.format == .csv)
        options.terminal.print(table, as: formatOption.format) { sheet.json }
        if formatOption.format == .table {
            options.terminal.print(notes: sheet.notes(in: options.language))
        }
        if let out {
            do {
                try Data((sheet.drawing(in: options.language) + "\n").utf8).write(
                    to: URL(filePath: out), options: .atomic)
            } catch {
                options.terminal.say(
                    BilingualText(ja: "\(out) に書けません: \(error)", en: "\(out) cannot be written: \(error)"))
                throw ExitCode(ExitStatus.machineFailure.rawValue)
            }
        }
        let isWhole = bridge.from.coverage.isWhole && bridge.to.coverage.isWhole
        if !bridge.closes || !isWhole { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
    }
}
