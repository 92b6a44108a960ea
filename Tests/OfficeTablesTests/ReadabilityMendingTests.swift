import OfficeTables
import Testing

/// Tables written anew as the rules ask for.
struct ReadabilityMendingTests {
    private func check(_ rows: [[String]]) -> ReadabilityCheck {
        let guess = SheetInspector(rows: rows, fileName: "counts.csv").guess()
        var check = ReadabilityCheck(head: rows, guess: guess, isUTF8: true)
        for (index, row) in rows.enumerated() { check.take(row, row: index + 1) }
        return check
    }

    private func mended(_ rows: [[String]]) -> (table: [[String]], notes: [String], totals: [ReadabilityMending.Total])
    {
        var mending = ReadabilityMending(check(rows))
        var result: (table: [[String]], notes: [String], totals: [ReadabilityMending.Total]) = (
            [mending.header], [], []
        )
        for (index, row) in rows.enumerated() {
            switch mending.take(row, row: index + 1) {
            case .row(let cells): result.table.append(cells)
            case .note(let text): result.notes.append(text)
            case .totals(let totals): result.totals += totals
            case .heads, .blank: break
            }
            result.totals += mending.columnTotals
        }
        return result
    }

    private static let office = [
        ["平成25年 観光地別入込客数（単位：人）"], [], ["地域コード", "観光地", "年月", "入込客数"],
        ["352136", "秋 芳 洞", "平成25年4月", "48,210"], ["352136", "秋吉台①", "平成25年4月", "３１０００"],
        ["352136", "ｶｹﾞｷﾖ洞", "平成25年4月", "…"], ["352136", "大正\n洞", "平成25年4月", "1200人"],
        ["352136", "合計", "平成25年4月", "80,410"], ["※速報値を含む"],
    ]

    /// The same with a year more.
    private static let longOffice: [[String]] =
        Array(office.dropLast(2)) + (1...12).map { ["352136", "秋 芳 洞", "平成26年\($0)月", "\(40_000 + $0)"] }
        + Array(office.suffix(2))

    @Test func `a table whose heads cannot be told from its counts is not to be mended`() {
        // Too short and too odd for the survey to find its heads.
        var rows = Self.office
        rows[4][3] = "=SUM(D1:D3)"
        let unclear = ReadabilityMending(check(rows))
        #expect(unclear.areHeadsDoubtful)
        #expect(!ReadabilityMending(check(Self.office)).areHeadsDoubtful)
        let years = [["観光地", "2013", "2014"], ["秋芳洞", "48210", "47000"], ["秋吉台", "31000", "32000"]]
        #expect(!ReadabilityMending(check(years)).areHeadsDoubtful)
    }

    @Test func `an office's table becomes one that programs read, and nothing of it is lost`() {
        let (table, notes, totals) = mended(Self.office)
        #expect(
            table == [
                ["地域コード", "観光地", "年月", "年月（西暦）", "入込客数（人）", "注記"],
                ["352136", "秋芳洞", "平成25年4月", "2013-04", "48210", ""],
                ["352136", "秋吉台1", "平成25年4月", "2013-04", "31000", ""],
                // What the mark means, only the office knows: it is neither zero nor gone.
                ["352136", "カゲキヨ洞", "平成25年4月", "2013-04", "", "入込客数（人）: …"],
                ["352136", "大正洞", "平成25年4月", "2013-04", "1200", ""],
            ])
        #expect(notes == ["平成25年 観光地別入込客数（単位：人）", "※速報値を含む"])
        #expect(
            totals == [
                ReadabilityMending.Total(row: 8, labels: ["352136", "合計", "平成25年4月"], head: "入込客数（人）", value: "80410")
            ])
    }

    @Test func `the mended table breaks none of the rules that the table broke`() {
        #expect(check(Self.office).findings.count > 5)
        #expect(check(mended(Self.office).table).findings.isEmpty)
    }

    @Test func `a table that breaks no rule is written as it is`() {
        let good = [
            ["地域コード", "観光地", "年月", "入込客数（人）"], ["352136", "秋芳洞", "2013-04", "48210"],
            ["352136", "秋吉台", "2013-04", "0"], ["352136", "大正洞", "2013-04", ""], ["352136", "景清洞", "2013-05", "1200"],
        ]
        #expect(mended(good).table == good)
    }

    @Test func `a formula is kept as a remark`() {
        var rows = Self.longOffice
        rows[4][3] = "=SUM(D1:D3)"
        let table = mended(rows).table
        #expect(table[2].suffix(2) == ["", "入込客数（人）: =SUM(D1:D3)"])
        #expect(table.allSatisfy { $0.count == table[0].count })
    }

    @Test func `a merged label is repeated, and a blank count under another stays blank`() {
        let rows = [
            ["観光地", "区分", "年月", "入込客数（人）"], ["秋芳洞", "日帰り", "2013-04", "48210"], ["", "宿泊", "2013-04", ""],
            ["", "日帰り", "2013-05", "51000"], ["", "宿泊", "2013-05", ""], ["秋吉台", "日帰り", "2013-04", "0"],
            ["", "宿泊", "2013-04", ""], ["", "日帰り", "2013-05", "1200"], ["", "宿泊", "2013-05", "1200"],
        ]
        let table = mended(rows).table
        #expect(
            table.dropFirst().map { $0[0] } == Array(repeating: "秋芳洞", count: 4) + Array(repeating: "秋吉台", count: 4))
        #expect(table.dropFirst().map { $0[3] } == ["48210", "", "51000", "", "0", "", "1200", "1200"])
        var mending = ReadabilityMending(check(rows))
        for (index, row) in rows.enumerated() { _ = mending.take(row, row: index + 1) }
        #expect(mending.filledLabels.map(\.row) == [3, 4, 5, 7, 8, 9])
        #expect(mending.filledLabels.allSatisfy { $0.column == 1 })
    }

    @Test func `few counts that come again and again are no labels, and blanks among them stay`() {
        var rows = [["観光地", "年月", "台数", "入込客数（人）"]]
        for month in 0..<120 {
            rows.append(
                [
                    "秋芳洞", "\(2010 + month / 12)-" + (month % 12 < 9 ? "0" : "") + "\(month % 12 + 1)",
                    month % 3 == 2 ? "" : String(1 + month % 2), month % 4 == 3 ? "" : String(1000 + month),
                ])
        }
        let table = mended(rows).table
        #expect(table.dropFirst().map { $0[2] } == rows.dropFirst().map { $0[2] })
        #expect(table.dropFirst().map { $0[3] } == rows.dropFirst().map { $0[3] })
    }

    @Test func `what stood beside a total and was no number is kept with it`() {
        var rows = Self.longOffice
        rows[rows.count - 2][3] = "集計中"
        #expect(mended(rows).totals.first?.value == "集計中")
    }
}
