import ArgumentParser
import Diagnostics
import Languages
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel
import Workspace

/// Prints a figure's passport.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Where a figure comes from: formula, inputs, file, row, cell, hash, revisions.",
        discussion: """
            数値の出所を、計算の言葉から元のファイルのセルまでたどります。もとの数値が400件を超えると、場所とファイルごとに
            まとめて示します。--rows を付けると、もとのファイルの1行ずつを何行でも並べます（合計した行は読み直して示します）。
            Of more than 400 inputs, those of a place and file are one line. --rows lists every row of every file behind
            the figure: where rows were added up, the file is read again. The values of the rows add up to the figure.

            Example:  dmo explain exchange-population@1:mine-city:2013:*
                      dmo explain exchange-population@1:mine-city:2013:* --rows --format csv > inputs.csv
                      dmo explain phone-visitors@1:mine-city:2023-04:*
                      dmo explain bridge:exchange-population@1..visitor-trips@1:2017:3
            Exit codes: 0; 1 with --rows, a file behind the figure is gone or has changed; 2 there is no such figure.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Flag(help: "Every row of every file behind it, as table or CSV, however many there are.")
    var rows = false

    @Argument(help: "The figure's name: definition@version:place:period:segment.")
    var figure: String

    func validate() throws {
        if rows, formatOption.format == .json {
            throw ValidationError("--rows gives a table or CSV; JSON without it holds every input.")
        }
        if rows, figure.hasPrefix(BridgeIdentity.beginning) {
            throw ValidationError("A bridge's step has no rows of its own; ask for the rows of the figures beside it.")
        }
    }

    func run() async throws {
        let workspace = try options.openWorkspace()
        if figure.hasPrefix(BridgeIdentity.beginning) { return try await explainStep(in: workspace) }
        let language = options.language
        if rows { return try await listRows(in: workspace) }
        if formatOption.format == .csv { return try await listInputs(in: workspace) }
        let (passport, detail) = try await options.reporting {
            try workspace.explanation(of: FigureIdentity(figure), asOf: asOfOption.asOf, language: language)
        }
        if formatOption.format == .table {
            let facts = [
                (Words.value, "\(passport.value) \(passport.unit)（\(passport.status)）"),
                (Words.formula, passport.formula),
                (Words.definition, passport.definition), (Words.coverage, passport.coverage),
            ]
            options.terminal.print(passport.label)
            for (word, text) in facts { options.terminal.print("  \(word(language)): \(text)") }
            // A line that begins with a dash belongs to the step above it.
            for step in passport.steps {
                options.terminal.print(step.hasPrefix("– ") ? "      \(step)" : "  → \(step)")
            }
            for notice in passport.notices { options.terminal.print("  * \(notice)") }
            options.terminal.print("")
        }
        options.terminal.print(Self.table(of: passport, language), as: formatOption.format) {
            PassportDocument(passport, detail).value
        }
        guard formatOption.format == .table else { return }
        for line in notes(of: detail, workspace) { options.terminal.print(line) }
        for input in detail.inputs where Set(input.history.map(\.observation.value)).count > 1 {
            let history = input.history
            guard let first = history.first else { continue }
            let steps = history.map { entry in
                let value = entry.observation.value
                let number = value.number?.description ?? value.status.name(language)
                let undone =
                    entry.withdrawal.map { ", \(Words.withdrawn(language)) \($0.recordedAt): \($0.reason)" } ?? ""
                return "\(number) (\(value.status.name(language)), \(entry.fileName), \(entry.recordedAt)\(undone))"
            }
            let place = workspace.placeName(first.observation.series.place)(language)
            options.terminal.print(
                "\(Words.revised(language)): \(place) \(first.observation.period.label(language)): "
                    + steps.joined(separator: " → "))
        }
    }

    private func listRows(in workspace: Workspace) async throws {
        let list = RowList(format: formatOption.format, terminal: options.terminal)
        let problems = try await options.reporting {
            let identity = try FigureIdentity(figure)
            let view = try workspace.view(of: identity, asOf: asOfOption.asOf)
            return try await workspace.traceRows(
                behind: workspace.figure(identity, in: view), in: view, language: options.language, onRow: list.add)
        }
        list.finish()
        options.terminal.print(problems)
        if !problems.isEmpty { throw ExitCode(ExitStatus.dataNeedsAttention.rawValue) }
    }

    /// Every input, however many there are. Histories and doubts are no part of a list.
    private func listInputs(in workspace: Workspace) async throws {
        let language = options.language
        let passport = try await options.reporting {
            let identity = try FigureIdentity(figure)
            let view = try workspace.view(of: identity, asOf: asOfOption.asOf)
            return workspace.passport(
                of: try workspace.figure(identity, in: view), in: view, language: language, listingEach: true)
        }
        options.terminal.print(Self.table(of: passport, language), as: .csv) { .null }
    }

    /// A bridge's step: what it does and why; then, where a place's figure is behind it, how to see that.
    private func explainStep(in workspace: Workspace) async throws {
        let passport = try await options.reporting {
            try workspace.explanation(of: BridgeIdentity(figure), asOf: asOfOption.asOf)
        }
        guard formatOption.format != .json else { return options.terminal.print(passport.json.text(pretty: true)) }
        let lines = passport.lines(in: options.language)
        options.terminal.print(lines[0])
        for line in lines.dropFirst() { options.terminal.print("  → \(line)") }
        if let id = passport.step.figureID { options.terminal.print("  dmo explain '\(id)'") }
    }

    private static func table(of passport: FigurePassport, _ language: Language) -> ReportTable {
        let areFolded = passport.inputs.contains { $0.count > 1 }
        return ReportTable(
            caption: Words.inputs(language),
            columns: [
                ReportColumn(Words.place(language)), ReportColumn(Words.period(language)),
                ReportColumn(Words.value(language), kind: .count), ReportColumn(Words.file(language)),
                ReportColumn(Words.row(language)), ReportColumn(Words.cell(language)), ReportColumn("SHA-256"),
            ] + (areFolded ? [ReportColumn(Words.counts(language), kind: .count)] : []),
            rows: passport.inputs.map { input in
                ReportRow(
                    input.place,
                    [
                        ReportCell(input.period), ReportCell(input.value, exact: input.exactValue),
                        ReportCell(input.file),
                        ReportCell(input.row), ReportCell(input.cell), ReportCell(input.hash),
                    ] + (areFolded ? [ReportCell(String(input.count))] : []))
            })
    }

    /// Loads, events, breaks, closures and doubts, a line each.
    private func notes(of detail: PassportDetail, _ workspace: Workspace) -> [String] {
        let language = options.language
        func places(_ places: Set<String>) -> String {
            places.isEmpty
                ? "" : " (" + places.sorted().map { workspace.placeName($0)(language) }.joined(separator: ", ") + ")"
        }
        let range = detail.figure.range.map { range in
            let high = range.high?.description ?? "?"
            return BilingualText(
                ja: "未報告分に過去の実績を当てると: \(range.low)～\(high)",
                en: "with usual counts in the gaps: \(range.low) to \(high)")(language)
        }
        return [""] + [range].compactMap(\.self)
            + detail.loads.map {
                "\(Words.loads(language)) \($0.id): \($0.header.fileName), \($0.recordedAt), SHA-256 \($0.header.sha256)"
            }
            + detail.events.map {
                "\(Words.event(language)): \($0.titles(language)) \($0.from.id)–\($0.to.id)\(places($0.places))"
            }
            + detail.breaks.map {
                "\(Words.seriesBreak(language)): \($0.titles(language)), \($0.kind.name(language)), \($0.since.id)\(places($0.places))"
            }
            + detail.closures.map {
                "\(Words.closure(language)): \($0.reason(language)) \($0.from.id)–\($0.to?.id ?? "")\(places($0.places))"
            }
            + detail.findings.map { entry in
                let given = entry.acknowledgement.map { " ✓ \($0.by): \($0.reason)" } ?? ""
                return
                    "\(Words.doubt(language)): \(entry.finding.message(naming: workspace.placeName)(language))\(given)"
            }
    }

    private enum Words {
        static let value = BilingualText(ja: "値", en: "value")
        static let formula = BilingualText(ja: "計算", en: "formula")
        static let definition = BilingualText(ja: "定義", en: "definition")
        static let coverage = BilingualText(ja: "報告の状況", en: "coverage")
        static let inputs = BilingualText(ja: "もとの数値", en: "Inputs")
        static let place = BilingualText(ja: "場所", en: "place")
        static let period = BilingualText(ja: "期間", en: "period")
        static let file = BilingualText(ja: "ファイル", en: "file")
        static let row = BilingualText(ja: "行", en: "row")
        static let cell = BilingualText(ja: "セル", en: "cell")
        static let counts = BilingualText(ja: "件数", en: "counts")
        static let withdrawn = BilingualText(ja: "取消", en: "withdrawn")
        static let event = BilingualText(ja: "出来事", en: "event")
        static let seriesBreak = BilingualText(ja: "系列の断層", en: "break in the series")
        static let closure = BilingualText(ja: "休業", en: "closed")
        static let doubt = BilingualText(ja: "指摘", en: "doubt")
        static let loads = BilingualText(ja: "読み込み", en: "loads")
        static let revised = BilingualText(ja: "改訂", en: "revised")
    }
}
