import ArgumentParser
import Diagnostics
import Languages
import OfficeTables
import Workspace

/// Grades tables by the government's machine-readability rules.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Can programs read this table? Each of the government's rules, kept or broken, with cell and remedy.",
        discussion: """
            総務省「機械判読可能なデータ作成に関する表記方法」の各項目で表を採点し、直すセルと直し方を示します。

            Example:  dmo lint inbox/入込_2013-04.csv
            Grades: A no rule broken, B up to two, C up to five, D more.
            Exit codes: 0 every rule is kept; 1 some are broken; 3 a file cannot be read.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "CSV or TSV files in any encoding, and folders.")
    var paths: [String]

    func run() throws {
        let (terminal, language) = (options.terminal, options.language)
        var status = ExitStatus.success
        for grade in FileInspections(in: nil).grades(of: paths) {
            guard let findings = grade.findings, let letter = grade.letter else {
                terminal.print(grade.problems)
                status = max(status, .unreadableInput)
                continue
            }
            terminal.print("\(grade.file): \(letter)")
            for rule in ReadabilityRule.allCases {
                guard let finding = findings[rule] else {
                    terminal.print("  ok   \(rule.rawValue): \(rule.title(language))")
                    continue
                }
                let count = BilingualText(ja: "\(finding.count) か所", en: "\(finding.count) places")
                terminal.print("  FAIL \(rule.rawValue): \(rule.title(language)) (\(count(language)))")
                for place in finding.places {
                    terminal.print("         " + Self.text(place, language))
                }
                terminal.print("         → \(rule.remedy(language))")
            }
            if !findings.isEmpty { status = max(status, .dataNeedsAttention) }
        }
        try status.exitIfNeeded()
    }

    private static func text(_ place: ReadabilityCheck.Place, _ language: Language) -> String {
        let position = SourcePosition(file: "", row: place.row, column: place.column)
        let where_ = position.cell ?? BilingualText(ja: "\(place.row) 行目", en: "row \(place.row)")(language)
        let shown = place.text.split(whereSeparator: \.isNewline).joined(separator: "⏎")
        return shown.isEmpty ? where_ : "\(where_): \(shown)"
    }
}
