import Accounts
import ArgumentParser
import Languages
import Workspace

/// Who did what over the network, and to accounts.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Who did what on the dashboard, when, from where, and who was turned away.",
        discussion: """
            ログイン、ファイルの読み込み、断った要求などの記録です。古いものから並べます。記録は変えられません。

            Example:  dmo audit --last 20
                      dmo audit --format csv --last 100000 > audit.csv
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption

    @Option(help: "How many of the latest lines.")
    var last = 50

    func validate() throws {
        guard last > 0 else { throw ValidationError("--last takes 1 or more, not \(last).") }
    }

    func run() async throws {
        let list = AuditList(try await options.people { try $0.audit(last: last) })
        options.terminal.print(list.table(in: options.language), as: formatOption.format) { list.json }
    }
}
