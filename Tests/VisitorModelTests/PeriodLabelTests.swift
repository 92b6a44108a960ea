import Languages
import Testing
import VisitorModel

struct PeriodLabelTests {
    @Test(arguments: [
        ("2019-04", "平成31年4月", "April 2019"), ("2019-05", "令和元年5月", "May 2019"),
        ("2020-01", "令和2年1月", "January 2020"), ("1988-12", "昭和63年12月", "December 1988"),
        ("1989-02", "平成元年2月", "February 1989"), ("2013-04", "平成25年4月", "April 2013"),
        ("2018", "平成30年", "2018"), ("2019", "令和元年", "2019"), ("1988", "昭和63年", "1988"), ("1989", "平成元年", "1989"),
        ("2013", "平成25年", "2013"), ("FY1988", "昭和63年度", "FY1988"), ("FY1989", "平成元年度", "FY1989"),
        ("FY2018", "平成30年度", "FY2018"), ("FY2019", "令和元年度", "FY2019"), ("FY2020", "令和2年度", "FY2020"),
        ("2013-Q2", "2013年4～6月期", "2013 Q2"), ("2013-Q4", "2013年10～12月期", "2013 Q4"),
        ("2019-05-01", "2019年5月1日", "1 May 2019"), ("1867-01", "1867年1月", "January 1867"),
    ])
    func `a period is called what offices call it`(id: String, ja: String, en: String) throws {
        let period = try #require(Period(id: id))
        #expect(period.label == BilingualText(ja: ja, en: en))
    }

    @Test(arguments: [
        (JapaneseEra.meiji, "1868-10", "1912-06"), (.taisho, "1912-07", "1926-11"), (.showa, "1926-12", "1988-12"),
        (.heisei, "1989-01", "2019-04"), (.reiwa, "2019-05", "2026-11"),
    ])
    func `an era holds the months that end in it`(era: JapaneseEra, first: String, last: String) throws {
        let firstMonth = try #require(Month(id: first))
        let lastMonth = try #require(Month(id: last))
        #expect(era.firstMonth == firstMonth)
        #expect(era.contains(firstMonth))
        #expect(!era.contains(firstMonth.advanced(by: -1)))
        #expect(era.contains(lastMonth))
    }

    @Test(arguments: [
        (JapaneseEra.showa, 63, 1988), (.heisei, 1, 1989), (.heisei, 25, 2013), (.heisei, 31, 2019), (.heisei, 35, 2023),
        (.reiwa, 1, 2019), (.taisho, 1, 1912), (.meiji, 1, 1868),
    ])
    func `an era year names a common year, also past the era's end`(era: JapaneseEra, eraYear: Int, year: Int) {
        #expect(era.commonYear(of: eraYear) == year)
    }
}
