import ArgumentParser
import CSVReading
import Diagnostics
import Ingestion
import Languages
import PipelineDefinition
import PipelineRuntime
import Reporting
import VisitorMetrics
import VisitorModel
import Workspace

/// The whole job on the sample data, in a fresh folder.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "The whole job on SampleData, in a fresh folder: load, check, figures, verdict, report.",
        discussion: """
            見本のデータで、読み込みから見通し・報告書までを通して行います。

            Example:  dmo demo --out /tmp/mine
            Exit codes: 0 everything went as SampleData says, every planted fault included; 1 something differs.
            """)

    @Option(help: "The folder to work in, empty or new; it is then a workspace (a temporary one when left out).")
    var out: String?

    @Option(help: "The folder that holds Pipelines and SampleData.")
    var source = "."

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        var options = global
        let language = options.language
        let terminal = options.terminal
        let folder = try await options.reporting { try DemoFolder(at: out, from: source) }
        options.workspace = folder.path
        let workspace = try options.openWorkspace()

        terminal.print(heading(1, BilingualText(ja: "ファイルを読み込む", en: "Load the files")))
        let reports = try await workspace.load(LoadRequest(paths: [folder.path + "/inbox"]))
        let summary = LoadSummaryPrinter(reports: reports, language: language)
        for line in summary.lines { terminal.print(line) }

        terminal.print(heading(2, BilingualText(ja: "誤りのあるファイルはどうなるか", en: "What happens to files with faults")))
        let isAsPlanted = try await showFaults(folder, options)

        terminal.print(heading(3, BilingualText(ja: "数値", en: "The figures")))
        try await options.reporting { try showFigures(workspace, terminal) }

        terminal.print(heading(4, BilingualText(ja: "目標にどれだけ近づいたか", en: "How far the goal is reached")))
        let standing = try await options.reporting { try workspace.goalStanding(target: nil) }
        let printer = ProgressPrinter(standing: standing, workspace: workspace, language: language)
        for line in printer.sentences { terminal.print(line) }
        terminal.print("")
        terminal.print(printer.table, as: .table) { .null }

        terminal.print(heading(5, BilingualText(ja: "報告書", en: "The report")))
        let written = try await options.reporting {
            try await workspace.writeReport(
                ReportRequest(folder: folder.path + "/report", languages: [.japanese, .english], formats: ReportFormat.usual))
        }
        for path in written { terminal.print("  " + path) }
        terminal.print(heading(6, BilingualText(ja: "まず見るもの", en: "What to look at first")))
        terminal.print(closing(folder, verdict: printer.sentences.first ?? "", written: written, language: language))
        let isWhole = reports.allSatisfy { LoadReportPrinter.status(of: $0) == .success }
        if !isAsPlanted || !isWhole { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
    }

    /// Loads the faulty files into a workspace of their own, prints every message, and holds them against the list.
    private func showFaults(_ folder: DemoFolder, _ options: GlobalOptions) async throws -> Bool {
        var options = options
        options.workspace = folder.faultsPath
        let workspace = try options.openWorkspace()
        let inbox = folder.faultsPath + "/inbox"
        let reports = try await workspace.load(
            LoadRequest(paths: [inbox + "/akiyoshidai-with-faults.csv", inbox + "/inbound-with-faults.xml"]))
        let terminal = options.terminal
        let renderer = DiagnosticRenderer(language: options.language)
        for report in reports {
            for diagnostic in report.result?.outcome.held.flatMap(\.diagnostics) ?? [] {
                terminal.print("  " + renderer.renderInOneLine(diagnostic))
            }
            if let account = report.result?.outcome.account {
                terminal.print("  " + account.text(terminal.language))
            }
        }
        let list = try PlantedFaults(listAt: inbox + "/expected-faults.csv")
        let found = PlantedFaults.found(in: reports)
        let caught = list.planted.intersection(found).count
        terminal.print(
            BilingualText(
                ja: "  → 仕込んだ誤り \(list.planted.count) 件のうち \(caught) 件を、その場所と理由で保留しました（余分な保留 \(found.subtracting(list.planted).count) 件）。",
                en: "  → \(caught) of \(list.planted.count) planted faults held at their cell for their reason (\(found.subtracting(list.planted).count) others held)."
            )(options.language))
        return found == list.planted
    }

    private func showFigures(_ workspace: Workspace, _ terminal: Terminal) throws {
        let view = try workspace.view()
        for definition in workspace.definition.definitions {
            let figures: [Figure]
            if definition.markets.isEmpty {
                figures = view.figures(of: definition, by: .calendarYear)
            } else {
                figures = view.figures(of: definition, by: .calendarYear, split: .market)
            }
            let growths = definition.markets.isEmpty ? Growth.yearOnYear(in: figures) : []
            guard
                let table = FigureTable(
                    figures, growths: growths, in: terminal.language, places: workspace.placeName,
                    markets: workspace.marketName)
            else { continue }
            terminal.print(table.table, as: .table) { .null }
            terminal.print(notes: table.footnotes)
            terminal.print("")
        }
    }

    private func heading(_ number: Int, _ title: BilingualText) -> String {
        "\n== \(number). \(title(global.language)) ==\n"
    }

    /// What came out, what to open, and what to try next: the last a newcomer sees, so it stands by itself.
    private func closing(_ folder: DemoFolder, verdict: String, written: [String], language: Language) -> String {
        // As it was started: the program need not be on the PATH.
        let dmo = CommandLine.arguments.first ?? "dmo"
        let page = written.first { $0.hasSuffix(".\(language.rawValue).html") } ?? folder.path + "/report"
        let steps: [(why: BilingualText, command: String)] = [
            (
                BilingualText(ja: "数値の出どころ（ファイル・行・セルまで）", en: "Where a figure comes from, down to file, row and cell"),
                "explain --workspace \(folder.path) 'exchange-population@1:mine-city:2017-08:*'"
            ),
            (
                BilingualText(ja: "誰がまだ報告していないか", en: "Who has not reported yet"),
                "status --workspace \(folder.path) --from 2018-01 --through 2018-12"
            ),
            (
                BilingualText(ja: "誤りのある行と直し方", en: "The faulty rows, and how to mend them"),
                "holds list --workspace \(folder.faultsPath)"
            ),
            (
                BilingualText(ja: "画面で見る（http://127.0.0.1:8080/ 、止めるには Ctrl-C）", en: "The dashboard, at http://127.0.0.1:8080/ (Ctrl-C ends it)"),
                "serve --workspace \(folder.path)"
            ),
        ]
        let open = BilingualText(ja: "ブラウザーで開くファイル:", en: "Open in a browser:")
        let next = BilingualText(ja: "次に試すもの（このフォルダーはそのままワークスペースです）:", en: "Then try (the folder is a workspace now):")
        let invented = BilingualText(
            ja: "地点別の数値は説明用の架空データで、美祢市の実績ではありません。",
            en: "The counts by place are invented; they are no record of Mine City.")
        return (["  " + verdict, "  " + invented(language), "", open(language), "  " + page, "", next(language)]
            + steps.flatMap { ["  # " + $0.why(language), "  \(dmo) \($0.command)"] }).joined(separator: "\n")
    }
}
