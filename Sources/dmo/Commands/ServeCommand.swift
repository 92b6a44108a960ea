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
            概況、場所、市場、目標、KPI、データの状態を、ブラウザーで見られるようにします。止めるには Ctrl-C。
            Without users (dmo user add) only this machine is answered, and nothing can be written. With users everybody
            logs in, clerks may load files, and other machines may be answered: by a proxy that speaks HTTPS
            (--public-url), or by --bind in a network where nobody listens.

            Example:  dmo serve --workspace demo
                      dmo serve --port 8090 --public-url https://figures.example.jp
            Exit codes: 0 it was told to stop; 2 no such workspace, or another machine's address without users.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "The port.")
    var port = 8080

    @Option(
        name: [.customLong("bind"), .customLong("host")],
        help: "The address to answer at; other machines' only with users and --public-url.")
    var host = "127.0.0.1"

    @Option(help: "What people type when a proxy on this machine speaks HTTPS: https://figures.example.jp.")
    var publicUrl: String?

    func validate() throws {
        guard publicUrl.map({ Site(publicAddress: $0) != nil }) ?? true else {
            throw ValidationError("--public-url takes https:// and a host, such as https://figures.example.jp.")
        }
        // Only names that it is known by are answered.
        guard Dashboard.hosts.contains(host) || publicUrl != nil else {
            throw ValidationError("--bind takes another address than this machine's only together with --public-url.")
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
        let site = publicUrl.flatMap { Site(publicAddress: $0) } ?? .local
        try await options.reporting { try await Dashboard(workspace, site: site).run(host: host, port: port) }
    }
}
