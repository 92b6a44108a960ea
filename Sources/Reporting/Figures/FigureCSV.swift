public import Languages
public import VisitorMetrics
import VisitorModel

/// Writes figures as CSV, one row a figure, with everything that must be known before a number is used.
///
/// The header is the same in both languages, so that a spreadsheet built on it keeps working; only the two columns for
/// people, `place_name` and `period_label`, follow the language. An absent value is an empty cell whose `status` says
/// why; a sum that lacks reports has fewer `reported` than `expected` and names what is missing.
public enum FigureCSV {
    /// The columns, in order.
    public static let header = [
        "id", "definition", "place", "place_name", "period", "period_label", "start", "end", "market", "unit", "value",
        "status", "reported", "expected", "not_yet_due", "missing", "vintages", "year_on_year_percent",
    ]

    /// The figures in the order given, as text with a byte order mark.
    ///
    /// - Parameters:
    ///   - figures: The figures.
    ///   - growths: The rates that belong to them; a refused one is an empty cell.
    ///   - places: What places are called.
    public static func text(
        _ figures: [Figure], growths: [Growth] = [], in language: Language,
        places: PlaceNaming = BilingualText.init(verbatim:)
    ) -> String {
        var rates: [String: String] = [:]
        for growth in growths { rates[growth.current.id] = growth.percent?.description }
        var writer = DelimitedTextWriter()
        writer.append(header)
        for figure in figures { writer.append(row(figure, rate: rates[figure.id], language, places)) }
        return writer.text
    }

    private static func row(
        _ figure: Figure, rate: String?, _ language: Language, _ places: PlaceNaming
    ) -> [String] {
        let coverage = figure.coverage
        let missing = coverage.missing.map { report in
            ([report.place, report.month.id] + [report.market].compactMap { $0 } + [report.status.rawValue])
                .joined(separator: " ")
        }
        return [
            figure.id, figure.definition.id, figure.place, places(figure.place)(language), figure.period.id,
            figure.period.label(language), figure.period.firstMonth.id, figure.period.lastMonth.id,
            figure.segment.market ?? "", figure.unit.rawValue, figure.value?.description ?? "", figure.status.rawValue,
            String(coverage.reported), String(coverage.expected), String(coverage.notYetDue),
            missing.joined(separator: "; "), figure.vintages.joined(separator: "; "), rate ?? "",
        ]
    }
}
