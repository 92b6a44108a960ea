import OfficeTables
import Testing
import VisitorModel

/// The parts together, on sheets as offices send them.
struct WholeSheetTests {
    /// 倉敷市 2014: months to the right, a title with the year, the unit in a row of its own, a printed total.
    private static let wide: [[String]] = [
        ["倉敷市　月別観光施設入場者数（平成26年）"],
        ["", "", "（単位：人）"],
        ["施設名", "1月", "2月", "3月", "合計"],
        ["大原美術館", "16,108", "14,909", "25,395", "56,412"],
        ["倉敷民藝館", "434", "593", "3,019", "4,046"],
        ["合　計", "16,542", "15,502", "28,414", "60,458"],
        ["※有料入場者数"],
    ]

    @Test func `a wide sheet gives its months, and every printed total fits`() throws {
        let sheet = Self.wide
        let header = HeaderLocator(columns: [WantedColumn(name: "place", labels: ["施設名"])]).locate(in: sheet)
        let headerRow = try #require(header.rowIndex)
        let titles = sheet[..<headerRow].joined().joined(separator: " ")
        let year = try #require(PeriodReader.findYear(in: titles).value)
        #expect(ScaleAndUnit.find(in: titles).value?.unit == .persons)

        let roles = LabelRoles()
        let reader = NumberReader()
        var months: [Int: Month] = [:]
        for (column, label) in sheet[headerRow].enumerated().dropFirst() where roles.role(of: label) == .data {
            let number = try PeriodReader.readMonthNumber(label)
            months[column] = try PeriodReader.combine(year: year.number, basis: year.basis, month: number)
        }
        #expect(months.mapValues(\.id) == [1: "2014-01", 2: "2014-02", 3: "2014-03"])

        var columns = TotalCheck<Int>()
        var checkedTotals = 0
        for row in sheet[(headerRow + 1)...] where roles.role(of: row[0]) != .note {
            var line = TotalCheck<Int>()
            for (column, cell) in row.enumerated().dropFirst() {
                let value = try #require(reader.read(cell).observed)
                if months[column] != nil { line.add(value, to: 0) }
                if column == 4 {
                    #expect(line.compare(printed: value, for: 0) == .agrees(difference: 0))
                    checkedTotals += 1
                }
                if roles.role(of: row[0]) == .data {
                    columns.add(value, to: column)
                } else {
                    #expect(columns.compare(printed: value, for: column) == .agrees(difference: 0))
                    checkedTotals += 1
                }
            }
        }
        #expect(checkedTotals == 7)
    }

    /// 北海道様式4-3 in small: a fiscal year, two rows a month, a line break in a label, blanks that mean zero.
    private static let twoRowsAMonth: [[String]] = [
        ["様式4-3"], ["【平成29年度】", "", "市町村名: 余市町"],
        ["月別", "人数", "中国", "インド\nネシア", "計"],
        ["4月", "宿泊客数", "12", "", "12"], ["", "宿泊客延数", "15", "", "15"],
        ["1月", "宿泊客数", "", "3", "3"], ["", "宿泊客延数", "", "4", "4"],
        ["28年度", "宿泊客数", "9", "", "9"], ["対前年比", "", "1.33", "-", "1.66"],
    ]

    @Test func `two rows a month in a fiscal year find their months, and a blank is the zero it was declared`() throws {
        let sheet = Self.twoRowsAMonth
        let columns = [
            WantedColumn(name: "month", labels: ["月別"]), WantedColumn(name: "indonesia", labels: ["インドネシア"]),
        ]
        let header = HeaderLocator(columns: columns).locate(in: sheet)
        #expect(header.rowIndex == 2)
        let indonesia = try #require(header.columnIndices["indonesia"])
        let year = try #require(PeriodReader.findYear(in: "【平成29年度】").value)
        let reader = NumberReader(rules: NumberRules(symbols: ["-": .absent(.notApplicable)], emptyCell: .zero))
        var read: [String] = []
        for row in carryDown(Array(sheet[3...]), columns: [0]) where LabelRoles().role(of: row[0]) == .data {
            guard let number = try? PeriodReader.readMonthNumber(row[0]) else {
                // The previous year's row, 28年度, is no month.
                #expect(row[0] == "28年度")
                continue
            }
            let month = try PeriodReader.combine(year: year.number, basis: year.basis, month: number)
            read.append("\(month.id) \(row[1]) \(reader.read(row[indonesia]).observed?.number?.description ?? "none")")
        }
        #expect(read == ["2017-04 宿泊客数 0", "2017-04 宿泊客延数 0", "2018-01 宿泊客数 3", "2018-01 宿泊客延数 4"])
    }
}
