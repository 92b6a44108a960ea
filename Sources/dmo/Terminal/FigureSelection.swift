import ArgumentParser
import PipelineDefinition
import VisitorMetrics
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

    /// The figures, the definitions they were asked by, and the counts behind them.
    struct Selected {
        var figures: [Figure]
        var definitions: [MetricDefinition]
        var view: LedgerView
    }

    /// The span of each figure, and how they are split.
    ///
    /// - Throws: `ValidationError` that says what may be asked for.
    func grainAndSplit() throws -> (FigureQuery.Grain, FigureQuery.Split) {
        var grain: FigureQuery.Grain?
        var split = FigureQuery.Split.none
        for word in by.split(separator: ",").map(String.init) {
            if let found = FigureQuery.Grain(rawValue: word) {
                grain = found
            } else if word == "place" || word == "market", let found = FigureQuery.Split(rawValue: word) {
                split = found
            } else {
                throw ValidationError(
                    "--by takes \(FigureQuery.Grain.allCases.map(\.rawValue).joined(separator: ", ")), and place or market; not “\(word)”."
                )
            }
        }
        return (grain ?? .calendarYear, split)
    }

    /// The figures that are meant.
    ///
    /// - Throws: `DiagnosticsError` for a definition nobody knows, `LedgerError` when the ledger cannot be read.
    func select(in workspace: Workspace, asOf: AsOfOption) throws -> Selected {
        let (grain, split) = try grainAndSplit()
        let definitions =
            try definition.map { [try workspace.metric(named: $0)] }
            ?? workspace.definition.definitions.filter { !$0.isCrossCheck }
        let view = try workspace.view(
            of: definitions, asOf: asOf.asOf, through: through, onlySegments: split == .market ? nil : [])
        let shown = withoutEvents ? workspace.withoutEvents(view) : view
        let meant = withoutEvents ? definitions.map(workspace.definitionWithoutEvents) : definitions
        let figures = meant.flatMap {
            shown.figures(of: $0, by: grain, split: split, from: from, vintage: vintage)
        }
        return Selected(figures: figures, definitions: definitions, view: view)
    }
}
