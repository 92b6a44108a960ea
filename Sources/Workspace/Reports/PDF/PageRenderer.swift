import FoundationEssentials

/// A browser of the Chromium family: what turns the report's page into a PDF.
struct PageRenderer: Sendable {
    /// Names the renderer to use, before all others.
    static let variable = "DMO_CHROMIUM"

    /// The names it goes by, in the order they are looked for.
    static let names = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
        "msedge", "brave-browser",
    ]

    /// Where it lies on macOS, where programs are not on the path.
    private static let applications = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ]

    /// The program.
    let path: String

    /// The first one found: the one named by `DMO_CHROMIUM`, then the known names along the path.
    ///
    /// - Parameters:
    ///   - environment: The environment; `PATH` and `DMO_CHROMIUM` are read.
    ///   - isProgram: Whether a program lies at a path.
    static func find(in environment: [String: String], isProgram: (String) -> Bool) -> PageRenderer? {
        if let named = environment[variable], !named.isEmpty {
            // One that is named and not there is an error to be told, not a reason to take another.
            return isProgram(named) ? PageRenderer(path: named) : nil
        }
        let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        let candidates = names.flatMap { name in folders.map { "\($0)/\(name)" } } + applications
        return candidates.first(where: isProgram).map { PageRenderer(path: $0) }
    }

    /// The one on this machine.
    static func onThisMachine() -> PageRenderer? {
        find(in: ProcessInfo.processInfo.environment) { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What it is told: print this page to that file, ask nobody anything, keep nothing.
    ///
    /// - Parameters:
    ///   - isRoot: As root its own sandbox cannot start. The page is ours and holds no script, so it may run without.
    func arguments(printing page: String, to file: String, profile: String, isRoot: Bool) -> [String] {
        arguments(
            opening: page,
            [
                // Marked headings become the bookmarks of the PDF; the text keeps its reading order.
                "--generate-pdf-document-outline", "--export-tagged-pdf", "--no-pdf-header-footer",
                "--print-to-pdf=\(file)",
            ], profile: profile, isRoot: isRoot)
    }

    /// What it is told to print a page of ours as markup, once the page's own script has run.
    func arguments(reading page: String, profile: String, isRoot: Bool) -> [String] {
        arguments(opening: page, ["--dump-dom"], profile: profile, isRoot: isRoot)
    }

    private func arguments(opening page: String, _ wishes: [String], profile: String, isRoot: Bool) -> [String] {
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--user-data-dir=\(profile)",
            // No name is ever looked up, whatever the page says.
            "--host-resolver-rules=MAP * ~NOTFOUND",
        ] + wishes + (isRoot ? ["--no-sandbox"] : []) + [URL(filePath: page).absoluteString]
    }
}
