import ArgumentParser
import Languages
import Reporting
import VisitorLedger
import Workspace

/// Lists the published forecasts and what came of them.
struct ForecastsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecasts",
        abstract: "List the published forecasts with their scores: what was said, and what came.",
        discussion: """
            公表した見通しの一覧と採点です。実績がそろった月は、誤差（前年同月をそのまま使う予測を1とする）と、80 %・95 %の
            範囲に入ったかを示し、年が終われば確率のBrierスコアを示します。実績が改訂されれば採点も改まります。

            Example:  dmo forecasts
                      dmo forecasts --months
                      dmo forecasts --format json
            A forecast is published with dmo progress --publish --by NAME, or as part of dmo report --publish --by NAME.
            Exit codes: 0; 2 there is no such target.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Option(help: "The goal (the first in kpis.yaml when left out).")
    var target: String?

    @Flag(help: "Show every month of every forecast.")
    var months = false

    func run() async throws {
        let workspace = try options.openWorkspace()
        let list = try await options.reporting { try workspace.forecastList(target: target, asOf: asOfOption.asOf) }
        let language = options.language
        guard formatOption.format == .table else {
            let table = months ? list.months(in: language) : list.table(in: language)
            return options.terminal.print(table, as: formatOption.format) { list.json }
        }
        guard let text = list.record.text else {
            return options.terminal.say(
                BilingualText(
                    ja: "公表した見通しはまだありません（dmo progress --publish --by 名前）。",
                    en: "No forecast was published yet (dmo progress --publish --by NAME)."))
        }
        options.terminal.print(text(language))
        options.terminal.print("")
        options.terminal.print(list.table(in: language), as: .table) { .null }
        if months {
            options.terminal.print("")
            options.terminal.print(list.months(in: language), as: .table) { .null }
        }
    }
}
