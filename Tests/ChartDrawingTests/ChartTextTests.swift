import Testing

@testable import ChartDrawing

struct ChartTextTests {
    @Test(arguments: [("abc", 3), ("万人", 4), ("平成25年", 8), ("ｱｲｳ", 3), ("", 0), ("台湾 Taiwan", 11), ("e\u{301}", 1)])
    func `full-width characters count as two halves`(text: String, cells: Int) {
        #expect(ChartText.cells(text) == cells)
    }

    @Test func `what is too long ends with an ellipsis and fits`() {
        let short = ChartText.shortened("観光交流人口の推移", to: 80, size: 12)
        #expect(short == "観光交流人…")
        #expect(ChartText.width(short, size: 12) <= 80)
        #expect(ChartText.shortened("abc", to: 80, size: 12) == "abc")
    }

    @Test func `lines break at spaces, and not before Japanese closing marks`() {
        #expect(ChartText.wrapped("Visitors rose again", to: 80, size: 10, lines: 2) == ["Visitors rose", "again"])
        #expect(ChartText.wrapped("入洞者は増えた。", to: 77, size: 10, lines: 2) == ["入洞者は増え", "た。"])
        #expect(ChartText.wrapped("一二三四五六七八", to: 22, size: 10, lines: 2) == ["一二", "三…"])
    }

    @Test func `controls, direction marks and piles of accents are removed`() {
        #expect(ChartText.cleaned("a\u{0}b\u{1B}[31m\nc\u{202E}d\u{2067}e\u{FEFF}") == "ab[31m cde")
        #expect(ChartText.cleaned("e" + String(repeating: "\u{301}", count: 5000)).unicodeScalars.count == 5)
        #expect(ChartText.cleaned("שלום 台湾") == "שלום 台湾")
    }

    @Test(arguments: [("", "chart"), ("9a", "chart-9a"), ("kpi_1-a", "kpi_1-a"), ("月 <", "chart----")])
    func `ids are plain`(raw: String, id: String) {
        #expect(ChartText.identifier(raw) == id)
    }

    @Test func `a unit stands in the brackets of its script`() {
        #expect(Sample.outline([], unit: "万人").valueLabelWithUnit == "visitors（万人）")
        #expect(Sample.outline([], unit: "").valueLabelWithUnit == "visitors")
    }
}
