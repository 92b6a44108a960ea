import Foundation
import Testing

@testable import SpreadsheetWriting

/// What the writer puts into the file, read with the ZIP and XML readers of Python's standard library.
///
/// They share no code with the writer. Where there is no Python the tests are skipped, and the run says so.
@Suite(.enabled(if: WrittenWorkbook.pythonIsThere, "python3 reads the workbook back"))
struct WorkbookWriterTests {
    private func sheet(_ name: String = "Data", _ fill: (inout Worksheet) -> Void) -> Worksheet {
        var names = SheetNames()
        var sheet = Worksheet(name: names.claim(name))
        fill(&sheet)
        return sheet
    }

    @Test func `texts, numbers and dates come back as they were given`() throws {
        let data = sheet { sheet in
            sheet.set(.text("秋芳洞"), row: 0, column: 0)
            sheet.set(.number(1_478_106), row: 0, column: 1, style: CellStyle().with(\.numberFormat, "#,##0"))
            sheet.set(.number(0.142), row: 1, column: 1)
            sheet.set(.date(CellDate(year: 2018, month: 4, day: 1)), row: 1, column: 0)
            sheet.set(.number(.nan), row: 2, column: 1)
        }
        let written = try WrittenWorkbook(Workbook(title: "T", author: "A", sheets: [data]))
        #expect(written.sheets == ["Data"])
        #expect(written.cells["Data"]?["A1"] == "s:秋芳洞")
        #expect(written.cells["Data"]?["B1"] == "n:1478106")
        #expect(written.cells["Data"]?["B2"] == "n:0.142")
        // 1 April 2018 is day 43,191 counted from the last day of 1899, as spreadsheets count.
        #expect(written.cells["Data"]?["A2"] == "n:43191")
        #expect(written.cells["Data"]?["B3"] == "")
    }

    @Test(
        arguments: [
            "=HYPERLINK(\"http://evil\",\"x\")", "+1+1", "-1", "@SUM(A1)", "\t=1", "<script>alert(1)</script>",
            "{=1}", "_x003D_1", "http://example.org", "internal:'Data'!A1", "a\u{0}b", "]]>", "\u{202E}gnp.exe",
        ])
    func `no text becomes a formula, a link or markup`(_ text: String) throws {
        let data = sheet(text) { sheet in
            sheet.set(.text(text), row: 0, column: 0)
            sheet.span(text, row: 1, columns: 3)
            sheet.print.header = text
            sheet.print.footer = text
        }
        let written = try WrittenWorkbook(Workbook(title: text, author: text, sheets: [data]))
        let name = try #require(written.sheets.first)
        let expected = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" && $0 != "\u{202E}" }))
        #expect(written.cells[name]?["A1"] == "s:" + expected)
        #expect(written.cells[name]?["A2"] == "s:" + expected)
        #expect(written.formulas == 0)
        #expect(written.links.isEmpty)
        // Whoever edits the cell still gets text: its format says so.
        #expect(written.textFormats.contains("A1"))
    }

    @Test func `a number can lead to the cell that explains it`() throws {
        var names = SheetNames()
        let target = names.claim("It's here")
        var first = Worksheet(name: names.claim("First"))
        first.set(.linkedNumber(5, to: CellTarget(sheet: target, row: 6, column: 1)), row: 0, column: 0)
        let written = try WrittenWorkbook(
            Workbook(title: "T", author: "A", sheets: [first, Worksheet(name: target)]))
        #expect(written.cells["First"]?["A1"] == "n:5")
        #expect(written.links == ["'It’s here'!B7"])
    }

    @Test func `a chart reads its cells and leaves gaps open`() throws {
        var data = sheet { sheet in
            for (row, value) in [3.0, nil, 5.0].enumerated() {
                sheet.set(.text("c\(row)"), row: row, column: 0)
                if let value { sheet.set(.number(value), row: row, column: 1) }
            }
        }
        func column(_ index: Int) -> SheetRange {
            SheetRange(sheet: data.name, range: CellRange(rows: 0...2, columns: index...index))
        }
        let series = SheetChart.Series(name: "Visitors", values: column(1), colour: 0x0B6E99, partial: [2])
        let chart = SheetChart(
            form: .bars, title: "Visitors rose", description: "A rise.", valueTitle: "persons", numberFormat: "#,##0",
            categories: column(0), series: [series])
        data.charts = [PlacedChart(chart, row: 5)]
        let written = try WrittenWorkbook(Workbook(title: "T", author: "A", sheets: [data]))
        #expect(written.charts.count == 1)
        let xml = try #require(written.charts.first)
        #expect(xml.contains("Visitors rose"))
        #expect(xml.contains("Data!$B$1:$B$3"))
        // A gap is what a chart does with empty cells unless told otherwise.
        #expect(!xml.contains("dispBlanksAs"))
        #expect(xml.contains("<a:pattFill prst=\"wdUpDiag\">"))
        #expect(!xml.contains("<c:v>0</c:v>"))
    }

    @Test func `equal workbooks give equal files`() throws {
        let book = Workbook(title: "T", author: "A", sheets: [sheet { $0.set(.text("x"), row: 0, column: 0) }])
        #expect(try WrittenWorkbook(book).bytes == WrittenWorkbook(book).bytes)
    }
}

struct WorkbookWriterErrorTests {
    @Test func `a workbook without sheets is refused`() {
        #expect(throws: WorkbookError.noSheet) {
            try WorkbookWriter().write(Workbook(title: "T", author: "A"), to: "/nowhere/x.xlsx")
        }
    }

    @Test func `a cell beyond the last row is refused before anything is written`() throws {
        var names = SheetNames()
        var sheet = Worksheet(name: names.claim("Data"))
        sheet.set(.number(1), row: 1_048_576, column: 0)
        #expect(throws: WorkbookError.outsideSheet("Data", row: 1_048_576, column: 0)) {
            try WorkbookWriter().write(Workbook(title: "T", author: "A", sheets: [sheet]), to: "/nowhere/x.xlsx")
        }
    }

    @Test func `a folder that is not there is said`() throws {
        var names = SheetNames()
        let book = Workbook(title: "T", author: "A", sheets: [Worksheet(name: names.claim("Data"))])
        #expect {
            try WorkbookWriter().write(book, to: "/nowhere/x.xlsx")
        } throws: { error in
            guard case .cannotWrite(path: "/nowhere/x.xlsx", let detail)? = error as? WorkbookError else {
                return false
            }
            return !detail.isEmpty
        }
    }
}
