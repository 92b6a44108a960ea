import Diagnostics
import FoundationEssentials
import Ingestion
import Languages
import Testing
import VisitorModel

/// Printed totals: recognised, never added, checked, and a difference located.
struct TotalsTests {
    private static let wide = """
        columns:
          place: { type: place, from: 施設名 }
          month: { type: month, month: { header: true }, year: { title: true } }
          value: { type: count, cell: true }
        """

    private func warnings(_ sheet: Sheet) -> [Diagnostic] { sheet.outcome.notes.filter { $0.code == "total.differs" } }

    @Test func `a wrong number shows in its row and its column, and is named`() throws {
        // 城跡公園 in February should be 3,000.
        let sheet = try Sheet(
            """
            平成26年
            施設名,1月,2月,合計
            風穴洞,"1,000","2,000","3,000"
            城跡公園,"4,000","2,000","7,000"
            合計,"5,000","5,000","10,000"
            """, profile: Self.wide)
        let found = warnings(sheet)
        #expect(found.map { $0.position?.cell } == ["D4", "C5", "D5"])
        #expect(found.allSatisfy { $0.message.en.contains("C4 (2000)") && $0.message.ja.contains("C4（2000）") })
        #expect(found[1].message.en.contains("1000 more than its parts"))
        #expect(sheet.sum() == 9_000)
    }

    @Test(arguments: [("10,000", "12,000"), ("1,020", "2,200"), ("2,100", "2,120")])
    func `one slip of the hand is recognised where only one total can tell`(wrong: String, total: String) throws {
        // 1,000 typed with a digit too many; 1,200 as 1,020; 1,120 + … with two digits changed round.
        let sheet = try Sheet(
            """
            平成26年
            施設名,1月
            風穴洞,"\(wrong)"
            城跡公園,"1,000"
            合計,"\(total == "12,000" ? "2,000" : total)"
            """, profile: Self.wide)
        let message = try #require(warnings(sheet).first?.message.en)
        if total == "2,120" {
            #expect(!message.contains("It looks like"))
        } else {
            #expect(message.contains("B3"))
        }
    }

    @Test func `subtotals count what is since the last one, the grand total everything`() throws {
        let text = """
            平成26年
            施設名,1月
            風穴洞,1
            城跡公園,2
            小計,3
            三隅海岸,4
            スポーツセンター,5
            小計,9
            合計,12
            """
        #expect(warnings(try Sheet(text, profile: Self.wide)).isEmpty)
        let wrong = try Sheet(text.replacingLast("小計,9", "小計,8"), profile: Self.wide)
        #expect(warnings(wrong).map { $0.position?.cell } == ["B8"])
    }

    @Test func `totals of a long table are checked too, above or below their parts`() throws {
        let text = "施設名,年月,人数\n総数,2013年1月,30\n風穴洞,2013年1月,10\n城跡公園,2013年1月,20\n総数,2013年2月,99\n風穴洞,2013年2月,10\n"
        let sheet = try Sheet(text, profile: TableFormsTests.long)
        #expect(sheet.sum() == 40)
        #expect(warnings(sheet).map { $0.position?.cell } == ["C5"])
    }

    @Test func `rounded parts need not add up exactly`() throws {
        let text = "平成26年（単位：千人）\n施設名,1月\n風穴洞,1\n城跡公園,1\n三隅海岸,1\n合計,\(4)\n"
        #expect(warnings(try Sheet(text, profile: Self.wide)).isEmpty)
        #expect(warnings(try Sheet(text.replacingLast("合計,4", "合計,6"), profile: Self.wide)).count == 1)
    }

    @Test func `a column that must be the sum of others is held against them`() throws {
        let profile = """
            columns:
              place: { type: place, from: 施設名 }
              month: { type: month, from: 年月 }
              value: { type: count, from: 計, sum-of: [men, women] }
              men: { type: count, from: 男 }
              women: { type: count, from: 女 }
            """
        let sheet = try Sheet("施設名,年月,計,男,女\n風穴洞,2013年1月,3,1,2\n城跡公園,2013年1月,4,1,2\n", profile: profile)
        #expect(warnings(sheet).map { $0.position?.cell } == ["C3"])
    }

    @Test func `a missing part is no reason for an alarm`() throws {
        let sheet = try Sheet(
            "平成26年\n施設名,1月\n風穴洞,…\n城跡公園,2\n合計,9\n",
            profile: Self.wide.replacingLast("cell: true", "cell: true, symbols: { \"…\": not-reported }"))
        #expect(warnings(sheet).isEmpty)
    }
}

extension String {
    /// The text with the last occurrence of a part replaced.
    func replacingLast(_ part: String, _ other: String) -> String {
        guard let range = ranges(of: part).last else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
