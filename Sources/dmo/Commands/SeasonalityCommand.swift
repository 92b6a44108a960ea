import ArgumentParser
import Languages
import Reporting
import VisitorMetrics
import VisitorModel
import Workspace

/// Prints how unevenly years are spread over their months.
struct SeasonalityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seasonality",
        abstract:
            "How unevenly each year is spread over its months: peak, Gini, entropy, and the named evenness rates.",
        discussion: """
            年ごとの季節による偏り(最多月、ジニ係数、エントロピー、名前を付けた平準化率)を示します。数値のない月がある年は計算しません。

            Example:  dmo seasonality
                      dmo seasonality --definition phone-visitors
                      dmo seasonality --place akiyoshi-do --by fiscal-year --format json
            Exit codes: 0; 2 there is no such definition or place.
            """)

    /// The years that are measured.
    enum Years: String, ExpressibleByArgument, CaseIterable {
        case calendarYear = "calendar-year"
        case fiscalYear = "fiscal-year"
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Option(help: "The definition, with or without version (that of the first goal when left out).")
    var definition: String?

    @Option(help: "A place of the definition (the whole when left out).")
    var place: String?

    @Option(help: "calendar-year or fiscal-year.")
    var by = Years.calendarYear

    @Option(help: "The last month to look at (YYYY-MM).")
    var through: Month?

    func run() async throws {
        let workspace = try options.openWorkspace()
        let language = options.language
        let sheet = try await options.reporting {
            try workspace.seasonality(
                of: definition, place: place, by: by == .fiscalYear ? .fiscalYear : .calendarYear,
                asOf: asOfOption.asOf, through: through)
        }
        if sheet.years.isEmpty, formatOption.format == .table {
            return options.terminal.say(
                BilingualText(ja: "数値がありません（まだ何も読み込まれていません）。", en: "There are no figures: nothing is loaded yet."))
        }
        options.terminal.print(sheet.table(in: language, places: workspace.placeName), as: formatOption.format) {
            sheet.json
        }
        guard formatOption.format == .table else { return }
        options.terminal.print(notes: sheet.notes(in: language))
    }
}
