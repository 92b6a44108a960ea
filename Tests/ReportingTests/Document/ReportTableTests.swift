import Testing

@testable import Reporting

struct ReportTableTests {
    @Test func `short rows are filled with missing cells and long ones cut`() {
        let table = ReportTable(
            caption: "", columns: [ReportColumn("a"), ReportColumn("b"), ReportColumn("c")],
            rows: [ReportRow("1", []), ReportRow("2", [ReportCell("x"), ReportCell("y"), ReportCell("z")])])
        #expect(table.rows.map { $0.cells.map(\.text) } == [["", ""], ["x", "y"]])
        #expect(table.rows[0].cells.allSatisfy { $0.emphasis == .missing })
    }

    @Test func `a table without columns stays empty in every format`() {
        let table = ReportTable(caption: "", columns: [], rows: [ReportRow("1", [ReportCell("x")])])
        #expect(table.rows[0].cells.isEmpty)
        #expect(TextTableRenderer().render(table) == "\n\n\n")
    }
}
