import Languages
import SpreadsheetWriting
import Testing
import VisitorModel

@testable import Reporting

struct WorkbookRendererTests {
    private func sheet(_ block: ReportBlock, language: Language = .english, passports: [FigurePassport] = [])
        -> Worksheet
    {
        let book = WorkbookRenderer().render(document(language: language, blocks: [block], passports: passports))
        // The summary comes first.
        return book.sheets[1]
    }

    private func contents(_ sheet: Worksheet, row: Int) -> [CellContent] {
        sheet.cells.filter { $0.row == row }.sorted { $0.column < $1.column }.map(\.content)
    }

    @Test func `figures are numbers, missing ones stay words`() {
        let sheet = sheet(.table(places))
        // Title, an empty row, the caption, the head, then the rows.
        #expect(contents(sheet, row: 4).prefix(2) == [.text("秋芳洞"), .number(48_210)])
        #expect(contents(sheet, row: 5).prefix(3) == [.text("Ofuku"), .text("not reported"), .text("since August")])
        #expect(!sheet.cells.contains { $0.content == .number(0) })
        #expect(sheet.frozenRows == 4)
        #expect(sheet.print.repeatedRows == 3...3)
    }

    @Test func `a figure leads to the row of its passport`() throws {
        let book = WorkbookRenderer().render(
            document(blocks: [.table(places)], passports: [passport("other@1"), passport("x@1:cave:2013:*")]))
        let links = book.sheets[1].cells.compactMap { cell -> CellTarget? in
            if case .linkedNumber(_, let target) = cell.content { target } else { nil }
        }
        let target = try #require(links.first)
        let passports = try #require(book.sheets.first { $0.name == target.sheet })
        #expect(passports.cells.contains { $0.row == target.row && $0.content == .text("x@1:cave:2013:*") })
        #expect(links.count == 1)
    }

    @Test(
        arguments: [
            (FigureKind.count, "1,360,000", "1360000", 1_360_000, "#,##0"),
            (.count, "*275,172", "275172", 275_172, "\"*\"#,##0"),
            (.count, "−641,894", "-641894", -641_894, "\"+\"#,##0;\"−\"#,##0;\"±\"#,##0"),
            (.count, "147.8万", "1478106", 1_478_106, "0\\.0,\"万\""),
            (.count, "1,478\u{A0}thousand", "1478106", 1_478_106, "#,##0,\" thousand\""),
            (.percent, "14.2 %", "14.2", 0.142, "#,##0.0 %"),
            (.percent, "+30.05 %", "30.05", 0.3005, "\"+\"#,##0.00 %;\"−\"#,##0.00 %;\"±\"#,##0.00 %"),
            (.decimal, "0.1886", "0.1886", 0.1886, "#,##0.0000"),
        ] as [(FigureKind, String, String, Double, String)])
    func `a number keeps its value and the way it is written`(
        _ kind: FigureKind, _ text: String, _ exact: String, _ value: Double, _ format: String
    ) throws {
        let written = try #require(WorkbookNumber.written(exact: exact, text: text, kind: kind, .japanese))
        #expect(written.value == value)
        #expect(written.format == format)
    }

    @Test func `more digits than a spreadsheet keeps stay text`() {
        #expect(WorkbookNumber.written(exact: "1234567890123456", text: "…", kind: .count, .english) == nil)
        #expect(WorkbookNumber.written(exact: "0.00000000000000001", text: "…", kind: .decimal, .english) != nil)
    }

    @Test func `years are numbers, months are dates, and the era stands beside them in Japanese`() {
        let table = ReportTable(
            caption: "t", columns: [ReportColumn("月", kind: .period), ReportColumn("値", kind: .count)],
            rows: [ReportRow("平成30年4月", [ReportCell("5", exact: "5")], period: .month(Month(id: "2018-04")!))])
        let japanese = sheet(.table(table), language: .japanese)
        #expect(
            contents(japanese, row: 4)
                == [.date(CellDate(year: 2018, month: 4, day: 1)), .text("平成30年4月"), .number(5)])
        #expect(japanese.cells.contains { $0.style.numberFormat == "yyyy\"年\"m\"月\"" })
        #expect(contents(sheet(.table(table)), row: 4).count == 2)
        #expect(WorkbookNumber.written(.fiscalYear(FiscalYear(2018)), .japanese)?.format == "0\"年度\"")
    }

    @Test func `a chart reads numbers of its own, empty where one is missing`() throws {
        let plot = ReportPlot(
            form: .bars, categoryLabel: "year", categories: ["a", "b", "c"], valueLabel: "persons", scale: .plain,
            series: [
                ReportPlot.Series(
                    label: "A",
                    values: [
                        ReportPlot.Value(number: 3, isPartial: false), ReportPlot.Value(number: nil, isPartial: false),
                        ReportPlot.Value(number: 5, isPartial: true),
                    ], role: .main)
            ])
        let chart = ReportChart(title: "Rose", svg: "<svg/>", description: "d", table: places, plot: plot)
        let book = WorkbookRenderer().render(document(blocks: [.chart(chart)]))
        let native = try #require(book.sheets[1].charts.first?.chart)
        let series = try #require(native.series.first)
        #expect(series.partial == [2])
        let data = try #require(book.sheets.first { $0.name == series.values.sheet })
        let rows = series.values.range.rows
        let numbers = rows.map { row in
            data.cells.first { $0.row == row && $0.column == series.values.range.columns.lowerBound }?.content
        }
        #expect(numbers == [.number(3), nil, .number(5)])
    }

    @Test(arguments: [(0.033, "#,##0.0##"), (33, "#,##0")]) func `a chart of ratios keeps their decimals on its axis`(
        _ number: Double, _ format: String
    ) throws {
        let plot = ReportPlot(
            form: .lines, categoryLabel: "year", categories: ["a"], valueLabel: "ratio", scale: .plain,
            series: [.init(label: "A", values: [.init(number: number, isPartial: false)], role: .main)])
        let chart = ReportChart(title: "Rose", svg: "<svg/>", description: "d", table: places, plot: plot)
        let book = WorkbookRenderer().render(document(blocks: [.chart(chart)]))
        let native = try #require(book.sheets[1].charts.first?.chart)
        #expect(native.numberFormat == format)
        let data = try #require(book.sheets.first { $0.name == native.series.first?.values.sheet })
        #expect(data.cells.first { $0.content == .number(number) }?.style.numberFormat == format)
    }

    @Test func `in a chart of lines what is not yet whole is a dashed series from one whole value to the next`() throws {
        func values(_ numbers: [Double?], partial: Set<Int>) -> [ReportPlot.Value] {
            numbers.enumerated().map { .init(number: $1, isPartial: partial.contains($0)) }
        }
        let plot = ReportPlot(
            form: .lines, categoryLabel: "month", categories: ["7", "8", "9", "10", "11"], valueLabel: "persons",
            scale: .plain, series: [.init(label: "A", values: values([1, 2, 3, 4, nil], partial: [2]), role: .main)])
        let chart = ReportChart(title: "Rose", svg: "<svg/>", description: "d", table: places, plot: plot)
        let book = WorkbookRenderer().render(document(blocks: [.chart(chart)]))
        let native = try #require(book.sheets[1].charts.first?.chart)
        #expect(native.series.map(\.name) == ["A", "A (partial)"])
        #expect(native.series.map(\.look) == [.strong, .dashed])
        #expect(native.series.map(\.partial) == [[], [2]])
        #expect(Set(native.series.map(\.colour)).count == 1)
        let data = try #require(book.sheets.first { $0.name == native.series.first?.values.sheet })
        let columns = native.series.map { series in
            series.values.range.rows.map { row in
                data.cells.first { $0.row == row && $0.column == series.values.range.columns.lowerBound }?.content
            }
        }
        #expect(columns[0] == [.number(1), .number(2), nil, .number(4), nil])
        #expect(columns[1] == [nil, .number(2), .number(3), .number(4), nil])
    }

    @Test func `a remark of two lines has the room for both, other rows have their usual height`() {
        let table = ReportTable(
            caption: "t", columns: [ReportColumn("Place"), ReportColumn("Visitors", kind: .count)],
            rows: [
                ReportRow("Cave", [ReportCell("1", exact: "1", note: "brief")]),
                ReportRow("Mito", [ReportCell("2", exact: "2", note: String(repeating: "未報告", count: 20))]),
            ])
        let sheet = sheet(.table(table))
        // Title, an empty row, the caption, the head, then the rows; 120 cells need three lines of 46.
        #expect(sheet.rowHeights[4] == nil)
        #expect((sheet.rowHeights[5] ?? 0) >= 45)
    }

    @Test func `warnings stand on every sheet and at the foot of every page`() {
        let banner = ReportBanner(kind: .illustrative, text: "Invented.")
        let book = WorkbookRenderer().render(
            document(banners: [banner], blocks: [.table(places)], passports: [passport("x@1:cave:2013:*")]))
        for sheet in book.sheets {
            #expect(sheet.spans.contains { $0.text.hasSuffix("Invented.") }, "\(sheet.name.text)")
            #expect(sheet.print.footer == "Illustrative data")
        }
    }

    @Test func `a remark that all rows share is said once, in the head`() {
        let table = ReportTable(
            caption: "t", columns: [ReportColumn("p"), ReportColumn("v", kind: .count)],
            rows: (0..<4).map { ReportRow("\($0)", [ReportCell("\($0)", exact: "\($0)", note: "so far")]) })
        #expect(table.sharedNotes == ["so far"])
        let sheet = sheet(.table(table))
        #expect(sheet.cells.filter { $0.content == .text("v\nso far") }.count == 1)
        #expect(contents(sheet, row: 5).count == 2)
    }

    @Test(arguments: hostileNames) func `no name breaks a workbook`(_ name: String) throws {
        let book = WorkbookRenderer().render(hostileDocument(name))
        #expect(Set(book.sheets.map { $0.name.text.lowercased() }).count == book.sheets.count)
        for sheet in book.sheets {
            #expect(sheet.name.text.utf16.count <= 31)
            #expect(!sheet.name.text.contains { "[]:*?/\\'".contains($0) })
            for cell in sheet.cells {
                guard case .text(let text) = cell.content else { continue }
                #expect(text.count <= HarmlessText.Length.prose.rawValue)
                #expect(!text.unicodeScalars.contains { $0 != "\n" && HarmlessText.isInvisibleControl($0) })
            }
        }
    }

    @Test(
        arguments: [
            ("2019-04-10T09:30:00Z", 1_554_888_600), ("2000-02-29T00:00:00Z", 951_782_400), ("yesterday", nil),
            ("2019-13-01T00:00:00Z", nil),
        ])
    func `the time of writing is read from the document`(_ text: String, _ seconds: Int?) {
        #expect(GenerationTime.seconds(in: text) == seconds)
    }
}
