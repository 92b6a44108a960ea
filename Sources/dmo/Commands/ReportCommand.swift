import ArgumentParser
import Languages
import VisitorModel
import Workspace

/// Writes the monthly KPI report.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the monthly KPI report: one HTML page, and the same figures as Excel workbook, Markdown, CSV and JSON.",
        discussion: """
            月次のKPI報告書を書き出します。下書きとして作ります。

            Example:  dmo report --month 2018-12 --out report/
                      dmo report --lang ja --as html,xlsx,pdf
            A PDF needs Chromium or Google Chrome and a Japanese font; Scripts/setup-pdf installs both.
            Exit codes: 0; 2 nothing to report on, or no browser for the PDF; 4 the files cannot be written.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var asOfOption: AsOfOption

    @Option(help: "The month it is about (the latest anybody reported when left out).")
    var month: Month?

    @Option(help: "The folder to write to.")
    var out = "report"

    @Option(name: .customLong("as"), help: "html, xlsx, md, csv, json, pdf (comma-separated; all but pdf when left out).")
    var formats: String?

    @Option(help: "The goal (the first in kpis.yaml when left out).")
    var target: String?

    func run() async throws {
        let workspace = try options.openWorkspace()
        let wanted = try (formats?.split(separator: ",").map(String.init) ?? ReportFormat.usual.map(\.rawValue)).map {
            guard let format = ReportFormat(rawValue: $0) else {
                throw ValidationError("--as takes html, xlsx, md, csv, json and pdf; not “\($0)”.")
            }
            return format
        }
        let languages = options.lang.map { [$0] } ?? Language.allCases
        let request = ReportRequest(
            month: month, folder: out, languages: languages, formats: wanted, target: target, asOf: asOfOption.asOf)
        let written = try await options.reporting { try await workspace.writeReport(request) }
        for path in written { options.terminal.print(path) }
    }
}
