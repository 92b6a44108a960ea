import Diagnostics
import Languages
import StatisticalMessages
import Testing
import VisitorModel

struct EStatTests {
    private static let fields = ["@area", "area.name", "period", "value", "unit", "scale"]

    @Test func `an answer of version 3 gives every number with its labels`() throws {
        let reading = try MessageReading(
            input: "estat/estat_v3_getStatsData_population_DERIVED.xml", .eStat,
            Self.fields + ["@cat01", "cat01.name", "area.parent", "area.level"])
        #expect(reading.error == nil)
        #expect(reading.observations.count == 240)
        #expect(reading.summary?.notices == [])
        #expect(reading.summary?.shortfall == nil)
        #expect(reading.summary?.axes == ["tab", "cat01", "cat02", "area", "time"])
        // Totals by Python's xml.etree: all numbers, and Yamaguchi's.
        let values = reading.observations.compactMap { Int($0.values[3] ?? "") }
        #expect(values.reduce(0, +) == 1_266_688)
        let yamaguchi = reading.lines.filter { $0.hasPrefix("35000") }
        #expect(
            yamaguchi == [
                "35000 山口県 2015 1405 人 3 000 男女計 00000 2", "35000 山口県 2016 1394 人 3 000 男女計 00000 2",
                "35000 山口県 2017 1383 人 3 000 男女計 00000 2", "35000 山口県 2018 1370 人 3 000 男女計 00000 2",
                "35000 山口県 2019 1358 人 3 000 男女計 00000 2",
            ])
        #expect(reading.observations[0].path == "/GET_STATS_DATA/STATISTICAL_DATA/DATA_INF/VALUE[1]")
        #expect(
            reading.observations[0].rawText
                == "tab=001 cat01=000 cat02=001 area=00000 time=2015000000 unit=千人 value=127095")
    }

    private static func answer(
        status: Int = 0, message: String = "正常に終了しました。", counts: String = "", classes: String = "", values: String = ""
    ) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <GET_STATS_DATA><RESULT><STATUS>\(status)</STATUS><ERROR_MSG>\(message)</ERROR_MSG></RESULT>
        <PARAMETER><LANG>J</LANG></PARAMETER>
        <STATISTICAL_DATA><RESULT_INF>\(counts)</RESULT_INF><CLASS_INF>\(classes)</CLASS_INF>
        <DATA_INF>\(values)</DATA_INF></STATISTICAL_DATA></GET_STATS_DATA>
        """
    }

    @Test func `an answer of version 1 has its counts elsewhere and may lack axes`() throws {
        let reading = try MessageReading(
            """
            <GET_STATS_DATA><RESULT><STATUS>0</STATUS><ERROR_MSG/></RESULT>
            <STATISTICAL_DATA><TABLE_INF id="1"><TITLE>表</TITLE><TOTAL_NUMBER>2</TOTAL_NUMBER><FROM_NUMBER>1</FROM_NUMBER>
            <TO_NUMBER>2</TO_NUMBER></TABLE_INF>
            <CLASS_INF><CLASS_OBJ id="cat01" name="品目"><CLASS code="1" name="宿泊料" unit="円"/></CLASS_OBJ>
            <CLASS_OBJ id="time" name="時間軸"><CLASS code="2013000404" name="平成25年4月"/></CLASS_OBJ></CLASS_INF>
            <DATA_INF><NOTE char="***">調査していない</NOTE><VALUE cat01="1" time="2013000404">1200</VALUE>
            <VALUE cat01="1" time="2013000505">***</VALUE></DATA_INF></STATISTICAL_DATA></GET_STATS_DATA>
            """, .eStat, ["cat01.name", "period", "value", "unit", "@area"])
        #expect(reading.lines == ["宿泊料 2013-04 1200 円 ·", "宿泊料 2013-05 *** 円 ·"])
        #expect(reading.summary?.symbols == ["***": .absent(.notSurveyed)])
        #expect(reading.summary?.shortfall == nil)
    }

    @Test(arguments: [
        ("2013000404", nil, "2013-04"), ("2013000406", nil, "2013-Q2"), ("2013000000", nil, "2013"),
        ("2013100000", nil, "FY2013"), ("2013000103", "2013年1～3月期", "2013-Q1"),
        ("2013000404", "平成25年4月", "2013-04"),
        // The name decides: a year of twelve months from October, a fiscal year under a calendar year's code.
        ("2006001010", "2006年10月～2007年9月", "2006年10月～2007年9月"), ("2013000000", "平成25年度", "FY2013"),
        ("2013000404", "2013年4月～2014年3月", "FY2013"), ("2013000106", "2013年上期", "2013年上期"),
        ("2013000601", nil, "2013000601"), ("2013", nil, "2013"), ("2013001313", nil, "2013001313"),
        ("2013000404", "Apr. 2013", "2013-04"),
    ])
    func `a time code is read with its name`(code: String, name: String?, expected: String) throws {
        let label = name.map { " name=\"\($0)\"" } ?? ""
        let text = Self.answer(
            classes: "<CLASS_OBJ id=\"time\" name=\"時\"><CLASS code=\"\(code)\"\(label)/></CLASS_OBJ>",
            values: "<VALUE time=\"\(code)\">1</VALUE>")
        #expect(try MessageReading(text, .eStat, ["period"]).lines == [expected])
    }

    @Test(arguments: [
        ("人", "人", 0), ("千人", "人", 3), ("万人", "人", 4), ("百万円", "円", 6), ("10億円", "円", 9), ("億円", "円", 8),
        ("十億円", "円", 9), ("1,000 persons", "persons", 3), ("Thousand persons", "persons", 3), ("million yen", "yen", 6),
        ("％", "％", 0), ("人泊", "人泊", 0), ("1人当たり円", "1人当たり円", 0), ("１００万人", "人", 6), ("千", "千", 3),
    ])
    func `a unit is taken apart into scale and word`(text: String, unit: String, power: Int) throws {
        let answer = Self.answer(values: "<VALUE time=\"2013000000\" unit=\"\(text)\">1</VALUE>")
        let reading = try MessageReading(answer, .eStat, ["unit", "scale"])
        #expect(reading.lines == ["\(unit) \(power)"])
    }

    @Test func `an error of the service ends the message before it begins, with its words`() throws {
        let text = Self.answer(status: 100, message: "認証に失敗しました。アプリケーションIDを確認して下さい。")
        let error = try #require(try MessageReading(text, .eStat, ["value"]).error)
        #expect(error.diagnostic.code == "e-stat.error")
        #expect(error.diagnostic.value == "認証に失敗しました。アプリケーションIDを確認して下さい。")
        #expect(error.diagnostic.message(.japanese).contains("STATUS 100"))
    }

    @Test func `an answer without rows is no error`() throws {
        let reading = try MessageReading(Self.answer(status: 1, message: "該当データなし"), .eStat, ["value"])
        #expect(reading.error == nil)
        #expect(reading.observations.isEmpty)
        #expect(reading.codes == ["e-stat.no-rows"])
        #expect(reading.summary?.notices[0].severity == .notice)
    }

    private static let three = (1...3).map { "<VALUE time=\"201300000\($0)\">\($0)</VALUE>" }.joined()

    @Test func `a part of a delivery is named as one, with how to fetch the rest`() throws {
        let counts =
            "<TOTAL_NUMBER>10</TOTAL_NUMBER><FROM_NUMBER>1</FROM_NUMBER><TO_NUMBER>3</TO_NUMBER><NEXT_KEY>4</NEXT_KEY>"
        let reading = try MessageReading(Self.answer(counts: counts, values: Self.three), .eStat, ["value"])
        #expect(reading.codes == ["e-stat.incomplete-delivery"])
        let notice = try #require(reading.summary?.notices[0])
        #expect(notice.message(.english) == "This answer is only a part: values 1 to 3 of 10.")
        #expect(notice.remedy?(.english) == "Fetch the rest with startPosition=4 and load that file too.")
        let last = "<TOTAL_NUMBER>10</TOTAL_NUMBER><FROM_NUMBER>8</FROM_NUMBER><TO_NUMBER>10</TO_NUMBER>"
        let end = try MessageReading(Self.answer(counts: last, values: Self.three), .eStat, ["value"])
        #expect(end.codes == ["e-stat.incomplete-delivery"])
        #expect(end.summary?.shortfall == nil)
    }

    @Test func `fewer rows than the answer itself announces make all of it doubtful`() throws {
        for counts in [
            "<TOTAL_NUMBER>5</TOTAL_NUMBER><FROM_NUMBER>1</FROM_NUMBER><TO_NUMBER>5</TO_NUMBER>",
            "<TOTAL_NUMBER>5</TOTAL_NUMBER>",
        ] {
            let reading = try MessageReading(Self.answer(counts: counts, values: Self.three), .eStat, ["value"])
            #expect(reading.summary?.shortfall?.code == "e-stat.rows-differ")
            #expect(
                reading.summary?.shortfall?.message(.english).contains("3 values, but the answer itself announces 5")
                    == true)
        }
    }

    @Test(
        arguments: [
            ("調査していない", SymbolMeaning.absent(.notSurveyed)), ("数字が秘匿されているもの", .absent(.suppressed)),
            ("表章単位に満たないもの", .absent(.belowUnit)), ("数字が得られないもの", .absent(.notReported)),
            ("皆無又は該当数字がないもの", .zero), ("計数のない場合", nil), ("不詳又は秘匿", nil),
        ] as [(String, SymbolMeaning?)])
    func `a mark means what the table plainly says, and stays open otherwise`(text: String, meaning: SymbolMeaning?)
        throws
    {
        let values = "<NOTE char=\"-\">\(text)</NOTE><VALUE time=\"2013000000\">-</VALUE>"
        let reading = try MessageReading(Self.answer(values: values), .eStat, ["value"])
        #expect(reading.summary?.symbols["-"] == meaning)
        #expect(reading.codes == ["e-stat.mark"])
        #expect((reading.summary?.notices[0].remedy == nil) == (meaning != nil))
    }

    @Test func `an answer of another kind and a broken one are told apart`() throws {
        let list = try MessageReading("<GET_STATS_LIST><RESULT/></GET_STATS_LIST>", .eStat, ["value"])
        #expect(
            list.error?.diagnostic.message(.english)
                == "This is an answer of e-Stat, but not statistical data (getStatsData).")
        let whole = Self.answer(values: Self.three)
        let cut = try MessageReading(String(whole.prefix(whole.count - 40)), .eStat, ["value"])
        #expect(cut.observations.count == 3)
        #expect(cut.error?.diagnostic.code == "xml.truncated")
        #expect(cut.error?.observationsRead == 3)
    }
}
