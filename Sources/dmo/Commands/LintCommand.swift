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

            --fix は直した表を書きます。表に置けない注記は .notes.txt、合計は .totals.csv に分け、元のファイルは変えません。

            Example:  dmo lint inbox/入込_2013-04.csv
                      dmo lint inbox/入込_2013-04.csv --fix 入込_2013-04.csv
                      dmo lint inbox/ --fix mended/
            Grades: A no rule broken, B up to two, C up to five, D more.
            --fix does what needs no knowledge the table lacks; what is left is said. A mark that stood for a number goes to a
            column of remarks, never to zero; an empty count stays empty. A label is repeated where cells were merged, and
            each one so filled is told. Every row read is a row, a head, a total, a note or blank, and counted.
            Exit codes: 0 every rule is kept (with --fix: by the mended table); 1 some are broken; 2 a mended table cannot
            be written; 3 a file cannot be read.
            """)

    @OptionGroup var options: GlobalOptions

    @OptionGroup var formatOption: LintFormatOption

    @Option(help: "A file for the mended table, or a folder for those of several files (NAME.mended.csv).")
    var fix: String?

    @Argument(help: "CSV or TSV files in any encoding, and folders.")
    var paths: [String]

    func validate() throws {
        guard let fix, !FileInspections.isFolder(fix) else { return }
        if paths.count > 1 || paths.contains(where: FileInspections.isFolder) {
            throw ValidationError("--fix takes a folder where there are several files; “\(fix)” is none.")
        }
    }

    func run() async throws {
        let inspections = FileInspections(in: nil)
        var status = ExitStatus.success
        var files: [JSONValue] = []
        for grade in inspections.grades(of: paths) {
            var mended: MendedFile?
            if let fix {
                mended = try await options.reporting { try inspections.mend(grade, to: fix) }
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
        let account = mended.account
        terminal.print(
            BilingualText(
                ja:
                    "行: 読込 \(account.read) = 表 \(account.written) + 見出し \(account.heads) + 合計 \(account.totals) + 注記 \(account.notes) + 空行 \(account.blank)",
                en:
                    "Rows: \(account.read) read = \(account.written) in the table + \(account.heads) heads + \(account.totals) totals + \(account.notes) notes + \(account.blank) blank"
            )(language))
        let filled = account.filledLabels
        if !filled.isEmpty {
            let cells = filled.prefix(8).map { Self.text($0, language) }.joined(separator: ", ")
            let more = filled.count > 8 ? " …" : ""
            terminal.print(
                BilingualText(
                    ja: "上の行から補った見出し \(filled.count) セル（結合セルとみなしました。確かめてください）: \(cells)\(more)",
                    en:
                        "Labels repeated from the row above, \(filled.count) cells, taken for merged ones (please check): \(cells)\(more)"
                )(language))
        }
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
