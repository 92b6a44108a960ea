import Languages
import SpreadsheetWriting

/// The sheets that say where figures come from, and the way there from any figure.
struct WorkbookPassports {
    /// One row a figure.
    let sheet: SheetName
    /// One row an input of a figure.
    private let inputsSheet: SheetName
    private let document: ReportDocument
    private let passports: [FigurePassport]
    private let rowsByID: [String: Int]
    /// Title, warnings, a line of air, the head.
    private let firstRow: Int

    init(_ document: ReportDocument, sheet: SheetName, inputsSheet: SheetName) {
        self.document = document
        self.sheet = sheet
        self.inputsSheet = inputsSheet
        var seen: Set<String> = []
        passports = document.passports.filter { seen.insert($0.id).inserted }
        firstRow = document.banners.count + 3
        rowsByID = Dictionary(
            uniqueKeysWithValues: passports.enumerated().map { ($1.id, $0) })
    }

    /// The row of a figure's passport; nil for a figure without one.
    func target(of figureID: String?) -> CellTarget? {
        figureID.flatMap { rowsByID[$0] }.map { CellTarget(sheet: sheet, row: firstRow + $0, column: 0) }
    }

    /// Both sheets; none where no figure has a passport.
    var sheets: [Worksheet] {
        passports.isEmpty
            ? [] : [filtered(figures, named: sheet)] + (hasInputs ? [filtered(inputs, named: inputsSheet)] : [])
    }

    private var hasInputs: Bool { passports.contains { !$0.inputs.isEmpty } }
    private var language: Language { document.language }

    private func filtered(_ table: ReportTable, named name: SheetName) -> Worksheet {
        var builder = WorkbookSheetBuilder(document, name: name, title: name.text, passports: nil)
        builder.add(table: table)
        var sheet = builder.finished()
        sheet.filter = CellRange(
            rows: firstRow - 1...firstRow - 1 + table.rows.count, columns: 0...table.columns.count - 1)
        return sheet
    }

    private var figures: ReportTable {
        let words = [
            DocumentWording.figure, DocumentWording.value, DocumentWording.unit, DocumentWording.status,
            DocumentWording.coverage, DocumentWording.definition, DocumentWording.formula, DocumentWording.inputCount,
            DocumentWording.id,
        ]
        return ReportTable(
            caption: "",
            columns: words.enumerated().map {
                ReportColumn($1(language), kind: $0 == 1 || $0 == 7 ? .count : .text)
            },
            rows: passports.map { passport in
                ReportRow(
                    passport.label,
                    [
                        ReportCell(passport.value, exact: passport.exact, kind: passport.kind),
                        ReportCell(passport.unit), ReportCell(passport.status), ReportCell(passport.coverage),
                        ReportCell(passport.definition), ReportCell(passport.formula),
                        ReportCell(String(passport.inputCount), exact: String(passport.inputCount)),
                        ReportCell(passport.id),
                    ])
            })
    }

    private var inputs: ReportTable {
        let areFolded = passports.contains { $0.inputs.contains { $0.count > 1 } }
        let words =
            [
                DocumentWording.figure, DocumentWording.place, DocumentWording.period, DocumentWording.value,
                DocumentWording.file, DocumentWording.row, DocumentWording.cell, DocumentWording.hash,
            ] + (areFolded ? [DocumentWording.countsInLine] : [])
        return ReportTable(
            caption: "",
            columns: words.enumerated().map {
                ReportColumn($1(language), kind: $0 == 3 || $0 == 8 ? .count : .text)
            },
            rows: passports.flatMap { passport in
                passport.inputs.map { input in
                    ReportRow(
                        passport.id,
                        [
                            ReportCell(input.place), ReportCell(input.period),
                            ReportCell(input.value, exact: input.exactValue),
                            ReportCell(input.file), ReportCell(input.row), ReportCell(input.cell),
                            ReportCell(input.hash),
                        ] + (areFolded ? [ReportCell(String(input.count), exact: String(input.count))] : []))
                }
            })
    }
}
