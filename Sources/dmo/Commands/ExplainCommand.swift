import ArgumentParser
import Languages
import Reporting
import VisitorLedger
import VisitorModel
import Workspace

/// Prints a figure's passport.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Where a figure comes from: formula, inputs, file, row, cell, hash, revisions.",
        discussion: """
            数値の出所を、計算の言葉から元のファイルのセルまでたどります。

            Example:  dmo explain exchange-population@1:mine-city:2013:*
                      dmo explain phone-visitors@1:mine-city:2023-04:*
            Exit codes: 0; 2 there is no such figure.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var formatOption: FormatOption
    @OptionGroup var asOfOption: AsOfOption

    @Argument(help: "The figure's name: definition@version:place:period:segment.")
    var figure: String

    func run() async throws {
        let workspace = try options.openWorkspace()
        let language = options.language
        let (passport, revisions) = try await options.reporting {
            let identity = try FigureIdentity(figure)
            let view = try workspace.view(of: [workspace.metric(named: identity.definition)], asOf: asOfOption.asOf)
            let figure = try workspace.figure(identity, in: view)
            return (
                workspace.passport(of: figure, in: view, language: language),
                try workspace.revisions(of: figure, in: view)
            )
        }
        if formatOption.format == .table {
            let facts = [
                (Words.value, "\(passport.value) \(passport.unit)（\(passport.status)）"), (Words.formula, passport.formula),
                (Words.definition, passport.definition), (Words.coverage, passport.coverage),
            ]
            options.terminal.print(passport.label)
            for (word, text) in facts { options.terminal.print("  \(word(language)): \(text)") }
            for step in passport.steps { options.terminal.print("  → \(step)") }
            for notice in passport.notices { options.terminal.print("  * \(notice)") }
            options.terminal.print("")
        }
        options.terminal.print(Self.table(of: passport, language), as: formatOption.format) { Self.json(passport) }
        guard formatOption.format == .table else { return }
        for history in revisions {
            guard let first = history.first else { continue }
            let steps = history.map { entry in
                let value = entry.observation.value
                let number = value.number?.description ?? value.status.name(language)
                return "\(number) (\(value.status.name(language)), \(entry.fileName), \(entry.recordedAt))"
            }
            let place = workspace.placeName(first.observation.series.place)(language)
            options.terminal.print(
                "\(Words.revised(language)): \(place) \(first.observation.period.label(language)): "
                    + steps.joined(separator: " → "))
        }
    }

    private static func table(of passport: FigurePassport, _ language: Language) -> ReportTable {
        ReportTable(
            caption: Words.inputs(language),
            columns: [
                ReportColumn(Words.place(language)), ReportColumn(Words.period(language)),
                ReportColumn(Words.value(language), kind: .count), ReportColumn(Words.file(language)),
                ReportColumn(Words.row(language)), ReportColumn(Words.cell(language)), ReportColumn("SHA-256"),
            ],
            rows: passport.inputs.map { input in
                ReportRow(
                    input.place,
                    [
                        ReportCell(input.period), ReportCell(input.value), ReportCell(input.file),
                        ReportCell(input.row), ReportCell(input.cell), ReportCell(input.hash),
                    ])
            })
    }

    private static func json(_ passport: FigurePassport) -> JSONValue {
        [
            "schema": "dmo.passport/1", "id": .string(passport.id), "label": .string(passport.label),
            "definition": .string(passport.definition), "formula": .string(passport.formula),
            "unit": .string(passport.unit), "value": .optional(passport.exact), "status": .string(passport.status),
            "coverage": .string(passport.coverage), "steps": .array(passport.steps.map { .string($0) }),
            "notices": .array(passport.notices.map { .string($0) }),
            "inputs": .array(
                passport.inputs.map { input in
                    [
                        "place": .string(input.place), "period": .string(input.period), "value": .string(input.value),
                        "file": .string(input.file), "row": .string(input.row), "cell": .string(input.cell),
                        "sha256": .string(input.hash),
                    ]
                }),
        ]
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
        static let revised = BilingualText(ja: "改訂", en: "revised")
    }
}
