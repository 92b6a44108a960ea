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
            届いたファイルを台帳に読み込みます。全行の行き先(採用・保留・対象外)を示します。

            Example:  dmo load inbox/2019-03/
                      dmo load --dry-run inbox/akiyoshidai.csv
            Exit codes: 0 all rows taken; 1 some rows are held; 3 a file could not be read.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Files and folders.")
    var paths: [String]

    @Flag(name: .customLong("dry-run"), help: "Read and check only; record nothing.")
    var isTrial = false

    func run() async throws {
        let workspace = try options.openWorkspace()
        let reports = try await options.reporting {
            try await workspace.load(LoadRequest(paths: paths, isTrial: isTrial))
        }
        let status = try await options.printLoads(reports, of: workspace)
        try status.exitIfNeeded()
    }
}
