import ArgumentParser
import Diagnostics
import Languages
import VisitorModel
import Workspace

/// Which figures are meant: what every command that prints or hands on figures asks for.
struct FigureSelection: ParsableArguments {
    @Option(help: "The definition, with or without version (all that are no cross-checks when left out).")
    var definition: String?

    @Option(
        help:
            "month, quarter, half, fiscal-half, rolling-12-months, calendar-year or fiscal-year, and place or market to split by (comma-separated)."
    )
    var by = "calendar-year"

    @Option(help: "The first month (YYYY-MM).")
    var from: Month?

    @Option(name: [.customLong("through"), .customLong("to")], help: "The last month to look at (YYYY-MM).")
    var through: Month?

    @Flag(help: "As if no event had been held: without event places and what the register says events added.")
    var withoutEvents = false

    @Option(help: "One release of the source only.")
    var vintage: String?

    /// What is asked for.
    ///
    /// - Throws: `ValidationError` that says what may be asked for.
    func request(asOf: AsOfOption) throws -> FigureRequest {
        var request = FigureRequest()
        do throws(DiagnosticsError) {
            try request.setSpan(by)
        } catch {
            let texts = error.diagnostics.flatMap { [$0.message.en] + [$0.remedy?.en].compactMap(\.self) }
            throw ValidationError(texts.joined(separator: " "))
        }
        request.definition = definition
        request.from = from
        request.through = through
        request.withoutEvents = withoutEvents
        request.vintage = vintage
        request.asOf = asOf.asOf
        return request
    }
}
