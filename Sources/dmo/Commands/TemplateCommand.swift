import ArgumentParser
import Languages
import VisitorModel
import Workspace

/// Writes the form a place fills in.
struct TemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Write the form a facility fills in; dmo load reads it back.",
        discussion: """
            施設に送る報告用紙（CSV、Excelで開けます）を作ります。記入されたものは dmo load でそのまま読めます。空欄は未報告で、ゼロではありません。

            Example:  dmo template mito-station
                      dmo template mito-station --from 2019-04 --to 2020-03
                      dmo load form-visitors-mito-station-2019-04_2020-03.csv
            Exit codes: 0; 2 a name is unknown.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The place's identifier.")
    var place: String

    @Option(help: "The first month (YYYY-MM; the one after the last that was reported when left out).")
    var from: Month?

    @Option(help: "The last month (a year from the first when left out).")
    var to: Month?

    @Option(help: "What is asked for.")
    var measure = "visitors"

    @Option(help: "The form's file; its name must begin with form-MEASURE- to be recognised.")
    var out: String?

    func run() async throws {
        let workspace = try options.openWorkspace()
        let first = try await options.reporting {
            try from ?? workspace.nextMonth(toReport: measure, by: place)
        }
        guard let from = first else { throw ValidationError("--from is needed.") }
        let last = to ?? from.advanced(by: 11)
        guard last >= from else { throw ValidationError("--to lies before --from.") }
        let months = (0...from.distance(to: last)).map { from.advanced(by: $0) }
        let form = try await options.reporting {
            try workspace.writeForm(for: place, measure: measure, months: months, to: out)
        }
        options.terminal.print(form.path)
        if !form.addedDefinitions.isEmpty {
            let list = form.addedDefinitions.joined(separator: ", ")
            options.terminal.say(
                BilingualText(ja: "用紙を読む定義を加えました: \(list)", en: "Added what reads the form back: \(list)"))
        }
    }
}
