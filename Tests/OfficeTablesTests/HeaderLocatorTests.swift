import Diagnostics
import Languages
import OfficeTables
import Testing

struct HeaderLocatorTests {
    private let locator = HeaderLocator(columns: [
        WantedColumn(name: "place", labels: ["施設名", "施設名称"]), WantedColumn(name: "visitors", labels: ["人数", "来場者数"]),
    ])

    @Test func `the header is found under a title, whatever its spaces`() {
        let location = locator.locate(in: [
            ["倉敷市　施設名の一覧"], [], ["", "施設\n名称", "集計時期", "来 場 者 数"], ["", "a", "b", "1"],
        ])
        #expect(location.rowIndex == 2)
        #expect(location.columnIndices == ["place": 1, "visitors": 3])
        #expect(location.isComplete)
        #expect(location.diagnostics(file: "a.csv").isEmpty)
    }

    @Test func `the preferred label decides when both stand in the row`() {
        let location = locator.locate(in: [["来場者数", "施設名", "人数"]])
        #expect(location.columnIndices == ["place": 1, "visitors": 2])
        #expect(location.isComplete)
    }

    @Test func `a missing column names the nearest labels`() throws {
        let location = locator.locate(in: [["題名"], ["施設名", "月", "人数計"], ["a", "4月", "12"]])
        #expect(location.rowIndex == 1)
        #expect(location.missing.map(\.name) == ["visitors"])
        #expect(location.missing.first?.nearest == ["人数計"])
        let diagnostic = try #require(location.diagnostics(file: "a.csv").first)
        #expect(diagnostic.code == "header.column-missing")
        #expect(diagnostic.position?.row == 2)
        #expect(diagnostic.remedy?.ja.contains("「人数計」") == true)
    }

    @Test func `without any label there is no header`() {
        let location = locator.locate(in: [["a", "b"], ["施設名前"]])
        #expect(location.rowIndex == nil)
        #expect(location.missing.count == 2)
        #expect(location.missing.first?.nearest == ["施設名前"])
        #expect(HeaderLocator(columns: []).locate(in: [["a"]]).rowIndex == nil)
        #expect(locator.locate(in: []).rowIndex == nil)
    }

    @Test func `a label that stands twice is reported with its columns`() throws {
        let location = locator.locate(in: [["施設名", "人数", "人 数"]])
        #expect(location.repeated.map(\.columnIndices) == [[1, 2]])
        #expect(!location.isComplete)
        let diagnostic = try #require(location.diagnostics(file: "a.csv", firstRow: 5).first)
        #expect(diagnostic.code == "header.label-repeated")
        #expect(diagnostic.position?.cell == "B5")
        #expect(diagnostic.message.en.contains("(B, C)"))
    }

    @Test func `a header beyond the sixtieth row is not looked for`() {
        let rows = Array(repeating: ["x"], count: 60) + [["施設名", "人数"]]
        #expect(locator.locate(in: rows).rowIndex == nil)
    }

    @Test func `merged cells are carried right and down`() {
        #expect(carryRight(["", "平成25年", "", " ", "平成26年", ""]) == ["", "平成25年", "平成25年", "平成25年", "平成26年", "平成26年"])
        #expect(
            carryDown([["", "1"], ["4月", "2"], ["　", "3"], [], ["", ""]], columns: [0]) == [
                ["", "1"], ["4月", "2"], ["4月", "3"], [], ["4月", ""],
            ])
    }
}
