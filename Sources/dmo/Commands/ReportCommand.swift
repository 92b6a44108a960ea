import ArgumentParser
import Diagnostics
import Languages
import VisitorLedger
import VisitorModel
import Workspace

/// Writes the monthly KPI report.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract:
            "Write the monthly KPI report: one HTML page, and the same figures as Excel workbook, Markdown, CSV and JSON.",
        discussion: """
            月次のKPI報告書を書き出します。--publish --by 名前 を付けると、数値・定義・入力ファイルを記録して公表します。それまでは下書きです。

            Example:  dmo report --month 2018-12 --out report/
                      dmo report --year 2018 --lang ja --as html,xlsx,pdf
                      dmo report --month 2018-12 --publish --by Tanaka
                      dmo report --year 2018 --publish --by Tanaka
                      dmo report --rebuild 1 --out again/
            A PDF needs Chromium or Google Chrome and a Japanese font; Scripts/setup-pdf installs both.
            Exit codes: 0; 1 a rebuilt file differs from the published one; 2 nothing to report on, no browser or no
            Japanese font for the PDF, or doubts are open and nothing is said about them; 4 the files cannot be written.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var asOfOption: AsOfOption

    @Option(help: "The month it is about (the latest anybody reported when left out).")
    var month: Month?

    @Option(help: "A yearly report on this calendar year, in place of a monthly one.")
    var year: CalendarYear?

    @Option(help: "The folder to write to.")
    var out = "report"

    @Option(
        name: .customLong("as"), help: "html, xlsx, md, csv, json, pdf (comma-separated; all but pdf when left out).")
    var formats: String?

    @Option(help: "The goal (the first in kpis.yaml when left out).")
    var target: String?

    @Flag(help: "Publish it: record figures, definitions and input files.")
    var publish = false

    @Option(help: "Who answers for the publication.")
    var by: String?

    @Option(help: "What the publisher has to say, such as why doubts were left open.")
    var note = ""

    @Option(help: "Make the files of an earlier publication again, by its number (dmo changes --list).")
    var rebuild: Int?

    func validate() throws {
        if year != nil, month != nil {
            throw ValidationError("--month and --year are two reports; ask for one at a time.")
        }
        guard publish else { return }
        if by == nil { throw ValidationError("--publish needs --by NAME: somebody has to answer for it.") }
        if rebuild != nil {
            throw ValidationError("--rebuild makes an earlier publication again; it takes no --publish.")
        }
        if asOfOption.asOf != nil {
            throw ValidationError("What is published is what is known now; it takes no --as-of.")
        }
    }

    func run() async throws {
        let workspace = try options.openWorkspace()
        if let rebuild { return try await runRebuild(rebuild, workspace) }
        let wanted = try (formats?.split(separator: ",").map(String.init) ?? ReportFormat.usual.map(\.rawValue)).map {
            guard let format = ReportFormat(rawValue: $0) else {
                throw ValidationError("--as takes html, xlsx, md, csv, json and pdf; not “\($0)”.")
            }
            return format
        }
        let languages = options.lang.map { [$0] } ?? Language.allCases
        let request = ReportRequest(
            month: month, year: year, folder: out, languages: languages, formats: wanted, target: target,
            asOf: asOfOption.asOf)
        if publish, let by {
            let result = try await options.reporting { try await workspace.publish(request, by: by, note: note) }
            return print(result)
        }
        let written = try await options.reporting { try await workspace.writeReport(request) }
        for path in written { options.terminal.print(path) }
    }

    private func print(_ result: PublishResult) {
        for path in result.files { options.terminal.print(path) }
        options.terminal.say(
            BilingualText(
                ja:
                    "公表 \(result.publication.id) 番として記録しました（\(result.publication.recordedAt)、入力ファイル \(result.keptInputs.count) 件を archive/ に保存）。",
                en:
                    "Recorded as publication \(result.publication.id) (\(result.publication.recordedAt)); \(result.keptInputs.count) input files are kept in archive/."
            ))
        if !result.lostInputs.isEmpty {
            let list = result.lostInputs.joined(separator: ", ")
            options.terminal.say(
                BilingualText(
                    ja: "次の入力ファイルは見つからないか内容が変わっており、ハッシュだけが記録されています: \(list)",
                    en: "These input files are gone or have changed; only their hashes are on record: \(list)"))
        }
        options.terminal.print(result.revealing.map(Diagnostic.differencing))
        if !result.openFindings.isEmpty {
            options.terminal.say(
                BilingualText(
                    ja: "未確認の指摘 \(result.openFindings.count) 件を残したまま公表しました: \(note)",
                    en: "Published with \(result.openFindings.count) open doubts: \(note)"))
        }
    }

    private func runRebuild(_ id: Int, _ workspace: Workspace) async throws {
        let files = try await options.reporting { try workspace.rebuild(publication: id, into: out) }
        for file in files {
            let word =
                file.isIdentical
                ? BilingualText(ja: "公表時と同じ", en: "the same bytes as published")
                : file.mustBeIdentical
                    ? BilingualText(ja: "公表時と違う", en: "DIFFERS from what was published")
                    : BilingualText(ja: "同じ数値（ファイルの細部は違い得る）", en: "the same figures; the file's details may differ")
            options.terminal.print("\(file.path)  \(word(options.language))")
        }
        if files.contains(where: { $0.mustBeIdentical && !$0.isIdentical }) {
            throw ExitCode(ExitStatus.dataNeedsAttention.rawValue)
        }
    }
}
