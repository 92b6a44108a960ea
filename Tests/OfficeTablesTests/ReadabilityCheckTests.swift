import OfficeTables
import Testing

/// Tables held against the rules for tables that programs read.
struct ReadabilityCheckTests {
    private func broken(_ rows: [[String]], isUTF8: Bool = true) -> [ReadabilityRule: ReadabilityCheck.Finding] {
        let guess = SheetInspector(rows: rows, fileName: "counts.csv").guess()
        var check = ReadabilityCheck(head: rows, guess: guess, isUTF8: isUTF8)
        for (index, row) in rows.enumerated() { check.take(row, row: index + 1) }
        return check.findings
    }

    private static let good = [
        ["地域コード", "観光地", "年月", "入込客数（人）"],
        ["352136", "秋芳洞", "2013-04", "48210"],
        ["352136", "秋吉台", "2013-04", "0"],
        ["352136", "大正洞", "2013-04", ""],
        ["352136", "景清洞", "2013-05", "1200"],
    ]

    @Test func `a table as the government asks for it breaks no rule`() {
        #expect(broken(Self.good).isEmpty)
    }

    @Test(arguments: [
        ("48,210", ReadabilityRule.plainNumbers), ("48210人", .plainNumbers), ("４８２１０", .plainNumbers),
        (" 48210", .spacing), ("48210\n(速報)", .oneDatum), ("=A1+1", .formulas),
    ])
    func `a number in a clerk's form is named with its cell`(cell: String, rule: ReadabilityRule) throws {
        var rows = Self.good
        rows[4][3] = cell
        let place = try #require(broken(rows)[rule]?.places.first)
        #expect(place.row == 5)
        #expect(place.column == 4)
        #expect(place.text == cell)
    }

    @Test(arguments: [
        ("合計", ReadabilityRule.totals), ("景 清 洞", .spacing), ("景清洞①", .characters), ("ｶｹﾞｷﾖ洞", .characters),
        ("", .completeLabels),
    ])
    func `a label in a clerk's form is named with its cell`(cell: String, rule: ReadabilityRule) throws {
        var rows = Self.good
        rows[4][1] = cell
        let place = try #require(broken(rows)[rule]?.places.first)
        #expect(place.row == 5)
        #expect(place.column == 2)
    }

    @Test(arguments: ["資料：観光課", "注：速報値を含む。", "※推計"], [1, 4])
    func `a note under the table is told once as a row too many, not as a total`(text: String, width: Int) throws {
        for column in 0..<min(width, 2) {
            var note = Array(repeating: "", count: width)
            note[column] = text
            let found = broken(Self.good + [note])
            #expect(Set(found.keys) == [.evenRows])
            let place = try #require(found[.evenRows]?.places.first)
            #expect(found[.evenRows]?.count == 1)
            #expect(place.row == 6 && place.column == column + 1 && place.text == text)
        }
    }

    @Test func `an era needs a year of the common era beside it`() {
        var rows = Self.good
        for index in 1...4 { rows[index][2] = "平成25年4月" }
        #expect(broken(rows)[.westernYears]?.count == 4)
        for index in 1...4 { rows[index][2] = "平成25年（2013年）4月" }
        #expect(broken(rows)[.westernYears] == nil)
    }

    @Test func `titles above, blank rows, ragged rows, other encodings and missing units are told`() {
        let titled = [["観光客数調べ"], []] + Self.good
        #expect(broken(titled)[.oneHeader] != nil)
        #expect(broken(titled)[.evenRows] != nil)
        #expect(broken(Self.good, isUTF8: false)[.encoding] != nil)
        var bare = Self.good
        bare[0] = ["番号", "観光地", "年月", "値"]
        #expect(broken(bare)[.units] != nil)
        #expect(broken(bare)[.areaCodes] != nil)
    }

    @Test func `a table without numbers is graded too`() {
        let rows = [["名称", "住所"], ["秋芳洞", "秋芳町"], ["秋吉台", "秋芳 町①"]]
        #expect(broken(rows)[.characters]?.places.first?.row == 3)
        #expect(broken(rows)[.units] == nil)
    }
}
