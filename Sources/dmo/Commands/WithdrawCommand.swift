import ArgumentParser
import Languages
import VisitorLedger
import Workspace

/// Undoes a load and keeps it on record.
struct WithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Undo a load; it stays on record, and what held before holds again.",
        discussion: """
            読み込みを取り消します。記録は残り、前の数値が再び有効になります。

            Example:  dmo withdraw 15 --reason "wrong file" --by "Tanaka"
            Exit codes: 0; 2 there is no such load, or it is withdrawn already.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The load's number, from dmo loads.")
    var load: Int

    @Option(help: "Why.")
    var reason: String

    @Option(help: "Who decided it.")
    var by = ""

    func run() async throws {
        let workspace = try options.openWorkspace()
        let result = try await options.reporting {
            try workspace.openLedger().withdraw(load: load, reason: reason, by: by)
        }
        options.terminal.print(
            BilingualText(
                ja: "読み込み \(load) 番（\(result.load.header.fileName)）を取り消しました。前の値に戻った数値 \(result.restoredKeys)、なくなった数値 \(result.vanishedKeys)。",
                en: "Load \(load) (\(result.load.header.fileName)) is withdrawn: \(result.restoredKeys) numbers hold their former value again, \(result.vanishedKeys) are gone."
            )(options.language))
    }
}
