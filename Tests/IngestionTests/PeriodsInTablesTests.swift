import Diagnostics
import FoundationEssentials
import Ingestion
import Testing
import VisitorModel

/// Where tables keep their years.
struct PeriodsInTablesTests {
    private func months(_ text: String, month: String, named name: String = "sheet.csv") throws -> [String] {
        try Sheet(
            text, named: name,
            profile: """
                columns:
                  place: { type: place, fixed: cave }
                  month: \(month)
                  value: { type: count, from: 人数 }
                """
        ).lines("month", "value")
    }

    @Test func `an era year given once holds until the next, and turns in January`() throws {
        let own = try months(
            "年月,人数\n平成24年11月,1\n12月,2\n1月,3\n25年2月,4\n3月,5\n", month: "{ type: month, from: 年月, carry-year: true }")
        #expect(own == ["2012-11 1", "2012-12 2", "2013-01 3", "2013-02 4", "2013-03 5"])
        let merged = try months(
            "年,月,人数\n平成30年,11月,1\n,12月,2\n,1月,3\n令和元年,5月,4\n",
            month: "{ type: month, month: { from: 月 }, year: { from: 年, carry-down: true } }")
        #expect(merged == ["2018-11 1", "2018-12 2", "2019-01 3", "2019-05 4"])
        let fiscal = try months(
            "年度,月,人数\n平成30年度,4月,1\n,1月,2\n令和元年度,4月,3\n,3月,4\n",
            month: "{ type: month, month: { from: 月 }, year: { from: 年度, carry-down: true } }")
        #expect(fiscal == ["2018-04 1", "2019-01 2", "2019-04 3", "2020-03 4"])
    }

    @Test func `April to March under a year of the title is a fiscal year, and that is told`() throws {
        let text =
            "平成25年 入込客数\n月,人数\n"
            + [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map { "\($0)月,\($0)" }.joined(separator: "\n")
        let profile = """
            columns:
              place: { type: place, fixed: cave }
              month: { type: month, month: { from: 月 }, year: { title: true } }
              value: { type: count, from: 人数 }
            """
        let sheet = try Sheet(text, profile: profile)
        #expect(sheet.lines("month").first == "2013-04" && sheet.lines("month").last == "2014-03")
        #expect(sheet.noteCodes == ["period.fiscal-assumed"])
    }

    @Test func `the file's name may hold the month`() throws {
        let fixed = "{ type: month, file-name: true }"
        for (name, id) in [
            ("入込_平成25年4月分.csv", "2013-04"), ("city201304_utf8.csv", "2013-04"), ("R1.5 houkoku.csv", "2019-05"),
            ("2013-04.csv", "2013-04"),
        ] {
            #expect(try months("人数\n10\n", month: fixed, named: name) == ["\(id) 10"], "\(name)")
        }
    }

    @Test func `a partial year is held, and never passes for a year`() throws {
        let sheet = try Sheet(
            "Year,Term,Visitor Arrivals\n2018,Jan. - Dec.,\"31,191,856\"\n2019,Jan. - Sep.,\"24,417,600\"\n",
            profile: """
                columns:
                  place: { type: place, fixed: town }
                  year: { type: calendar-year, year: { from: Year }, month: { from: Term } }
                  value: { type: count, from: Visitor Arrivals }
                """)
        #expect(sheet.lines("year", "value") == ["2018 31191856"])
        #expect(sheet.heldCodes == ["period.unreadable"])
        #expect(sheet.account.closes)
    }

    @Test func `calendar and fiscal totals beside months are totals, each checked against its own months`() throws {
        let months = (1...12).map { "\($0)月" } + ["1月", "2月", "3月"]
        let years = Array(repeating: "平成25年", count: 12) + Array(repeating: "平成26年", count: 3)
        let values = (1...15).map { $0 * 100 }
        // January to December 2013: 7,800. April 2013 to March 2014: 11,400.
        func table(_ calendar: Int, _ fiscal: Int) -> String {
            """
            ,\(years.joined(separator: ",")),,
            施設名,\(months.joined(separator: ",")),年計,年度計
            風穴洞,\(values.map(String.init).joined(separator: ",")),\(calendar),\(fiscal)
            """
        }
        let profile = """
            columns:
              place: { type: place, from: 施設名 }
              month: { type: month, month: { header: true }, year: { upper-header: true } }
              value: { type: count, cell: true }
            """
        let right = try Sheet(table(7_800, 11_400), profile: profile)
        #expect(right.rows.count == 15 && right.sum() == 12_000)
        #expect(!right.noteCodes.contains("total.differs"))
        let wrong = try Sheet(table(7_800, 11_401), profile: profile)
        #expect(wrong.outcome.notes.filter { $0.code == "total.differs" }.map { $0.position?.cell } == ["R3"])
    }

    @Test func `a year's row among months is a total, whatever it is called`() throws {
        let sheet = try Sheet(
            "施設名,年月,人数\n風穴洞,平成25年1月,10\n風穴洞,平成25年,10\n風穴洞,平成25年度,10\n風穴洞,平成25年平均,10\n", profile: TableFormsTests.long)
        #expect(sheet.lines("month", "value") == ["2013-01 10"])
        #expect(sheet.outcome.held.isEmpty)
        #expect(sheet.account.closes)
    }
}
