import Testing

@testable import Reporting

struct TextTableRendererTests {
    @Test func `full-width names and right-aligned numbers line up without trailing spaces`() {
        #expect(
            TextTableRenderer().render(places) == """
                By place
                Place       Visitors
                ------  ------------
                秋芳洞        48,210
                Ofuku   not reported  (since August)
                ------  ------------
                Total         48,210

                """)
    }

    @Test func `a text too wide ends in an ellipsis`() {
        let table = ReportTable(
            caption: "", columns: [ReportColumn("Name"), ReportColumn("n", kind: .count)],
            rows: [ReportRow("秋吉台科学博物館", [ReportCell("1")]), ReportRow("x", [ReportCell("")])])
        #expect(
            TextTableRenderer(maximumColumnWidth: 8).render(table) == """
                Name     n
                -------  -
                秋吉台…  1
                x

                """)
    }
}
