import ArgumentParser
import Languages
import Workspace

/// The command.
@main
struct DMO: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmo",
        abstract: "Visitor statistics of a destination: from the files as they come to a verdict that can be traced.",
        discussion: """
            観光地の入込客数を、届いたままのファイルから、出所をたどれる数値と見通しにします。

            A first look:      dmo demo
            The monthly work:  dmo load inbox/  →  dmo status  →  dmo progress  →  dmo report --month 2019-03

            Exit codes: 0 all well; 1 something is wrong with the data (rows held, checks failed), figures are still
            there; 2 wrong usage or configuration; 3 input that cannot be read at all, nothing changed; 4 the machine
            failed (disk full, locked), nothing changed. Of several files the worst counts.
            """,
        version: Workspace.product,
        subcommands: [
            DemoCommand.self, InitCommand.self, InspectCommand.self, LoadCommand.self, WatchCommand.self,
            StatusCommand.self,
            HoldsCommand.self, FindingsCommand.self, FiguresCommand.self, ProgressCommand.self, ForecastCommand.self,
            BridgeCommand.self, KPIsCommand.self, ReportCommand.self, ExplainCommand.self, ChangesCommand.self,
            EnterCommand.self, TemplateCommand.self, LoadsCommand.self, WithdrawCommand.self, DoctorCommand.self,
            BackupCommand.self, RunCommand.self, PlanCommand.self, ValidateCommand.self, ExportCommand.self,
            LintCommand.self, ServeCommand.self, SchemaCommand.self, GalleryCommand.self, ReadOnWorkerCommand.self,
        ])

    /// Runs the command. A wrong option ends with our own code for wrong usage, not the parser's.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Terminal(language: .english, isQuiet: false, isVerbose: false).write(fullMessage(for: error))
            exit(withError: ExitCode(ExitStatus.usage.rawValue))
        }
    }
}
