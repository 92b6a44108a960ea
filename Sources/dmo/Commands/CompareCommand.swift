import ArgumentParser
import Languages
import Reporting
import VisitorMetrics
import VisitorModel
import Workspace

/// Prints a period against the year before, read in every way.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract:
            "A period against the year before: as counted, like for like, with equal calendars, designations apart.",
        discussion: """
            前年との比較を、集計のまま、同じ月・同じ場所どうし、曜日・祝日の並びをそろえて、指定の観光地点の出入りを分けて示します。

            Example:  dmo compare
                      dmo compare 2017 --definition designated-visitors
                      dmo compare 2018-05 --place akiyoshi-do
                      dmo compare 2018 --definition inbound-visitors --format json
            Exit codes: 0; 1 the two periods cannot be compared as counted; 2 no such definition, place or figure.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Argument(help: "The period: 2017, FY2017, 2017-Q2, 2017-H1, 2017-08 (the latest whole year when left out).")
    var period: String?

    @Option(help: "The definition, with or without version (that of the first goal when left out).")
    var definition: String?

    @Option(help: "A place of the definition (the whole when left out).")
    var place: String?

    @Option(help: "The last month to look at (YYYY-MM).")
    var through: Month?

    func run() async throws {
        let wanted = try period.map { text in
            guard let period = Period(id: text) else {
                throw ValidationError("A period is written 2017, FY2017, 2017-Q2, 2017-H1 or 2017-08; not “\(text)”.")
            }
            return period
        }
        let workspace = try options.openWorkspace()
        let language = options.language
        let comparison = try await options.reporting {
            try workspace.comparison(of: definition, in: wanted, place: place, asOf: asOfOption.asOf, through: through)
        }
        let sheet = ComparisonSheet(comparison)
        options.terminal.print(sheet.table(in: language, places: workspace.placeName), as: formatOption.format) {
            sheet.json
        }
        if formatOption.format == .table {
            options.terminal.print(notes: sheet.notes(in: language, places: workspace.placeName))
            if let days = sheet.daysTable(in: language) {
                options.terminal.print("")
                options.terminal.print(days, as: .table) { .null }
            }
        }
        if comparison.asCounted.percent == nil { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
    }
}
