import ArgumentParser
import Diagnostics
import Languages
import Workspace

/// Reads files into the ledger.
struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Read files into the ledger; every row is accounted for.",
        discussion: """
            届いたファイルを台帳に読み込みます。全行の行き先(採用・保留・対象外)を示します。--dry-run を付けると、台帳を変えずに、
            改訂・指摘・指標・目標への影響を先に示します。

            Example:  dmo load inbox/2019-03/
                      dmo load --dry-run inbox/akiyoshidai.csv
                      dmo load --dry-run --format json inbox/akiyoshidai.csv
            Exit codes: 0 all rows taken; 1 some rows are held, or counts are doubtful; 3 a file could not be read;
            4 the ledger could not be written.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption

    @Argument(help: "Files and folders.")
    var paths: [String]

    @Flag(name: .customLong("dry-run"), help: "Show what loading would do to every figure; record nothing.")
    var isTrial = false

    @Flag(
        name: .customLong("no-forecast"),
        help: "Do not work out the goals' outlooks now; the next dmo progress does, and takes longer.")
    var skipsForecasts = false

    func run() async throws {
        let workspace = try options.openWorkspace()
        var request = LoadRequest(paths: paths)
        request.keepsForecasts = !skipsForecasts
        if isTrial {
            let preview = try await options.reporting { try await workspace.preview(request) }
            return try options.print(preview, of: workspace, as: formatOption.format).exitIfNeeded()
        }
        let reports = try await options.reporting { try await workspace.load(request) }
        let status = try await options.printLoads(reports, of: workspace, as: formatOption.format)
        try status.exitIfNeeded()
    }
}

extension GlobalOptions {
    /// Prints what loading would do.
    ///
    /// - Returns: The status the command should end with.
    func print(_ preview: LoadPreview, of workspace: Workspace, as format: OutputFormat) -> ExitStatus {
        let printer = LoadPreviewPrinter(preview: preview, workspace: workspace, terminal: terminal)
        guard format == .table else {
            terminal.print(preview.reports.flatMap(\.diagnostics))
            terminal.print(printer.table(), as: format) { preview.json }
            let status = preview.reports.map(LoadReportPrinter.status).max() ?? .unreadableInput
            return preview.newFindings.isEmpty ? status : max(status, .dataNeedsAttention)
        }
        return printer.print()
    }
}
