import Languages
import Reporting
import Workspace

/// Prints what loading files would do: files, revisions, goals, figures, doubts.
struct LoadPreviewPrinter {
    let preview: LoadPreview
    let workspace: Workspace
    let terminal: Terminal

    /// How many lines of a kind are printed before the rest are counted.
    private static let limit = 12

    private var language: Language { terminal.language }
    private var words: LoadPreviewText { LoadPreviewText(preview, of: workspace, in: language) }

    /// Prints the preview.
    ///
    /// - Returns: The status the command should end with.
    func print() -> ExitStatus {
        let status = LoadReportPrinter(terminal: terminal, isPreview: true).print(preview.reports)
        guard !preview.reports.isEmpty else { return status }
        terminal.print("")
        section(words.revisions)
        for goal in words.goals {
            terminal.print(goal.title)
            for line in goal.lines { terminal.print("  " + line) }
            terminal.print("")
        }
        section(words.indicators)
        if !preview.figures.isEmpty {
            terminal.print(table(limited: true), as: .table) { .null }
            tellRest(of: preview.figures.count)
        }
        section(words.settled)
        if !preview.newFindings.isEmpty {
            terminal.print(words.doubtsTitle)
            for entry in terminal.isVerbose ? preview.newFindings[...] : preview.newFindings.prefix(Self.limit) {
                for line in FindingsPrinter(findings: [entry], workspace: workspace, language: language).lines.prefix(2) {
                    terminal.print("  " + line)
                }
            }
            terminal.print("")
        }
        terminal.print((preview.changesNothing ? Words.noEffect : Words.nothingRecorded)(language))
        return preview.newFindings.isEmpty ? status : max(status, .dataNeedsAttention)
    }

    private func section(_ section: LoadPreviewText.Lines) {
        guard !section.lines.isEmpty else { return }
        terminal.print(section.title)
        for line in terminal.isVerbose ? section.lines[...] : section.lines.prefix(Self.limit) {
            terminal.print("  " + line)
        }
        tellRest(of: section.lines.count)
    }

    /// How many lines were left out, and the blank line below a list.
    private func tellRest(of count: Int) {
        let rest = count - Self.limit
        if !terminal.isVerbose, rest > 0 { terminal.print("  " + Words.more(rest)(language)) }
        terminal.print("")
    }

    /// One row a figure that would change.
    func table(limited: Bool = false) -> ReportTable {
        words.figures(first: limited && !terminal.isVerbose ? Self.limit : .max)
    }

    private enum Words {
        static let nothingRecorded = BilingualText(
            ja: "試し読みです。台帳は変えていません（--dry-run を外すと記録します）。",
            en: "Dry run: the ledger is as it was (leave --dry-run out to record).")
        static let noEffect = BilingualText(
            ja: "試し読みです。読み込んでも数値は変わりません。", en: "Dry run: loading this would change no number.")

        static func more(_ count: Int) -> BilingualText {
            BilingualText(ja: "ほか \(count) 件（--verbose で全部）", en: "and \(count) more (--verbose shows all)")
        }
    }
}
