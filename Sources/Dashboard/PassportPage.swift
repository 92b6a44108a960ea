import Languages
import Reporting

/// A figure's passport as sections of a page.
enum PassportPage {
    /// What the figure means, how it was computed, and what it was added up from, down to file, row and cell.
    static func sections(of passport: FigurePassport, in language: Language) -> [ReportSection] {
        let facts = [
            (Words.definition, passport.definition), (Words.formula, passport.formula), (Words.unit, passport.unit),
            (Words.status, passport.status), (Words.coverage, passport.coverage), (Words.identity, passport.id),
        ].map { ReportDefinition(term: $0(language), detail: $1) }
        let areFolded = passport.inputs.contains { $0.count > 1 }
        let table = ReportTable(
            caption: passport.label,
            columns: [
                ReportColumn(Words.place(language)), ReportColumn(Words.period(language)),
                ReportColumn(Words.value(language), kind: passport.kind), ReportColumn(Words.file(language)),
                ReportColumn(Words.row(language)), ReportColumn(Words.cell(language)), ReportColumn("SHA-256"),
            ] + (areFolded ? [ReportColumn(Words.counts(language), kind: .count)] : []),
            rows: passport.inputs.map { input in
                ReportRow(
                    input.place,
                    [input.period, input.value, input.file, input.row, input.cell, input.hash].map { ReportCell($0) }
                        + (areFolded ? [ReportCell(String(input.count))] : []))
            })
        let remarks = (passport.steps + passport.notices).map { ReportBlock.paragraph($0) }
        return [
            ReportSection(
                id: "meaning", title: Words.meaning(language), blocks: [.definitionList(facts)] + remarks),
            ReportSection(
                id: "inputs", title: Words.inputs(language),
                blocks: passport.inputs.isEmpty ? [.paragraph(Words.none(language))] : [.table(table)]),
        ]
    }

    private enum Words {
        static let meaning = BilingualText(ja: "この数値の意味", en: "What it means")
        static let inputs = BilingualText(ja: "もとの数値", en: "Inputs")
        static let none = BilingualText(ja: "もとになる数値はありません。", en: "There are no inputs.")
        static let definition = BilingualText(ja: "定義", en: "Definition")
        static let formula = BilingualText(ja: "計算", en: "Formula")
        static let unit = BilingualText(ja: "単位", en: "Unit")
        static let status = BilingualText(ja: "確度", en: "Status")
        static let coverage = BilingualText(ja: "報告の状況", en: "Coverage")
        static let identity = BilingualText(ja: "名前", en: "Identity")
        static let place = BilingualText(ja: "場所", en: "Place")
        static let period = BilingualText(ja: "期間", en: "Period")
        static let value = BilingualText(ja: "値", en: "Value")
        static let file = BilingualText(ja: "ファイル", en: "File")
        static let row = BilingualText(ja: "行", en: "Row")
        static let counts = BilingualText(ja: "件数", en: "Counts")
        static let cell = BilingualText(ja: "セル", en: "Cell")
    }
}
