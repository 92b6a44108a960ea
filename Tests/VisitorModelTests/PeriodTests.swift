import Languages
import Testing
import VisitorModel

struct PeriodTests {
    private static func month(_ year: Int, _ number: Int) throws -> Month {
        try #require(Month(year: year, number: number))
    }

    @Test func `every identifier from 1990 to 2035 is read back as the same period`() throws {
        var seen: Set<String> = []
        for year in 1990...2035 {
            var periods: [Period] = [.calendarYear(CalendarYear(year)), .fiscalYear(FiscalYear(year))]
            for number in 1...4 { periods.append(.quarter(try #require(Quarter(year: year, number: number)))) }
            for number in 1...12 {
                let month = try Self.month(year, number)
                periods.append(.month(month))
                for day in 1...month.dayCount { periods.append(.day(try #require(Day(month: month, number: day)))) }
            }
            for period in periods {
                #expect(Period(id: period.id) == period)
                seen.insert(period.id)
            }
        }
        // 46 years with 1 + 1 + 4 + 12 periods each, and the days of 46 years, 11 of them leap years.
        #expect(seen.count == 46 * 18 + 46 * 365 + 11)
    }

    @Test func `identifiers are written with leading zeros`() throws {
        let april = try Self.month(2013, 4)
        #expect(Period.month(april).id == "2013-04")
        #expect(Period.day(try #require(Day(month: april, number: 1))).id == "2013-04-01")
        #expect(Period.quarter(april.quarter).id == "2013-Q2")
        #expect(Period.calendarYear(CalendarYear(2013)).id == "2013")
        #expect(Period.fiscalYear(FiscalYear(2013)).id == "FY2013")
    }

    @Test(arguments: [
        "", "2013-4", "2013-00", "2013-13", "+013-04", "2013-+4", "2013--4", " 2013", "2013 ", "20133", "FY+013", "fy2013",
        "FY213", "2013-Q0", "2013-Q5", "2013-Q+", "2013-q2", "2013-04-31", "2013-04-00", "2013-02-29", "2013-04-+1",
        "2013/04", "２０１３", "2013-０４", "2013-04-", "-2013", "0000-01",
    ])
    func `what is not an identifier is refused`(text: String) {
        #expect(Period(id: text) == nil)
    }

    @Test func `calendar and fiscal years of one number are different`() {
        #expect(Period.calendarYear(CalendarYear(2015)) != .fiscalYear(FiscalYear(2015)))
    }

    @Test func `a year covers its twelve months in order`() {
        let fiscal = Period.fiscalYear(FiscalYear(2019))
        #expect(fiscal.firstMonth.id == "2019-04")
        #expect(fiscal.lastMonth.id == "2020-03")
        #expect(fiscal.months.map(\.number) == [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3])
        #expect(Period.calendarYear(CalendarYear(2019)).months.map(\.id).first == "2019-01")
        #expect(Period.calendarYear(CalendarYear(2019)).lastMonth.id == "2019-12")
        #expect(Period(id: "2013-Q2")?.months.map(\.id) == ["2013-04", "2013-05", "2013-06"])
    }

    @Test(arguments: [
        ("2020-02-29", "2019-02-28"), ("2020-02-28", "2019-02-28"), ("2021-02-28", "2020-02-28"),
        ("2020-03-01", "2019-03-01"), ("2020-01", "2019-01"), ("2020-Q1", "2019-Q1"), ("2020", "2019"), ("FY2020", "FY2019"),
    ])
    func `the year before is the same span a year earlier`(id: String, before: String) {
        #expect(Period(id: id)?.yearBefore.id == before)
    }

    @Test func `periods order by their beginning, the shorter span first`() {
        let ids = [
            "2012-12", "2013-01", "2013-Q1", "2013", "2013-01-01", "2013-01-31", "2013-02", "2013-04", "2013-Q2", "FY2013",
            "2013-04-01", "2014",
        ]
        let periods = ids.compactMap { Period(id: $0) }
        #expect(periods.count == ids.count)
        #expect(periods.reversed().sorted().map(\.id) == ids)
    }
}
