import Testing
import VisitorModel

struct MonthTests {
    @Test(arguments: [("2020-03", 2019), ("2020-04", 2020), ("2019-12", 2019), ("2019-01", 2018)])
    func `a fiscal year begins in April`(id: String, fiscalYear: Int) throws {
        let month = try #require(Month(id: id))
        #expect(month.fiscalYear == FiscalYear(fiscalYear))
        #expect(month.fiscalYear.months.contains(month))
    }

    @Test(arguments: [
        ("2013-02", 28), ("2020-02", 29), ("1900-02", 28), ("2000-02", 29), ("2024-04", 30), ("2024-12", 31),
    ])
    func `a month has its days, leap years included`(id: String, days: Int) {
        #expect(Month(id: id)?.dayCount == days)
    }

    @Test func `months are counted across years`() throws {
        let month = try #require(Month(id: "2019-11"))
        #expect(month.advanced(by: 3).id == "2020-02")
        #expect(month.advanced(by: -11).id == "2018-12")
        #expect(month.advanced(by: 0) == month)
        let later = try #require(Month(id: "2021-01"))
        #expect(month.distance(to: later) == 14)
        #expect(later.distance(to: month) == -14)
    }

    @Test func `quarters are those of the calendar year`() {
        let numbers = (1...12).compactMap { Month(year: 2013, number: $0)?.quarter.number }
        #expect(numbers == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])
        #expect(Quarter(year: 2013, number: 5) == nil)
    }

    @Test func `a month that does not exist is refused`() {
        #expect(Month(year: 2013, number: 0) == nil)
        #expect(Month(year: 2013, number: 13) == nil)
        #expect(Month(year: 0, number: 1) == nil)
        #expect(Month(year: 10_000, number: 1) == nil)
    }

    @Test func `a day outside its month is refused`() throws {
        let february = try #require(Month(id: "2019-02"))
        #expect(Day(month: february, number: 28)?.id == "2019-02-28")
        #expect(Day(month: february, number: 29) == nil)
        #expect(Day(month: february, number: 0) == nil)
    }

    @Test func `expected reports have a first and perhaps a last month`() throws {
        let from = try #require(Month(id: "2013-01"))
        let to = try #require(Month(id: "2013-03"))
        let open = ExpectedReport(measure: "visitors", places: ["cave"], from: from)
        let closed = ExpectedReport(measure: "visitors", places: ["cave"], from: from, to: to)
        #expect(!open.expects("cave", in: from.advanced(by: -1)))
        #expect(open.expects("cave", in: from.advanced(by: 200)))
        #expect(!open.expects("plateau", in: from))
        #expect(closed.expects("cave", in: to))
        #expect(!closed.expects("cave", in: to.advanced(by: 1)))
    }
}
