import ArgumentParser
import Languages
import Reporting
import VisitorLedger
import VisitorModel
import Workspace

/// Counts that ought to be looked at before they are published.
struct FindingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Counts that do not fit their own past, their neighbours or the register.",
        subcommands: [List.self, Acknowledge.self], defaultSubcommand: List.self)

    /// Lists findings.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List doubtful counts with likely causes and the cell to look at.",
            discussion: """
                過去の実績などに合わない数値を、考えられる原因と確かめるべきセルとともに示します。

                Example:  dmo findings
                          dmo findings --all --format json
                Exit codes: 0 nothing is doubtful, or all is acknowledged; 1 doubts are open.
                """)

        @OptionGroup var options: GlobalOptions
        @OptionGroup var formatOption: FormatOption
        @OptionGroup var asOfOption: AsOfOption

        @Flag(help: "Acknowledged ones, too.")
        var all = false

        @Option(help: "The last month to look at (YYYY-MM).")
        var through: Month?

        func run() async throws {
            let workspace = try options.openWorkspace()
            let findings = try await options.reporting {
                try workspace.findings(asOf: asOfOption.asOf, through: through)
            }
            let open = findings.filter { $0.acknowledgement == nil }
            let printer = FindingsPrinter(
                findings: all ? findings : open, workspace: workspace, language: options.language)
            if open.isEmpty {
                options.terminal.say(
                    findings.isEmpty
                        ? BilingualText(ja: "疑わしい数値はありません。", en: "No count stands out.")
                        : BilingualText(
                            ja: "確認待ちの数値はありません（確認済み \(findings.count) 件）。",
                            en: "No count is left to look at; \(findings.count) acknowledged (--all shows them)."))
            }
            switch formatOption.format {
            case .table: for line in printer.lines { options.terminal.print(line) }
            case .csv, .json: options.terminal.print(printer.table, as: formatOption.format) { printer.json }
            }
            if !open.isEmpty { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
        }
    }

    /// Says that a doubtful count is right.
    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "acknowledge",
            abstract: "Say that a doubtful count is right, with reason and name; kept for ever.",
            discussion: """
                指摘された数値が正しいことを、理由と名前を付けて記録します。値が変われば、別の指摘になります。

                Example:  dmo findings acknowledge 'jump:visitors:akiyoshidai:2017-08:*=95000' \\
                              --reason "national festival" --by Tanaka
                Exit codes: 0; 2 there is no such finding, or somebody acknowledged it before.
                """)

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The finding, as dmo findings names it.")
        var finding: String

        @Option(help: "Why the count is right.")
        var reason: String

        @Option(help: "Who says so.")
        var by: String

        func run() async throws {
            let workspace = try options.openWorkspace()
            _ = try await options.reporting { try workspace.acknowledge(finding, reason: reason, by: by) }
            options.terminal.say(BilingualText(ja: "記録しました。", en: "Recorded."))
        }
    }
}
