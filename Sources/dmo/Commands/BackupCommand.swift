import ArgumentParser
import Languages
import VisitorLedger
import Workspace

/// Copies the ledger while it is in use.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Make a verified copy of the ledger; it may be in use.",
        discussion: """
            使用中でも台帳の写しを作り、元と一致することを確かめます。途中で止まった写しは残りません。

            Example:  dmo backup /media/usb/visitors-2026-11.sqlite
            Exit codes: 0 the copy is whole; 2 a file of this name exists already; 4 it could not be made.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The copy's file; it must not exist.")
    var target: String

    func run() async throws {
        let workspace = try options.openWorkspace()
        let copy = try await options.reporting {
            guard let ledger = try workspace.readLedger() else { throw LedgerError.noLedger(workspace.folder.ledgerPath) }
            return try ledger.backup(to: target)
        }
        options.terminal.print(
            BilingualText(
                ja: "\(copy.path): 読み込み \(copy.loads)、行 \(copy.rows) を写し、元と一致することを確かめました。",
                en: "\(copy.path): \(copy.loads) loads, \(copy.rows) rows copied and found the same as the original."
            )(options.language))
    }
}
