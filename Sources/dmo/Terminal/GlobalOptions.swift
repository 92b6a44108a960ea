public import ArgumentParser
import Diagnostics
import FoundationEssentials
public import Languages
public import VisitorLedger
public import VisitorModel
import Workspace

/// The options every command understands.
struct GlobalOptions: ParsableArguments {
    @Option(help: "The workspace's folder.")
    var workspace = "."

    @Option(help: "The language of messages and reports: ja or en (from the locale when left out).")
    var lang: Language?

    @Flag(help: "Print results only, no messages.")
    var quiet = false

    @Flag(help: "Print every notice too.")
    var verbose = false

    /// The language to speak.
    var language: Language {
        let environment = ProcessInfo.processInfo.environment
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return lang ?? Language(localeName: names)
    }

    /// The terminal to print on.
    var terminal: Terminal { Terminal(language: language, isQuiet: quiet, isVerbose: verbose) }

    /// The workspace, or an end with every problem of its definitions.
    func openWorkspace() throws -> Workspace {
        do throws(DiagnosticsError) {
            return try Workspace(WorkspaceFolder(path: workspace))
        } catch {
            terminal.print(error.diagnostics)
            throw ExitCode(ExitStatus.usage.rawValue)
        }
    }
}

/// What an earlier day knew.
struct AsOfOption: ParsableArguments {
    @Option(name: .customLong("as-of"), help: "What was known at the end of this day (YYYY-MM-DD, Japan time).")
    var asOf: Timestamp?
}

extension Language: ExpressibleByArgument {}

extension Month: ExpressibleByArgument {
    /// Reads `2019-03`.
    public init?(argument: String) { self.init(id: argument) }
}

extension CalendarYear: ExpressibleByArgument {
    /// Reads `2019`.
    public init?(argument: String) {
        guard let number = Int(argument), (1900...9999).contains(number) else { return nil }
        self.init(number)
    }
}

extension Timestamp: ExpressibleByArgument {
    /// Reads a day of Japan, or a moment.
    public init?(argument: String) { self.init(argument, minutesAheadOfUTC: Timestamp.minutesOfJapan) }
}
