import Diagnostics
import Forecasting
import Languages
import Reporting
import VisitorLedger
import VisitorMetrics
import VisitorModel
import Workspace

/// Prints what loading files would do: files, revisions, goals, figures, doubts.
struct LoadPreviewPrinter {
    let preview: LoadPreview
    let workspace: Workspace
    let terminal: Terminal

    /// How many lines of a kind are printed before the rest are counted.
    private static let limit = 12

    private var language: Language { terminal.language }
    private var numbers: NumberFormat { NumberFormat(language: language) }

    /// Prints the preview.
    ///
    /// - Returns: The status the command should end with.
    func print() -> ExitStatus {
        let status = LoadReportPrinter(terminal: terminal, isPreview: true).print(preview.reports)
        guard !preview.reports.isEmpty else { return status }
        terminal.print("")
        section(Words.revisions, preview.revisions.map(text))
        goals()
        section(
            Words.indicators,
            preview.indicators.map { effect in
                let value = "\(written(effect.before.value)) → \(written(effect.after.value))"
                let light = "\(effect.before.light.name(language)) → \(effect.after.light.name(language))"
                return "\(effect.after.indicator.titles(language)): \(value)\(bracketed(light))"
            })
        if !preview.figures.isEmpty {
            terminal.print(table(limited: true), as: .table) { .null }
            tellRest(of: preview.figures.count)
        }
        section(Words.settled, preview.settledFindings.map { $0.finding.message(naming: workspace.placeName)(language) })
        if !preview.newFindings.isEmpty {
            terminal.print(Words.doubts(preview.newFindings.count)(language))
            for entry in terminal.isVerbose ? preview.newFindings[...] : preview.newFindings.prefix(Self.limit) {
                for line in FindingsPrinter(findings: [entry], workspace: workspace, language: language).lines.prefix(2) {
                    terminal.print("  " + line)
                }
            }
            terminal.print("")
        }
        terminal.print((isQuiet ? Words.noEffect : Words.nothingRecorded)(language))
        return preview.newFindings.isEmpty ? status : max(status, .dataNeedsAttention)
    }

    private var isQuiet: Bool {
        preview.figures.isEmpty && preview.revisions.isEmpty && preview.goals.isEmpty && preview.newFindings.isEmpty
    }

    private func section(_ title: BilingualText, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        terminal.print(title(language))
        for line in terminal.isVerbose ? lines[...] : lines.prefix(Self.limit) { terminal.print("  " + line) }
        tellRest(of: lines.count)
    }

    /// How many lines were left out, and the blank line below a list.
    private func tellRest(of count: Int) {
        let rest = count - Self.limit
        if !terminal.isVerbose, rest > 0 { terminal.print("  " + Words.more(rest)(language)) }
        terminal.print("")
    }

    private func text(of revised: LoadPreview.Revised) -> String {
        let revision = revised.revision
        func side(_ side: Revision.Side?) -> String {
            guard let side else { return "–" }
            guard side.value.number != nil else { return side.value.status.name(language) }
            return written(side.value.number) + bracketed(side.value.status.name(language))
        }
        let cell = revised.position.map { " [\(DiagnosticRenderer.printable($0.description))]" } ?? ""
        let market = revision.series.segment.market.map { " " + workspace.marketName($0)(language) } ?? ""
        return "\(workspace.placeName(revision.series.place)(language))\(market) \(revision.period.label(language)): "
            + "\(side(revision.old)) → \(side(revision.new))\(cell)"
    }

    private func goals() {
        for goal in preview.goals {
            terminal.print(goal.target.titles(language))
            for (before, after) in goal.years {
                let value = "\(written(before.figure?.value)) → \(written(after.figure?.value))"
                let change = before.figure?.value.flatMap { after.figure?.value?.subtracting($0) }.map { " (\(signed($0)))" }
                let rates = [
                    (Words.achievement, before.achievement, after.achievement),
                    (Words.progress, before.progress, after.progress),
                ].filter { $0.1.number != nil || $0.2.number != nil }
                    .map { word, old, new in "; \(word(language)) \(percent(old)) → \(percent(new))" }
                terminal.print("  \(after.period.label(language)): \(value)\(change ?? "")" + rates.joined())
            }
            let sides = [(Words.before, goal.before), (Words.after, goal.after)]
            let isSame = goal.before.verdict == goal.after.verdict
            for (word, side) in isSame ? [(Words.unchanged, goal.after)] : sides {
                terminal.print("  \(word(language)): " + (side.verdict.first?(language) ?? ""))
            }
            let outlooks = sides.compactMap { word, side in outlook(side.outlook).map { (word, $0) } }
            for (word, text) in outlooks { terminal.print("  \(Words.outlook(language)), \(word(language)): \(text)") }
            terminal.print("")
        }
    }

    private func outlook(_ outlook: GoalOutlook?) -> String? {
        switch outlook {
        case nil: return nil
        case .refused(let reason): return reason(language)
        case .outlook(let outlook):
            let range = outlook.verdict.end.range(holding: 0.8)
            func count(_ value: Double) -> String { numbers.count(Int(value.rounded())) }
            let text = numbers.range(count(range.lowerBound), count(range.upperBound))
            return Words.end(
                outlook.year.label, median: count(outlook.verdict.end.median), range: text,
                chance: outlook.verdict.chance.text)(language)
        }
    }

    /// One row a figure that would change.
    func table(limited: Bool = false) -> ReportTable {
        let figures = limited && !terminal.isVerbose ? preview.figures.prefix(Self.limit) : preview.figures[...]
        return ReportTable(
            caption: Words.figures(language),
            columns: [
                ReportColumn(Words.figure(language)), ReportColumn(Words.before(language), kind: .count),
                ReportColumn(Words.after(language), kind: .count), ReportColumn(Words.difference(language), kind: .count),
                ReportColumn(Words.reports(language)),
            ],
            rows: figures.map { effect in
                func side(_ figure: Figure?) -> ReportCell {
                    guard let value = figure?.value else { return ReportCell("–") }
                    return ReportCell(written(value), exact: value.description)
                }
                func coverage(_ figure: Figure?) -> String {
                    figure.map { "\($0.coverage.reported)/\($0.coverage.expected)" } ?? "–"
                }
                let difference = effect.difference.map { ReportCell(signed($0), exact: $0.description) }
                return ReportRow(
                    effect.label(language),
                    [
                        side(effect.before), side(effect.after), difference ?? ReportCell("–"),
                        ReportCell("\(coverage(effect.before)) → \(coverage(effect.after))"),
                    ])
            })
    }

    private func bracketed(_ text: String) -> String { language == .japanese ? "（\(text)）" : " (\(text))" }

    private func written(_ number: ExactDecimal?) -> String {
        guard let number else { return "–" }
        return number.whole.map { numbers.count($0) } ?? number.description
    }

    private func signed(_ number: ExactDecimal) -> String {
        number.whole.map { numbers.signedCount($0) } ?? number.description
    }

    private func percent(_ value: IndicatorValue) -> String {
        value.number.flatMap { DecimalText($0.description) }.map { numbers.percent($0) } ?? "–"
    }

    private enum Words {
        static let revisions = BilingualText(ja: "改訂される数値", en: "Counts that would be revised")
        static let indicators = BilingualText(ja: "変わる指標", en: "Indicators that would change")
        static let figures = BilingualText(ja: "変わる数値", en: "Figures that would change")
        static let settled = BilingualText(ja: "解消する指摘", en: "Doubts that would be settled")
        static let figure = BilingualText(ja: "数値", en: "figure")
        static let before = BilingualText(ja: "現在", en: "now")
        static let after = BilingualText(ja: "読み込み後", en: "after loading")
        static let unchanged = BilingualText(ja: "判定は変わりません", en: "verdict, unchanged")
        static let difference = BilingualText(ja: "差", en: "difference")
        static let reports = BilingualText(ja: "報告", en: "reports")
        static let achievement = BilingualText(ja: "達成率", en: "A/T")
        static let progress = BilingualText(ja: "進捗率", en: "(A−B)/(T−B)")
        static let outlook = BilingualText(ja: "見通し", en: "outlook")
        static let nothingRecorded = BilingualText(
            ja: "試し読みです。台帳は変えていません（--dry-run を外すと記録します）。",
            en: "Dry run: the ledger is as it was (leave --dry-run out to record).")
        static let noEffect = BilingualText(
            ja: "試し読みです。読み込んでも数値は変わりません。", en: "Dry run: loading this would change no number.")

        static func doubts(_ count: Int) -> BilingualText {
            BilingualText(ja: "新しい指摘 \(count) 件", en: "New doubts: \(count)")
        }

        static func more(_ count: Int) -> BilingualText {
            BilingualText(ja: "ほか \(count) 件（--verbose で全部）", en: "and \(count) more (--verbose shows all)")
        }

        static func end(
            _ year: BilingualText, median: String, range: String, chance: BilingualText
        ) -> BilingualText {
            BilingualText(
                ja: "\(year.ja)は\(median)（80 %の範囲: \(range)）、目標に届く確率 \(chance.ja)",
                en: "\(year.en) ends at \(median) (80 %: \(range)); chance of the goal \(chance.en)")
        }
    }
}
