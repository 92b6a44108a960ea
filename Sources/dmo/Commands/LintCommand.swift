import ArgumentParser
import Diagnostics
import Languages
import OfficeTables
import Reporting
import Workspace

/// Grades tables by the government's machine-readability rules.
struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Can programs read this table? Each of the government's rules, kept or broken, with cell and remedy.",
        discussion: """
            総務省「機械判読可能なデータ作成に関する表記方法」の各項目で表を採点し、直すセルと直し方を示します。

            --fix は直した表を NAME.mended.csv に書きます。注記は NAME.notes.txt、合計は NAME.totals.csv に分け、元のファイルは変えません。

            Example:  dmo lint inbox/入込_2013-04.csv
                      dmo lint --fix --out mended/ inbox/入込_2013-04.csv
            Grades: A no rule broken, B up to two, C up to five, D more.
            --fix does what needs no knowledge the table lacks; what is left is said. A mark that stood for a number goes to a
            column of remarks, never to zero.
            Exit codes: 0 every rule is kept (with --fix: by the mended table); 1 some are broken; 2 a mended table cannot
            be written; 3 a file cannot be read.
            """)

    @OptionGroup var options: GlobalOptions

    @OptionGroup var formatOption: LintFormatOption

    @Flag(help: "Write the mended table beside each file.")
    var fix = false

    @Option(help: "The folder for mended tables.")
    var out: String?

    @Argument(help: "CSV or TSV files in any encoding, and folders.")
    var paths: [String]

    func validate() throws {
        if out != nil, !fix { throw ValidationError("--out says where --fix writes.") }
    }

    func run() async throws {
        let inspections = FileInspections(in: nil)
        var status = ExitStatus.success
        var files: [JSONValue] = []
        for grade in inspections.grades(of: paths) {
            var mended: MendedFile?
            if fix, grade.findings?.isEmpty == false {
                mended = try await options.reporting { try inspections.mend(grade, in: out) }
            }
            switch formatOption.format {
            case .json: files.append(grade.json(mended: mended))
            case .table: print(grade, mended)
            }
            guard let findings = grade.findings else {
                if formatOption.format == .json { options.terminal.print(grade.problems) }
                status = max(status, .unreadableInput)
                continue
            }
            if !(mended?.grade.findings ?? findings).isEmpty { status = max(status, .dataNeedsAttention) }
        }
        if formatOption.format == .json {
            let document: JSONValue = ["schema": .string(FileGrade.schema), "files": .array(files)]
            options.terminal.print(document.text(pretty: true))
        }
        try status.exitIfNeeded()
    }

    private func print(_ grade: FileGrade, _ mended: MendedFile?) {
        let (terminal, language) = (options.terminal, options.language)
        guard let findings = grade.findings, let letter = grade.letter else { return terminal.print(grade.problems) }
        terminal.print("\(grade.file): \(letter)")
        for rule in ReadabilityRule.allCases {
            guard let finding = findings[rule] else {
                terminal.print("  ok   \(rule.rawValue): \(rule.title(language))")
                continue
            }
            let isMended = mended?.grade.findings.map { $0[rule] == nil } ?? false
            let count = BilingualText(ja: "\(finding.count) か所", en: "\(finding.count) places")
            terminal.print(
                "  \(isMended ? "FIXED" : "FAIL") \(rule.rawValue): \(rule.title(language)) (\(count(language)))")
            for place in finding.places {
                terminal.print("         " + Self.text(place, language))
            }
            if !isMended { terminal.print("         → \(rule.remedy(language))") }
        }
        guard let mended, let left = mended.grade.letter else { return }
        let files = [mended.table, mended.notes, mended.totals].compactMap(\.self).joined(separator: ", ")
        terminal.print(
            BilingualText(ja: "直した表: \(letter) → \(left)  \(files)", en: "Mended: \(letter) → \(left)  \(files)")(
                language))
    }

    private static func text(_ place: ReadabilityCheck.Place, _ language: Language) -> String {
        let position = SourcePosition(file: "", row: place.row, column: place.column)
        let where_ = position.cell ?? BilingualText(ja: "\(place.row) 行目", en: "row \(place.row)")(language)
        let shown = place.text.split(whereSeparator: \.isNewline).joined(separator: "⏎")
        return shown.isEmpty ? where_ : "\(where_): \(shown)"
    }
}

/// How the grades are printed.
struct LintFormatOption: ParsableArguments {
    /// As lines for people, or as JSON.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
    }

    @Option(help: "table or json.")
    var format = Format.table
}
