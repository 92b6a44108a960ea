import ArgumentParser
import Workspace

/// Lists what was loaded.
struct LoadsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loads",
        abstract: "List what was loaded, with its account.",
        discussion: """
            読み込みの一覧を示します。

            Example:  dmo loads
                      dmo loads --as-of 2019-03-31
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    func run() async throws {
        let workspace = try options.openWorkspace()
        let loads = try await options.reporting { try workspace.loadList(asOf: asOfOption.asOf) }
        options.terminal.print(loads.table(in: options.language), as: formatOption.format) { loads.json }
    }
}
