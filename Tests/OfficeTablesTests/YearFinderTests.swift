import OfficeTables
import Testing
import VisitorModel

struct YearFinderTests {
    @Test(arguments: [
        ("秋芳洞　洞口別入洞者数（平成25年度）　※説明用", 2013, YearBasis.fiscal), ("倉敷市　月別観光施設入場者数（平成26年）", 2014, .calendar),
        ("【平成29年度】", 2017, .fiscal), ("【平成30年度上期】", 2018, .fiscal), ("Ｈ２５年度 入洞者数", 2013, .fiscal),
        ("2013年（平成25年）の観光客数", 2013, .calendar),
        ("平成25年度（平成25年4月～平成26年3月）", 2013, .fiscal), ("平成28年4月～平成29年3月", 2016, .fiscal),
        ("visitors 2013", 2013, .unspecified),
        ("FY2013 visitors", 2013, .fiscal), ("令和元年度観光統計", 2019, .fiscal), ("観光客数 H25", 2013, .unspecified),
        ("2013（平成25年）", 2013, .calendar),
        ("平成 25 年度 秋芳洞", 2013, .fiscal), ("平成31年／令和元年", 2019, .calendar),
    ])
    func `the year of a title is found`(text: String, number: Int, basis: YearBasis) {
        let year = PeriodReader.findYear(in: text).value
        #expect(year?.number == number)
        #expect(year?.basis == basis)
    }

    @Test(arguments: [
        "秋芳洞 入洞者数", "", "入込客 2,013人", "2000人を超えた", "電話 0837-62-2013", "大正洞", "様式4-3", "昭和堂", "12013", "25年度",
    ])
    func `a title without a year has none`(text: String) {
        #expect(PeriodReader.findYear(in: text) == .none)
    }

    @Test(arguments: [
        ("平成25年と平成26年の比較", [2013, 2014]), ("2013年度・2014年度", [2013, 2014]), ("平成25年度（平成26年8月公表）", [2013, 2014]),
    ])
    func `two different years are ambiguous`(text: String, years: [Int]) {
        guard case .ambiguous(let found) = PeriodReader.findYear(in: text) else {
            Issue.record("not ambiguous: \(text)")
            return
        }
        #expect(found.map(\.number) == years)
    }

    @Test func `an era year past its end is found with a notice`() {
        #expect(PeriodReader.findYear(in: "平成35年の見込み").value?.notices.map(\.code) == ["period.era-out-of-range"])
    }
}
