import ArgumentParser
import Diagnostics
import Ingestion
import Languages
import Reporting
import Workspace

/// Says what a file is.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "What is this file? Encoding, table, columns, periods, doubts; and a profile that reads it.",
        discussion: """
            ファイルの中身を調べ、分かったことと理由を示し、読み込むための profile を提案します。

            Example:  dmo inspect inbox/入込_2013-04.csv
                      dmo inspect inbox/入込_2013-04.csv --profile spots     writes Pipelines/profiles/spots.yaml and Pipelines/spots.yaml
                      dmo inspect counts.csv --write drafts --lang en
            Exit codes: 0 the profile reads every row; 1 a person must decide something; 3 the file cannot be read.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption

    @Argument(help: "Files and folders.")
    var paths: [String]

    @Option(help: "Write the profile and its pipeline under this name into the workspace.")
    var profile: String?

    @Option(help: "Write what is drafted into this folder in place of the workspace.")
    var write: String?

    @Flag(help: "Replace definition files that are there already.")
    var force = false

    func run() throws {
        let inspections = FileInspections(in: try? Workspace(WorkspaceFolder(path: options.workspace)))
        let reports = inspections.inspect(paths, name: profile)
        let printer = InspectionPrinter(terminal: options.terminal)
        var status = ExitStatus.success
        if formatOption.format == .json { options.terminal.print(printer.json(reports).text(pretty: true)) }
        for report in reports {
            if formatOption.format != .json { printer.print(report) }
            status = max(status, printer.status(of: report))
            guard let inspection = report.inspection, profile != nil || write != nil else { continue }
            let folder = write ?? options.workspace + "/Pipelines"
            do throws(DiagnosticsError) {
                let written = try inspections.drafts(of: inspection).write(into: folder, overwriting: force)
                printer.say(written: written)
            } catch {
                options.terminal.print(error.diagnostics)
                status = max(status, .usage)
            }
        }
        try status.exitIfNeeded()
    }
}
