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
        groupedSubcommands: [
            CommandGroup(
                name: "Set up（準備）",
                subcommands: [
                    DemoCommand.self,
                    InitCommand.self,
                    InspectCommand.self,
                    ValidateCommand.self,
                    PlanCommand.self,
                    TemplateCommand.self,
                ]),
            CommandGroup(
                name: "Take in counts（取り込み）",
                subcommands: [
                    LoadCommand.self,
                    WatchCommand.self,
                    EnterCommand.self,
                    SurveyCommand.self,
                    RunCommand.self,
                    LoadsCommand.self,
                    WithdrawCommand.self,
                ]),
            CommandGroup(
                name: "Look over what came in（点検）",
                subcommands: [
                    StatusCommand.self,
                    HoldsCommand.self,
                    FindingsCommand.self,
                    DoctorCommand.self,
                    BackupCommand.self,
                ]),
            CommandGroup(
                name: "Read the figures（数値を見る）",
                subcommands: [
                    FiguresCommand.self,
                    SeasonalityCommand.self,
                    CompareCommand.self,
                    DriftCommand.self,
                    BridgeCommand.self,
                    ExplainCommand.self,
                ]),
            CommandGroup(
                name: "See where the goal stands（目標と見通し）",
                subcommands: [
                    ProgressCommand.self,
                    KPIsCommand.self,
                    ForecastCommand.self,
                    ForecastsCommand.self,
                ]),
            CommandGroup(
                name: "Hand out（報告・公開）",
                subcommands: [
                    ReportCommand.self,
                    ChangesCommand.self,
                    ExportCommand.self,
                    LintCommand.self,
                    ServeCommand.self,
                ]),
            CommandGroup(
                name: "People on the dashboard（利用者）",
                subcommands: [
                    UserCommand.self,
                    TokenCommand.self,
                    AuditCommand.self,
                ]),
            CommandGroup(
                name: "For makers of definitions（定義を書く人へ）",
                subcommands: [
                    SchemaCommand.self,
                    GalleryCommand.self,
                    ReadOnWorkerCommand.self,
                ]),
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
