import ArgumentParser
import Dashboard
import Languages
import Workspace

/// Shows the workspace in a browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the workspace in a browser, on this machine.",
        discussion: """
            概況、場所、市場、目標、KPI、データの状態を、この機械のブラウザーで見られるようにします。止めるには Ctrl-C。
            Nobody logs in, so only this machine is answered; the ledger is read, never written.

            Example:  dmo serve --workspace demo
                      dmo serve --port 8090
            Exit codes: 0 it was told to stop; 2 no such workspace, or an address of another machine.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "The port.")
    var port = 8080

    @Option(help: "127.0.0.1, ::1 or localhost.")
    var host = "127.0.0.1"

    func validate() throws {
        guard Dashboard.hosts.contains(host) else {
            throw ValidationError(
                "--host takes \(Dashboard.hosts.sorted().joined(separator: ", ")): there is no log-in yet, so others may not come in."
            )
        }
        guard (1...65_535).contains(port) else { throw ValidationError("--port takes 1 to 65535, not \(port).") }
    }

    func run() async throws {
        let workspace = try options.openWorkspace()
        let address = host.contains(":") ? "[\(host)]" : host
        options.terminal.say(
            BilingualText(
                ja: "http://\(address):\(port)/ で見られます（止めるには Ctrl-C）。",
                en: "See http://\(address):\(port)/ (Ctrl-C stops it)."))
        try await Dashboard(workspace).run(host: host, port: port)
    }
}
