import ArgumentParser
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
            DemoCommand.self, LoadCommand.self, FiguresCommand.self, ProgressCommand.self, ReportCommand.self,
            StatusCommand.self, InspectCommand.self, InitCommand.self, HoldsCommand.self, LoadsCommand.self, WithdrawCommand.self,
            ExplainCommand.self, RunCommand.self, PlanCommand.self, ValidateCommand.self,
            SchemaCommand.self,
        ])
}
