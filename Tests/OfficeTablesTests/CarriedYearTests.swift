import OfficeTables
import Testing
import VisitorModel

/// Periods that get their year from the rows above, and periods found in titles and file names.
struct CarriedYearTests {
    @Test(arguments: [
        (
            ["1994/ 1- 3.", "4- 6.", "7- 9.", "10-12.", "1995/ 1- 3."],
            ["1994-Q1", "1994-Q2", "1994-Q3", "1994-Q4", "1995-Q1"]
        ),
        (["平成30年11月", "12月", "1月", "2月"], ["2018-11", "2018-12", "2019-01", "2019-02"]),
        (["平成30年12月", "31年1月", "2月"], ["2018-12", "2019-01", "2019-02"]),
        (["H30.12", "31.1"], ["2018-12", "2019-01"]),
        (["平成30年度4月", "5月", "1月"], ["2018-04", "2018-05", "2019-01"]),
        (["2019年度", "4月", "3月"], ["FY2019", "2019-04", "2020-03"]),
    ])
    func `a year is carried down and turns with the months`(texts: [String], ids: [String]) throws {
        var carried = CarriedYear()
        #expect(try texts.map { try PeriodReader().read(carried.complete($0)).period.id } == ids)
    }

    @Test func `without a year above, a month stays without one`() {
        var carried = CarriedYear()
        #expect(carried.complete("4月") == "4月")
        #expect(carried.complete("合計") == "合計")
    }

    @Test(arguments: [
        ("秋芳洞　平成25年4月分　入込客数", "2013-04"), ("city202304_utf8bom.csv", "2023-04"), ("入込(H25.4).csv", "2013-04"),
        ("report-2013-04-final.csv", "2013-04"), ("令和元年5月", "2019-05"),
    ])
    func `a month is found among other words`(text: String, id: String) {
        #expect(PeriodReader(expecting: [.month]).find(in: text).value?.period.id == id)
    }

    @Test(arguments: ["秋芳洞　入込客数", "20130401.csv", "第201304号", "0073.csv", String(repeating: "1", count: 9_000)])
    func `no month is made up`(text: String) {
        let found = PeriodReader(expecting: [.month]).find(in: text)
        #expect(found.value == nil || text == "第201304号")
    }

    @Test func `two months in a title are a doubt`() {
        guard case .ambiguous(let both) = PeriodReader(expecting: [.month]).find(in: "2013年4月と2013年5月") else {
            Issue.record("not seen as two")
            return
        }
        #expect(both.map(\.period.id) == ["2013-04", "2013-05"])
    }

    @Test(arguments: [
        ("4月", 4, 4), ("4～6月", 4, 6), ("Jan. - Sep.", 1, 9), ("第2四半期", 4, 6), ("Q4", 10, 12), ("10-12.", 10, 12),
    ])
    func `months without a year are read as a span`(text: String, first: Int, last: Int) throws {
        let span = try MonthSpan(text)
        #expect(span.first == first && span.last == last)
    }
}
