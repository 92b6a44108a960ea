import Languages
import Testing
import VisitorModel

struct HalfYearTests {
    @Test(arguments: [
        ("2013-H1", "2013-01", "2013-06"), ("2013-H2", "2013-07", "2013-12"), ("FY2013-H1", "2013-04", "2013-09"),
        ("FY2013-H2", "2013-10", "2014-03"), ("12M2014-03", "2013-04", "2014-03"),
    ])
    func `spans of six and twelve months read back what they write`(id: String, first: String, last: String) throws {
        let period = try #require(Period(id: id))
        #expect(period.id == id)
        #expect(period.firstMonth.id == first)
        #expect(period.lastMonth.id == last)
        #expect(period.yearBefore.firstMonth.advanced(by: 12) == period.firstMonth)
        #expect(period.yearBefore.kind == period.kind)
    }

    @Test(arguments: ["2013-H3", "2013-H0", "FY13-H1", "12M2013-13", "12M2013"])
    func `what is no span is refused`(id: String) {
        #expect(Period(id: id) == nil)
    }

    @Test func `January belongs to the second half of the fiscal year before`() throws {
        let january = try #require(Month(id: "2014-01"))
        #expect(HalfYear(containing: january, isFiscal: true).id == "FY2013-H2")
        #expect(HalfYear(containing: january, isFiscal: false).id == "2014-H1")
    }

    @Test func `twelve months of a calendar year are not that calendar year`() throws {
        let rolling = try #require(Period(id: "12M2013-12"))
        let year = try #require(Period(id: "2013"))
        #expect(rolling != year)
        #expect(rolling.months == year.months)
        #expect(rolling.label.ja == "平成25年12月までの12か月")
        #expect(Period(id: "FY2013-H1")?.label.ja == "平成25年度上期")
    }
}
