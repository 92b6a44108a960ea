public import Languages
public import SpreadsheetWriting

/// Sets a document as a workbook: a summary, a sheet for each section, the figures' passports with their inputs, and
/// the numbers behind the charts.
///
/// Numbers, years and months are numbers and dates there, not texts; what is missing is a word, never zero. Charts are
/// the spreadsheet's own. Warnings of the document stand on every sheet and at the foot of every printed page.
public struct WorkbookRenderer: Sendable {
    /// A renderer.
    public init() {}

    /// The typeface the cells of a language are set in.
    public static func typeface(of language: Language) -> String {
        switch language {
        case .japanese: "Yu Gothic"
        case .english: "Calibri"
        }
    }

    /// The document as a workbook.
    public func render(_ document: ReportDocument) -> Workbook {
        var names = SheetNames()
        let language = document.language
        let summary = names.claim(DocumentWording.summarySheet(language))
        let sections = document.sections.map { ($0, names.claim(HarmlessText.line($0.title))) }
        let passports = WorkbookPassports(
            document, sheet: names.claim(DocumentWording.passports(language)),
            inputsSheet: names.claim(DocumentWording.inputsSheet(language)))
        var charts = WorkbookChartData(document, sheet: names.claim(DocumentWording.chartSheet(language)))

        var sheets = [summarySheet(document, named: summary, sections.map { ($0.0.title, $0.1) }, passports)]
        for (section, name) in sections {
            var builder = WorkbookSheetBuilder(document, name: name, title: section.title, passports: passports)
            builder.add(section.blocks, charts: &charts)
            sheets.append(builder.finished())
        }
        sheets += passports.sheets + charts.sheets
        return Workbook(
            title: HarmlessText.line(document.title), author: HarmlessText.line(document.product),
            secondsSince1970: GenerationTime.seconds(in: document.generatedAt) ?? GenerationTime.none, sheets: sheets)
    }

    private func summarySheet(
        _ document: ReportDocument, named name: SheetName, _ sections: [(String, SheetName)],
        _ passports: WorkbookPassports
    ) -> Worksheet {
        let language = document.language
        var builder = WorkbookSheetBuilder(document, name: name, title: document.title, passports: passports)
        if let subtitle = document.subtitle { builder.add(note: subtitle) }
        builder.add(headline: document.headline)
        builder.add(heading: DocumentWording.contents(language))
        for (title, sheet) in sections { builder.add(link: title, to: sheet) }
        if !document.passports.isEmpty { builder.add(link: passports.sheet.text, to: passports.sheet) }
        for (title, lines) in [
            (DocumentWording.sources, document.sources), (DocumentWording.footnotes, document.footnotes),
        ] where !lines.isEmpty {
            builder.add(heading: title(language))
            for line in lines { builder.add(paragraph: line) }
        }
        builder.add(note: DocumentWording.generated(by: document.product, at: document.generatedAt)(language))
        return builder.finished()
    }
}

/// Reads the moment a document says it was written.
enum GenerationTime {
    /// What a file says that names no time: 1 January 1980, the first day a ZIP archive can name.
    static let none = 315_532_800

    /// Seconds since 1970 of a text such as `2019-04-10T09:30:00Z`; nil for anything else.
    static func seconds(in text: String?) -> Int? {
        guard let text else { return nil }
        let parts = text.prefix(19).split { !$0.isASCII || !$0.isNumber }.map { Int($0) ?? -1 }
        guard parts.count == 6, text.hasSuffix("Z"), (1980..<10_000).contains(parts[0]),
            (1...12).contains(parts[1]), (1...31).contains(parts[2]), parts[3...].allSatisfy({ (0..<61).contains($0) })
        else { return nil }
        // Days from 1970: whole years with their leap days, counted from March, whose months have fixed beginnings.
        let year = parts[1] > 2 ? parts[0] : parts[0] - 1
        let month = (parts[1] + 9) % 12
        let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + parts[2] - 1 - 719_468
        return ((days * 24 + parts[3]) * 60 + parts[4]) * 60 + parts[5]
    }
}
