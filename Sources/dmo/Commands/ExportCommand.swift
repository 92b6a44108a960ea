import ArgumentParser
import Languages
import Workspace

/// Hands figures to other systems.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hand figures to other systems: Frictionless Data Package, SDMX-ML, SDMX-CSV or open-data CSV.",
        discussion: """
            数値を他のシステムに渡す形（Data Package、SDMX、機械判読可能なオープンデータ CSV）で書き出します。

            Example:  dmo export --as datapackage --out export/ --licence CC-BY-4.0
                      dmo export --as sdmx-ml --definition exchange-population --by month,place
                      dmo export --as open-data --by fiscal-year --lang ja
            A missing value stays missing and says why; it is never written as zero.
            Exit codes: 0; 2 there is no such definition, nothing to export, or the files cannot be written.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var asOfOption: AsOfOption
    @OptionGroup var selection: FigureSelection

    @Option(name: .customLong("as"), help: "datapackage, sdmx-ml, sdmx-csv or open-data.")
    var form: String

    @Option(help: "The folder to write to; made if it is not there.")
    var out = "export"

    @Option(
        name: [.customLong("licence"), .customLong("license")],
        help: "The licence it is given away under, such as CC-BY-4.0 (for datapackage).")
    var licence: String?

    @Flag(help: "For use inside: small counts are not kept back.")
    var inside = false

    func validate() throws {
        if ExportForm(rawValue: form) == nil {
            throw ValidationError(
                "--as takes \(ExportForm.allCases.map(\.rawValue).joined(separator: ", ")); not “\(form)”.")
        }
        _ = try selection.request(asOf: asOfOption)
    }

    func run() async throws {
        guard let form = ExportForm(rawValue: form) else { return }
        let workspace = try options.openWorkspace()
        let request = try selection.request(asOf: asOfOption)
        let selected = try await options.reporting { try workspace.figures(request) }
        guard !selected.figures.isEmpty else {
            options.terminal.say(
                BilingualText(
                    ja: "書き出す数値がありません（まだ何も読み込まれていないか、期間の外です）。",
                    en: "There is nothing to export: nothing is loaded yet, or nothing lies in these months."))
            throw ExitCode(ExitStatus.usage.rawValue)
        }
        let kept = inside ? (figures: selected.figures, keptBack: 0) : workspace.published(selected.figures)
        if kept.keptBack > 0 {
            options.terminal.say(
                BilingualText(
                    ja: "少ない数の規則により\(kept.keptBack)件を伏せて書き出します（--inside で伏せない）。",
                    en: "\(kept.keptBack) figures are kept back by the rule for small counts (--inside writes them)."))
        }
        let content = workspace.exportContent(
            kept.figures, from: selected.view, licence: licence, in: options.language)
        let written = try await options.reporting { try workspace.write(content, as: form, into: out) }
        for path in written { options.terminal.print(path) }
        if form == .dataPackage, licence == nil {
            options.terminal.say(
                BilingualText(
                    ja: "利用条件（ライセンス）が記されていません。公開するときは --licence CC-BY-4.0 のように指定してください。",
                    en: "No licence is stated; before it is published, name one, such as --licence CC-BY-4.0."))
        }
    }
}
