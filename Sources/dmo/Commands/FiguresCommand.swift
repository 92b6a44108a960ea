import ArgumentParser
import Diagnostics
import Languages
import PipelineDefinition
import Reporting
import VisitorMetrics
import VisitorModel
import Workspace

/// Prints figures.
struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract:
            "Print figures by month, quarter, calendar year or fiscal year; for the whole, by place or by market.",
        discussion: """
            定義に沿って集計した数値を、月・四半期・暦年・年度ごとに示します。

            Example:  dmo figures
                      dmo figures --definition inbound-visitors --by calendar-year,market
                      dmo figures --definition phone-visitors --by fiscal-year --format json
                      dmo figures --definition inbound-visitors --by month,market --publish
            Exit codes: 0; 2 there is no such definition.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @OptionGroup var selection: FigureSelection

    @Option(name: .customLong("base-year"), help: "The calendar year an index of each market is drawn against.")
    var baseYear: Int?

    @Flag(help: "As they may be published: small counts are kept back by the destination's rule.")
    var publish = false

    func run() async throws {
        let workspace = try options.openWorkspace()
        let request = try selection.request(asOf: asOfOption)
        let (grain, split) = (request.grain, request.split)
        let language = options.language
        let (figures, growths, markets, shares, parents) = try await options.reporting {
            let selected = try workspace.figures(request)
            let suppression = publish ? workspace.suppression(of: selected.figures) : nil
            let figures = suppression?.applied(to: selected.figures) ?? selected.figures
            // Whoever asks for one definition of several markets sees share, rank, growth and contribution too.
            let limit = split == .market ? Int.max : 2
            var markets: [(title: BilingualText, metric: MetricDefinition, sheet: MarketMixSheet)] = []
            for metric in selected.definitions
            where selection.definition != nil && !metric.markets.isEmpty && metric.unit.isCount {
                let sheets = workspace.marketSheets(
                    of: metric, by: grain, baseYear: baseYear, in: selected.view, published: publish)
                markets += sheets.suffix(limit).map { (metric.titles, metric, $0) }
            }
            let shares = markets.suffix(Self.sharesShown).compactMap { _, metric, sheet in
                workspace.nationalShares(
                    beside: metric, in: sheet.mix.period, baseYear: baseYear, view: selected.view, published: publish)
            }
            if publish {
                let warnings = try workspace.differencingWarnings()
                options.terminal.print(warnings.map(Diagnostic.differencing))
                options.terminal.say(Words.keptBack(suppression?.count, isStated: suppression != nil))
            }
            return (
                figures, Growth.yearOnYear(in: figures), markets.map { ($0.title, $0.sheet) }, shares,
                formatOption.format == .table ? try workspace.parentChecks(of: selected.definitions, request) : []
            )
        }
        if formatOption.format == .json {
            return options.terminal.print(FigureJSON.document(figures).text(pretty: true))
        }
        if formatOption.format == .csv {
            return options.terminal.print(
                csv: FigureCSV.text(figures, growths: growths, in: language, places: workspace.placeName))
        }
        if figures.isEmpty, let asOf = asOfOption.asOf {
            options.terminal.say(
                BilingualText(
                    ja: "数値がありません（\(asOf) の時点で分かっていたものはありません）。--as-of は「いつ知っていたか」です。何月までの数値かは --through で指定します。",
                    en:
                        "There are no figures: nothing was known at \(asOf). --as-of says when it was known; --through says up to which month."
                ))
        } else if figures.isEmpty {
            options.terminal.say(
                BilingualText(
                    ja: "数値がありません（まだ何も読み込まれていないか、期間の外です）。",
                    en: "There are no figures: nothing is loaded yet, or nothing lies in these months."))
        }
        let tables = FigureTable.tables(
            figures, growths: split == .none ? growths : [], in: language, places: workspace.placeName,
            markets: workspace.marketName)
        var ids: [String] = []
        for figure in figures where !ids.contains(figure.definition.id) { ids.append(figure.definition.id) }
        for (index, table) in tables.enumerated() {
            if index > 0 { options.terminal.print("") }
            if formatOption.format == .table {
                for alert in table.alerts { options.terminal.print(alert) }
            }
            options.terminal.print(table.table, as: .table) { .null }
            options.terminal.print(notes: table.footnotes)
            let definition = figures.first { $0.definition.id == ids[index] }?.definition
            if let notice = definition?.changeNotice { options.terminal.print(notes: [notice(language)]) }
        }
        for (title, sheet) in markets {
            guard let table = sheet.table(of: title, in: language) else { continue }
            options.terminal.print("")
            options.terminal.print(table, as: formatOption.format) { .null }
            guard formatOption.format == .table else { continue }
            options.terminal.print(notes: sheet.notes(in: language))
        }
        for sheet in parents where formatOption.format == .table {
            options.terminal.print("")
            options.terminal.print(sheet.table(in: language, places: workspace.placeName), as: .table) { .null }
            options.terminal.print(notes: sheet.notes(in: language, places: workspace.placeName))
        }
        for sheet in shares {
            options.terminal.print("")
            options.terminal.print(sheet.table(in: language, markets: workspace.marketName), as: .table) { .null }
            options.terminal.print(notes: sheet.notes(in: language))
        }
    }

    /// Of how many periods, the latest, the share of the whole country is shown.
    private static let sharesShown = 2

    private enum Words {
        static func keptBack(_ count: Int?, isStated: Bool) -> BilingualText {
            guard isStated, let count else {
                return BilingualText(
                    ja: "destination.yaml に privacy の規則がないため、何も伏せていません。",
                    en: "Nothing is kept back: destination.yaml states no privacy rule.")
            }
            return BilingualText(
                ja: "少ない数の規則により\(count)件を伏せました。", en: "\(count) figures are kept back by the rule for small counts.")
        }
    }
}
