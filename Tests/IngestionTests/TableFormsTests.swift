import Diagnostics
import Ingestion
import Languages
import Testing
import VisitorModel

/// The forms office tables have, each in small.
struct TableFormsTests {
    @Test func `two rows a month: the kind selects the measure, unlabelled rows are totals`() throws {
        // After 北海道様式4-3: a fiscal year, a line break in a label, blanks that mean zero, last year's rows and ratios.
        let sheet = try Sheet(
            """
            様式4-3,,,,
            【平成29年度】,,市町村名: 湊市,,
            月別,人数,中国,"インド\nネシア",計
            4月,宿泊客数,12,,12
            ,宿泊客延数,15,,15
            1月,宿泊客数,,3,3
            ,宿泊客延数,,4,4
            ,宿泊客数,12,3,15
            ,宿泊客延数,15,4,19
            28年度,宿泊客数,9,,9
            対前年比,宿泊客数,1.33,-,1.66
            """,
            profile: """
                totals: { blank: true }
                columns:
                  place: { type: place, fixed: town }
                  month: { type: month, month: { from: 月別, carry-down: 2 }, year: { title: true } }
                  kind: { type: text, from: 人数 }
                  market: { type: market, header: true }
                  value: { type: count, cell: true, symbols: { "": zero } }
                """)
        #expect(
            sheet.lines("month", "kind", "market", "value") == [
                "2017-04 宿泊客数 CN 12", "2017-04 宿泊客数 IN 0", "2017-04 宿泊客延数 CN 15", "2017-04 宿泊客延数 IN 0",
                "2018-01 宿泊客数 CN 0", "2018-01 宿泊客数 IN 3", "2018-01 宿泊客延数 CN 0", "2018-01 宿泊客延数 IN 4",
            ])
        #expect(sheet.outcome.held.isEmpty)
        #expect(!sheet.noteCodes.contains("total.differs"))
        #expect(sheet.account.closes)
    }

    @Test func `rows that are part of the row above are set aside, however they are marked`() throws {
        // After 島根県 H18: numbered spots, sub-rows a(…) b(…), a city's sum, 0 for a closed season and - for no facility.
        let sheet = try Sheet(
            """
            平成18年 観光地点別入込客延べ数（単位：人地点）
            観光地点,1月,2月,計
            (20)三隅海岸(三隅町),"1,000",0,"1,000"
            a(三隅海岸海水浴場),600,0,600
            b(釣り),400,0,400
            (21)城跡公園,200,-,200
            湊市合計,"1,200",0,"1,200"
            """,
            profile: """
                totals: { parts: ["a(", "b("] }
                columns:
                  place: { type: place, from: 観光地点 }
                  month: { type: month, month: { header: true }, year: { title: true } }
                  value: { type: count, cell: true, symbols: { "-": not-applicable } }
                """)
        #expect(
            sheet.lines("place", "month", "value") == [
                "coast 2006-01 1000", "coast 2006-02 0", "castle 2006-01 200", "castle 2006-02 –",
            ])
        #expect(sheet.ignored("part of another row") == 2)
        #expect(sheet.outcome.held.isEmpty && !sheet.noteCodes.contains("total.differs"))
    }

    @Test func `years side by side under each month, ratios left out`() throws {
        let sheet = try Sheet(
            """
            月別入込客数,,,,,,
            ,1月,,,2月,,
            施設名,平成25年,平成26年,前年比,平成25年,平成26年,前年比
            風穴洞,100,110,110.0%,200,190,95.0%
            """,
            profile: """
                columns:
                  place: { type: place, from: 施設名 }
                  month: { type: month, month: { upper-header: true }, year: { header: true } }
                  value: { type: count, cell: true }
                """)
        #expect(sheet.lines("month", "value") == ["2013-01 100", "2014-01 110", "2013-02 200", "2014-02 190"])
        #expect(sheet.ignored("ratio or change") == 2)
    }

    @Test func `three header rows: measure, market and month`() throws {
        let sheet = try Sheet(
            """
            平成30年 外国人宿泊者数（単位：千人）,,,,,,
            施設名,宿泊者数,,,,延べ宿泊者数,
            ,中国,,台湾,,中国,
            ,1月,2月,1月,2月,1月,2月
            風穴洞,1,2,3,4,5,6.5
            """,
            profile: """
                columns:
                  place: { type: place, from: 施設名 }
                  kind: { type: text, upper-header: 2 }
                  market: { type: market, upper-header: 1 }
                  month: { type: month, month: { header: true }, year: { title: true } }
                  value: { type: number, cell: true }
                """)
        #expect(
            sheet.lines("kind", "market", "month", "value") == [
                "宿泊者数 CN 2018-01 1000", "宿泊者数 CN 2018-02 2000", "宿泊者数 TW 2018-01 3000", "宿泊者数 TW 2018-02 4000",
                "延べ宿泊者数 CN 2018-01 5000", "延べ宿泊者数 CN 2018-02 6500",
            ])
    }

    @Test func `several tables in a file: each has the year and the unit of its own title`() throws {
        let sheet = try Sheet(
            """
            平成25年 入込客数（単位：人）
            施設名,1月,2月
            風穴洞,"1,000","2,000"
            合計,"1,000","2,000"

            平成26年 入込客数（単位：千人）
            施設名,1月,2月
            風穴洞,3,4
            合計,3,4
            ※端数は四捨五入
            """,
            profile: """
                columns:
                  place: { type: place, from: 施設名 }
                  month: { type: month, month: { header: true }, year: { title: true } }
                  value: { type: count, cell: true }
                """)
        #expect(
            sheet.lines("month", "value") == ["2013-01 1000", "2013-02 2000", "2014-01 3000", "2014-02 4000"])
        #expect(!sheet.noteCodes.contains("total.differs"))
        #expect(sheet.account.closes)
    }

    @Test func `a header printed again on the next page is no row`() throws {
        let sheet = try Sheet(
            """
            施設名,年月,人数
            風穴洞,平成25年1月,10
            施設名,年月,人数
            風穴洞,平成25年2月,20
            """,
            profile: Self.long)
        #expect(sheet.lines("month", "value") == ["2013-01 10", "2013-02 20"])
        #expect(sheet.ignored("repeated header") == 1)
    }

    @Test func `one of several tables is chosen by the row that begins it and the row that ends it`() throws {
        let text = """
            第1表　駐車台数
            施設名,年月,人数
            風穴洞,平成25年1月,999
            第2表　入込客数
            施設名,年月,人数
            風穴洞,平成25年1月,10
            第3表　売上
            施設名,年月,人数
            風穴洞,平成25年1月,888
            """
        let sheet = try Sheet(text, profile: "table: { begin: 第2表, end: 第3表 }\n" + Self.long)
        #expect(sheet.lines("month", "value") == ["2013-01 10"])
        #expect(sheet.ignored("before the table") == 4)
        #expect(sheet.ignored("after the table") == 3)
        #expect(sheet.account.closes)
        let error = try #require(throws: DiagnosticsError.self) {
            try Sheet(text, profile: "table: { begin: 第9表 }\n" + Self.long)
        }
        #expect(error.diagnostics.map(\.code) == ["table.begin-not-found"])
    }

    @Test func `headings of sections are read where the profile asks for them`() throws {
        let sheet = try Sheet(
            """
            施設名,年月,人数
            【宿泊】,,
            風穴洞,2013年1月,1
            【日帰り】,,
            風穴洞,2013年1月,2
            """,
            profile: """
                columns:
                  stay: { type: text, section: true, map: { "【宿泊】": overnight, "【日帰り】": same-day } }
                  place: { type: place, from: 施設名 }
                  month: { type: month, from: 年月 }
                  value: { type: count, from: 人数 }
                """)
        #expect(sheet.lines("stay", "value") == ["overnight 1", "same-day 2"])
    }

    @Test func `a file without a header is read by its columns' letters`() throws {
        let sheet = try Sheet(
            "風穴洞,201301,10\n城跡公園,201301,20\n",
            profile: """
                table: { header-rows: 0 }
                columns:
                  place: { type: place, column: A }
                  month: { type: month, column: B }
                  value: { type: count, column: C }
                """)
        #expect(sheet.lines("place", "month", "value") == ["cave 2013-01 10", "castle 2013-01 20"])
    }

    static let long = """
        columns:
          place: { type: place, from: 施設名 }
          month: { type: month, from: 年月 }
          value: { type: count, from: 人数 }
        """
}
