import ArgumentParser
import Diagnostics
import FoundationEssentials
import Glibc
import Languages
import Workspace

/// A workspace for another destination.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Scaffold a workspace for a destination, from the files it gets.",
        discussion: """
            新しい観光地のワークスペースを作ります。手元のファイルを渡すと、場所・読み方(profile)・処理(pipeline)の下書きもします。

            Example:  dmo init minato --title-ja 湊市 --title-en Minato counts/*.csv
            Questions are asked on a terminal for what the options leave out.
            Exit codes: 0 done; 1 done, and something is to be decided; 2 the folder has definitions already; 3 a file cannot be read.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The folder to make.")
    var folder: String

    @Argument(help: "Files and folders to learn from.")
    var files: [String] = []

    @Option(
        help:
            "The destination's identifier: lower-case letters, digits, hyphens (from the folder's name when left out).")
    var id: String?

    @Option(name: .customLong("title-ja"), help: "Its name in Japanese.")
    var titleJa: String?

    @Option(name: .customLong("title-en"), help: "Its name in English.")
    var titleEn: String?

    @Flag(help: "Replace definition files that are there already.")
    var force = false

    func run() throws {
        let id = self.id ?? Self.identifier(from: folder)
        let japanese =
            titleJa ?? ask(BilingualText(ja: "観光地の名前(日本語)", en: "The destination's name in Japanese"), else: id)
        let english = titleEn ?? ask(BilingualText(ja: "観光地の名前(英語)", en: "The destination's name in English"), else: id)
        let scaffold = WorkspaceScaffold(id: id, titles: BilingualText(ja: japanese, en: english), paths: files)
        let printer = InspectionPrinter(terminal: options.terminal)
        var status = ExitStatus.success
        for report in scaffold.reports {
            printer.print(report)
            status = max(status, printer.status(of: report))
        }
        do throws(DiagnosticsError) {
            try scaffold.validate()
            let written = try scaffold.files.write(into: folder + "/Pipelines", overwriting: force)
            try? FileManager.default.createDirectory(atPath: folder + "/inbox", withIntermediateDirectories: true)
            printer.say(written: written)
        } catch {
            options.terminal.print(error.diagnostics)
            throw ExitCode(ExitStatus.usage.rawValue)
        }
        options.terminal.say(
            BilingualText(
                ja: "次に: dmo validate --workspace \(folder)、dmo load --workspace \(folder) --dry-run ファイル",
                en: "Next: dmo validate --workspace \(folder), then dmo load --workspace \(folder) --dry-run FILES"))
        try status.exitIfNeeded()
    }

    /// Asks on a terminal; elsewhere the default is the answer.
    private func ask(_ question: BilingualText, else answer: String) -> String {
        guard isatty(STDIN_FILENO) == 1, options.terminal.isInteractive else { return answer }
        options.terminal.write("\(question(options.language)) [\(answer)]: ")
        let line = readLine() ?? ""
        return line.isEmpty ? answer : line
    }

    private static func identifier(from folder: String) -> String {
        let last = folder.split(separator: "/").last.map(String.init) ?? ""
        var id = ""
        for scalar in last.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": id.unicodeScalars.append(scalar)
            default: if !id.isEmpty, id.last != "-" { id += "-" }
            }
        }
        while id.last == "-" { id.removeLast() }
        return id.isEmpty ? "destination" : id
    }
}
