import ArgumentParser
import Diagnostics
import Languages
import Reporting
import VisitorLedger
import Workspace

/// Rows kept aside.
struct HoldsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holds",
        abstract: "Rows kept aside until somebody decides.",
        subcommands: [
            List.self, HoldsShowCommand.self, HoldsCorrectCommand.self, HoldsReleaseCommand.self,
            HoldsDismissCommand.self, HoldsExportCommand.self, HoldsImportCommand.self,
        ], defaultSubcommand: List.self)

    /// Lists held rows.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List held rows: file, cell, value, reason, what to do.",
            discussion: """
                保留中の行を一覧にします。CSV にして提供元へ送り返せます。

                Example:  dmo holds list
                          dmo holds list --format csv > questions.csv
                Exit codes: 0 nothing is held; 1 rows are held.
                """)

        @OptionGroup var options: GlobalOptions
        @OptionGroup var formatOption: FormatOption

        @Option(help: "Only those of one load.")
        var load: Int?

        @Flag(help: "Those decided about, too.")
        var all = false

        func run() async throws {
            let workspace = try options.openWorkspace()
            let entries = try await options.reporting { try workspace.holdEntries(ofLoad: load) }
            let open = entries.filter { $0.isOpen || all }
            options.terminal.print(HoldList(open).table(in: options.language), as: formatOption.format) {
                HoldList(open).json
            }
            if open.contains(where: \.isOpen) { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
        }
    }
}
