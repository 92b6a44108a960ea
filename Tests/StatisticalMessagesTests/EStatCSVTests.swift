import Diagnostics
import Languages
import StatisticalMessages
import Testing
import VisitorModel

struct EStatCSVTests {
    private static let fields = ["@cat02", "cat02.name", "period", "value", "unit", "note"]

    /// The layout of `getSimpleStatsData` with sectionHeaderFlg=1: keys with values, one of them over two lines.
    private static let head = """
        "RESULT",""
        "STATUS","0"
        "ERROR_MSG","正常に終了しました。"
        "RESULT_INF",""
        "TOTAL_NUMBER","@"
        "FROM_NUMBER","1"
        "TO_NUMBER","2"
        #"TABLE_INF","0003288052"
        "TITLE","港別　出入国者
        （月次）"
        "NOTE","***","公表しない数値"
        "VALUE"

        """

    private static let table = """
        "tab_code","表章項目","cat02_code","国籍・地域","time_code","時間軸(月次)","unit","value","annotation"
        "100","入国外国人","50000","台湾","2024000707","2024年7月","人","3225712",""
        "100","入国外国人","50000","台湾","2024000808","2024年8月","人","***","*1"

        """

    private static func text(total: Int, next: String = "") -> String {
        head.replacing("@", with: "\(total)").replacing("#", with: next) + table
    }

    @Test func `a table with its section header gives numbers, labels and marks`() throws {
        let reading = try MessageReading(Self.text(total: 2), .eStat, Self.fields)
        #expect(reading.error == nil)
        #expect(reading.lines == ["50000 台湾 2024-07 3225712 人 ·", "50000 台湾 2024-08 *** 人 *1"])
        #expect(reading.summary?.symbols == ["***": .absent(.suppressed)])
        #expect(reading.summary?.shortfall == nil)
        #expect(reading.summary?.axes == ["tab", "cat02", "time"])
        #expect(reading.summary?.rows.head == 11)
        #expect(reading.summary?.rows.header == 1)
        #expect(reading.observations[0].row == 13)
        #expect(reading.observations[0].line == 14)
        #expect(reading.observations[0].column == 8)
    }

    @Test func `a table without a section header is read the same`() throws {
        let reading = try MessageReading(Self.table, .eStat, Self.fields)
        #expect(reading.lines == ["50000 台湾 2024-07 3225712 人 ·", "50000 台湾 2024-08 *** 人 *1"])
        #expect(reading.observations[0].row == 2)
    }

    @Test func `rows that are missing and parts of a delivery are noticed`() throws {
        let short = Self.text(total: 2).replacing("\"TO_NUMBER\",\"2\"", with: "\"TO_NUMBER\",\"3\"")
        #expect(try MessageReading(short, .eStat, ["value"]).summary?.shortfall?.code == "e-stat.rows-differ")
        let part = Self.text(total: 9, next: "\"NEXT_KEY\",\"3\"\n")
        #expect(try MessageReading(part, .eStat, ["value"]).codes.contains("e-stat.incomplete-delivery"))
    }

    @Test func `an error and an empty answer are told from a table`() throws {
        let failed = "\"RESULT\",\"\"\n\"STATUS\",\"300\"\n\"ERROR_MSG\",\"統計表IDが正しくありません。\"\n"
        #expect(try MessageReading(failed, .eStat, ["value"]).error?.diagnostic.value == "統計表IDが正しくありません。")
        let empty = failed.replacing("300", with: "1")
        let reading = try MessageReading(empty, .eStat, ["value"])
        #expect(reading.error == nil)
        #expect(reading.codes == ["e-stat.no-rows"])
    }

    @Test func `a table downloaded from the website is another form, and the message says which`() throws {
        let reading = try MessageReading(input: "estat/FEH_00200524_200927163843.csv", .eStat, ["value"])
        #expect(reading.error?.diagnostic.code == "e-stat.no-table")
        #expect(reading.error?.diagnostic.remedy?.en.contains("format: csv") == true)
    }

    @Test func `a torn row is held, the rest is read`() throws {
        let torn = Self.table.replacing("\"人\",\"3225712\",\"\"", with: "\"人\"")
        let reading = try MessageReading(torn, .eStat, ["value"])
        #expect(reading.observations.map(\.problem?.code) == ["row.too-few-cells", nil])
    }
}
