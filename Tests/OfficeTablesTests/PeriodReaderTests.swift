import Diagnostics
import Languages
import OfficeTables
import Testing
import VisitorModel

struct PeriodReaderTests {
    @Test(arguments: [
        ("2013-04", "2013-04"), ("2013/4", "2013-04"), ("2013.4", "2013-04"), ("2013年4月", "2013-04"),
        ("201304", "2013-04"),
        ("20130401", "2013-04-01"), ("2013-04-01", "2013-04-01"), ("2013/4/1", "2013-04-01"), ("2014_01", "2014-01"),
        ("平成25年4月", "2013-04"), ("平成25年4月1日", "2013-04-01"), ("H25.4", "2013-04"), ("Ｈ２５．４", "2013-04"),
        ("H25/4", "2013-04"),
        ("H25年4月", "2013-04"), ("R元.5", "2019-05"), ("令和元年5月", "2019-05"), ("R1.5", "2019-05"), ("昭和64年1月", "1989-01"),
        ("㍻25年4月", "2013-04"), ("2013 年 ４ 月", "2013-04"), ("平成 25 年　4月", "2013-04"), ("h25.4", "2013-04"),
        ("平成３１年４月", "2019-04"),
        ("2013年", "2013"), ("平成25年", "2013"), ("令和元年", "2019"), ("平成31年", "2019"), ("H25", "2013"), ("2013", "2013"),
        ("昭和元年", "1926"),
        ("2013年度", "FY2013"), ("平成25年度", "FY2013"), ("H25年度", "FY2013"), ("FY2013", "FY2013"), ("平成31年度", "FY2019"),
        ("令和元年度", "FY2019"),
        ("2013年第2四半期", "2013-Q2"), ("2013Q2", "2013-Q2"), ("2013年4～6月", "2013-Q2"), ("2013年4〜6月", "2013-Q2"),
        ("平成25年第二四半期", "2013-Q2"),
        ("1994/ 1- 3.", "1994-Q1"), ("2013年4～6月期", "2013-Q2"), ("平成25年度第4四半期", "2014-Q1"), ("平成25年度第1四半期", "2013-Q2"),
        ("平成28年1～12月", "2016"), ("平成28年4月～平成29年3月", "FY2016"), ("平成28年4月～29年3月", "FY2016"), ("平成25年度1月", "2014-01"),
        ("2013年4月分", "2013-04"), ("平成25年3月末", "2013-03"), ("平成25年3月末現在", "2013-03"), ("平成25年度分", "FY2013"),
        ("2025-09-01 00:00:00", "2025-09-01"), ("2013-04-01T10:00", "2013-04-01"), ("2013/4/1 9:05", "2013-04-01"),
        ("2013/4/1 24:00", "2013-04-01"),
        ("2013-04-01T10:00:00+09:00", "2013-04-01"), ("2013年4月1日（月）", "2013-04-01"), ("2013年4月1日9時30分", "2013-04-01"),
        ("Jan 2019", "2019-01"), ("Jan. 2019", "2019-01"), ("September, 2019", "2019-09"), ("2019 Mar", "2019-03"),
        ("2019-Apr", "2019-04"), ("Jan-2019", "2019-01"), ("Jan. - Dec. 2019", "2019"), ("Jan-Mar 2019", "2019-Q1"),
        ("2019 Jul - Sep", "2019-Q3"), ("2021年　平均", "2021"),
        ("H31/R1", "2019"), ("2013年（平成25年）", "2013"), ("平成31年度・令和元年度", "FY2019"), ("2016-02-29", "2016-02-29"),
    ])
    func `a whole form is read without a doubt`(text: String, id: String) throws {
        let read = try PeriodReader().read(text)
        #expect(read.period.id == id)
        #expect(read.notices.allSatisfy { $0.code == "period.fiscal-quarter" })
        #expect(!read.isTotal)
    }

    @Test(arguments: [
        ("平成31年5月", "2019-05"), ("H31.5", "2019-05"), ("平成35年", "2023"), ("令和元年4月", "2019-04"), ("平成32年度", "FY2020"),
        ("R元.4", "2019-04"),
        ("昭和64年2月", "1989-02"), ("昭和64年1月8日", "1989-01-08"), ("平成31年5月1日", "2019-05-01"),
    ])
    func `an era past its end means what it plainly means, with a notice`(text: String, id: String) throws {
        let read = try PeriodReader().read(text)
        #expect(read.period.id == id)
        #expect(read.notices.map(\.code) == ["period.era-out-of-range"])
        let diagnostic = try #require(read.notices.first).diagnostic(
            text: text, position: SourcePosition(file: "a.csv", row: 3))
        #expect(diagnostic.severity == .notice)
        #expect(diagnostic.value == text)
    }

    @Test(arguments: [("2013年計", "2013"), ("平成25年度合計", "FY2013"), ("平成25年度 計", "FY2013"), ("2013年第2四半期計", "2013-Q2")])
    func `a period that calls itself a sum says so`(text: String, id: String) throws {
        let read = try PeriodReader().read(text)
        #expect(read.period.id == id)
        #expect(read.isTotal)
    }

    @Test func `2013 point 1 may be a spreadsheet's October`() throws {
        #expect(try PeriodReader().read("2013.1").notices.map(\.code) == ["period.month-may-be-october"])
        #expect(try PeriodReader().read("2013.10").notices == [])
        #expect(try PeriodReader().read("2013.10").period.id == "2013-10")
        #expect(try PeriodReader().read("2013.01").notices == [])
    }

    @Test(arguments: [
        ("2013-13", "period.month-out-of-range"), ("平成25年0月", "period.month-out-of-range"),
        ("201300", "period.month-out-of-range"),
        ("2013-02-29", "period.day-out-of-range"), ("平成25年4月31日", "period.day-out-of-range"),
        ("20130431", "period.day-out-of-range"),
        ("13.4", "period.year-unknown"), ("13年4月", "period.year-unknown"), ("25年度", "period.year-unknown"),
        ("4月", "period.year-unknown"),
        ("平成0年", "period.year-unknown"), ("9999-12", "period.year-unknown"), ("0000", "period.year-unknown"),
        ("13", "period.year-unknown"),
        ("130401", "period.year-unknown"), ("2013年（平成26年）", "period.ambiguous"), ("H30/R1", "period.ambiguous"),
        ("秋芳洞", "period.unreadable"), ("", "period.unreadable"), ("2013 04", "period.unreadable"),
        ("2013年5～7月", "period.unreadable"),
        ("2013年第5四半期", "period.unreadable"), ("41365", "period.unreadable"),
        ("2013-04-01T22:00:00Z", "period.unreadable"),
        ("2013-04-01 25:00", "period.unreadable"), ("上期", "period.unreadable"), ("合計", "period.unreadable"),
        ("元年", "period.unreadable"), ("Jan. - Sep. 2019", "period.unreadable"), ("Jan-19", "period.year-unknown"),
        ("Mayor 2019", "period.unreadable"),
    ])
    func `what is no period is a fault with a remedy`(text: String, code: String) throws {
        let fault = try #require(throws: PeriodFault.self) { try PeriodReader().read(text) }
        #expect(fault.code == code)
        let diagnostic = fault.diagnostic(text: text, position: SourcePosition(file: "a.csv", row: 2, column: 1))
        #expect(diagnostic.value == text)
        #expect(diagnostic.position?.cell == "A2")
        #expect(diagnostic.remedy?.ja.isEmpty == false && diagnostic.remedy?.en.isEmpty == false)
    }

    @Test func `a spreadsheet's serial number is recognised`() throws {
        let fault = try #require(throws: PeriodFault.self) { try PeriodReader().read("41365") }
        guard case .unreadable(.spreadsheetSerial(let day)) = fault else {
            Issue.record("\(fault)")
            return
        }
        #expect(day.id == "2013-04-01")
    }

    @Test func `a yearly total in a monthly column is of the wrong kind`() throws {
        let reader = PeriodReader(expecting: [.month])
        #expect(try reader.read("2013年4月").period.id == "2013-04")
        let fault = try #require(throws: PeriodFault.self) { try reader.read("平成25年度計") }
        #expect(fault.code == "period.wrong-kind")
        #expect(fault.diagnostic(text: "平成25年度計", position: nil).message.ja == "月の列に年度の期間(平成25年度)があります。")
    }

    @Test(arguments: [
        ("2013年", 2013, YearBasis.calendar), ("2013", 2013, .unspecified), ("H25", 2013, .unspecified),
        ("平成25年", 2013, .calendar),
        ("平成25年度", 2013, .fiscal), ("FY2013", 2013, .fiscal), ("令和元年度", 2019, .fiscal), ("平成25年度計", 2013, .fiscal),
    ])
    func `a year is read with its basis`(text: String, number: Int, basis: YearBasis) throws {
        let year = try PeriodReader.readYear(text)
        #expect(year.number == number)
        #expect(year.basis == basis)
    }

    @Test(arguments: [
        ("4月", 4), ("４月", 4), ("4", 4), ("04", 4), ("Apr", 4), ("April", 4), ("Sept.", 9), ("12月", 12), (" １０ 月", 10),
        ("4月分", 4),
    ])
    func `a month's number is read`(text: String, number: Int) throws {
        #expect(try PeriodReader.readMonthNumber(text) == number)
    }

    @Test(arguments: [
        ("13月", "period.month-out-of-range"), ("0", "period.month-out-of-range"), ("計", "period.unreadable"),
        ("Ap", "period.unreadable"), ("2013", "period.unreadable"),
    ])
    func `what is no month is a fault`(text: String, code: String) throws {
        #expect(try #require(throws: PeriodFault.self) { try PeriodReader.readMonthNumber(text) }.code == code)
    }

    @Test(arguments: [
        (2013, YearBasis.fiscal, 4, "2013-04"), (2013, .fiscal, 12, "2013-12"), (2013, .fiscal, 1, "2014-01"),
        (2013, .fiscal, 3, "2014-03"),
        (2013, .calendar, 1, "2013-01"), (2013, .unspecified, 3, "2013-03"),
    ])
    func `January to March of a fiscal year lie in the next year`(year: Int, basis: YearBasis, month: Int, id: String)
        throws
    {
        #expect(try PeriodReader.combine(year: year, basis: basis, month: month).id == id)
    }

    @Test func `timestamps give their day cheaply`() {
        #expect(Day(timestamp: "2025-09-01 00:00:00")?.id == "2025-09-01")
        #expect(Month(timestamp: "2013/04/01T10:00")?.id == "2013-04")
        for text in [
            "2013-04-31", "2013-4-1", "2013-04-01Z", "2013-04-01T00:00:00+09:00", "", "0000-01-01", "２０１３-04-01",
        ] {
            #expect(Day(timestamp: text) == nil)
        }
    }

    @Test(arguments: [
        String(repeating: "9", count: 10_000), String(repeating: "年", count: 400_000), "\u{202E}2013-04", "\u{3099}",
        "平成", "H", "元",
        "第第第", "2013年\u{0301}4月", "99999999999999999999年", "9223372036854775808", "H25.4.1.1.1.1", "()()(月)", "計",
        "H31/R1/R2/R3", "Q", "2013Q",
    ])
    func `hostile text is a fault`(text: String) {
        #expect(throws: PeriodFault.self) { try PeriodReader().read(text) }
        #expect(throws: PeriodFault.self) { try PeriodReader.readYear(text) }
        #expect(throws: PeriodFault.self) { try PeriodReader.readMonthNumber(text) }
    }
}
