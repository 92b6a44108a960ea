import Diagnostics
import Testing
import XMLReading

struct XMLRecordReaderTests {
    private let report = """
        <?xml version="1.0" encoding="UTF-8"?>
        <入込客報告 市="美祢市">
          <月報 年月="2019-04">
            <担当>観光課</担当>
            <地点 名称="秋芳洞"><入込客数 単位="人"> 12,345 </入込客数></地点>
            <!-- 改修中 -->
            <地点
                名称="秋吉台">
              <入込客数 単位="人">678</入込客数>
              <備考/>
            </地点>
          </月報>
          <月報 年月="2019-05">
            <地点 名称="秋芳洞"><入込客数 単位="人">9</入込客数><天候>晴</天候></地点>
          </月報>
        </入込客報告>
        """

    @Test func `records carry values of their own, of children and of what stands above`() throws {
        let reading = try DocumentReading(
            report, record: "入込客報告/月報/地点",
            [
                ("city", "../../@市"), ("month", "../@年月"), ("place", "@名称"), ("visitors", "入込客数"),
                ("unit", "入込客数/@単位"), ("clerk", "../担当"), ("note", "備考"),
            ])
        #expect(reading.error == nil)
        #expect(
            reading.records.map(\.values) == [
                ["美祢市", "2019-04", "秋芳洞", "12,345", "人", "観光課", nil],
                ["美祢市", "2019-04", "秋吉台", "678", "人", "観光課", ""],
                ["美祢市", "2019-05", "秋芳洞", "9", "人", nil, nil],
            ])
    }

    @Test func `a record names its line, the lines of its values and its path with positions`() throws {
        let reading = try DocumentReading(
            report, record: "/入込客報告/月報/地点", [("place", "@名称"), ("visitors", "入込客数"), ("month", "../@年月")])
        #expect(reading.records.map(\.index) == [1, 2, 3])
        // The second record's tag runs over two lines; its first counts.
        #expect(reading.records.map(\.line) == [5, 7, 14])
        #expect(reading.records.map(\.fieldLines) == [[5, 5, 3], [7, 9, 3], [14, 14, 13]])
        #expect(
            reading.records.map(\.path) == [
                "/入込客報告/月報[1]/地点[1]", "/入込客報告/月報[1]/地点[2]", "/入込客報告/月報[2]/地点[1]",
            ])
    }

    @Test func `names that no field uses are told, so that a changed layout is seen`() throws {
        let reading = try DocumentReading(report, record: "入込客報告/月報/地点", [("visitors", "入込客数")])
        #expect(reading.records.map(\.unmappedNames) == [["@名称"], ["@名称", "備考"], ["@名称", "天候"]])
    }

    @Test func `an element that stands twice is told, and the first value kept`() throws {
        let reading = try DocumentReading(
            "<r><p><n>1</n><n>2</n></p><p><n>3</n></p></r>", record: "r/p", [("n", "n")])
        #expect(reading.values() == ["1", "3"])
        #expect(reading.records.map(\.repeatedFields) == [[0], []])
    }

    @Test func `a star is one step of any name, and two slashes any depth`() throws {
        let text = "<r><a><p n='1'/></a><b><p n='2'/></b><p n='3'/><a><c><p n='4'/></c></a></r>"
        #expect(try DocumentReading(text, record: "r/*/p", [("n", "@n")]).values() == ["1", "2"])
        #expect(try DocumentReading(text, record: "//p", [("n", "@n")]).values() == ["1", "2", "3", "4"])
        #expect(try DocumentReading(text, record: "//a/p", [("n", "@n")]).values() == ["1"])
    }

    @Test func `of several siblings before a record the nearest counts`() throws {
        let text = "<r><m>4</m><p/><p/><m>5</m><p/></r>"
        #expect(try DocumentReading(text, record: "r/p", [("m", "../m")]).values() == ["4", "4", "5"])
    }

    @Test func `a value that comes after its records is warned of`() throws {
        let reading = try DocumentReading("<r>\n<p/>\n<m>4</m></r>", record: "r/p", [("month", "../m")])
        #expect(reading.values() == [nil])
        #expect(reading.summary.notices.map(\.code) == ["xml.value-after-records"])
        #expect(reading.summary.notices.first?.position == SourcePosition(file: "report.xml", line: 3))
    }

    @Test func `text is joined over comments, CDATA and references, and an element's own`() throws {
        let text = "<r><p>a<!-- x -->b<![CDATA[<c> & ]]>&amp;&#x41;&#31119;<q>no</q>!</p></r>"
        #expect(try DocumentReading(text, record: "r/p", [("own", ".")]).values() == ["ab<c> & &A福!"])
    }

    @Test func `prefixes are the writer's whim`() throws {
        let text = """
            <m:r xmlns:m="urn:a" xmlns:x.1-ü="urn:b"><x.1-ü:p m:id="q" id="plain"><p xmlns="urn:c">no</p>\
            <x.1-ü:n>1</x.1-ü:n></x.1-ü:p></m:r>
            """
        let reading = try DocumentReading(text, record: "r/p", [("n", "n"), ("id", "@id")])
        #expect(reading.records.map(\.values) == [["1", "plain"]])
        #expect(reading.summary.notices.isEmpty)
    }

    @Test func `a prefix that was never declared is read and told`() throws {
        let reading = try DocumentReading("<r>\n<m:p>1</m:p></r>", record: "r/p", [("n", ".")])
        #expect(reading.values() == ["1"])
        #expect(reading.summary.notices.map(\.code) == ["xml.parser-notice"])
    }

    @Test func `a record inside a record is refused after those before it`() throws {
        let reading = try DocumentReading(
            "<r>\n<p>1</p>\n<p>2\n<q><p>3</p></q></p></r>", record: "//p", [("n", ".")])
        #expect(reading.values() == ["1"])
        #expect(reading.error?.kind == .nestedRecord)
        #expect(reading.error?.line == 4)
        #expect(reading.error?.path == "/r/p[2]/q/p")
    }

    @Test func `when nothing matches, the summary says what is there instead`() throws {
        let reading = try DocumentReading(report, record: "report/month", [("n", ".")])
        #expect(reading.error == nil)
        #expect(reading.records.isEmpty)
        #expect(
            reading.summary.elementPathsSeen == [
                "/入込客報告", "/入込客報告/月報", "/入込客報告/月報/担当", "/入込客報告/月報/地点",
                "/入込客報告/月報/地点/入込客数", "/入込客報告/月報/地点/備考", "/入込客報告/月報/地点/天候",
            ])
        #expect(reading.summary.elements == 12)
        #expect(reading.summary.rootName == "入込客報告")
        #expect(reading.summary.declaredEncoding == "UTF-8")
    }

    @Test func `the list of paths ends at twenty`() throws {
        let children = (1...1000).map { "<e\($0)/>" }.joined()
        let reading = try DocumentReading("<r>\(children)</r>", record: "x")
        #expect(reading.summary.elementPathsSeen.count == 20)
        #expect(reading.summary.elementPathsSeen.last == "/r/e19")
    }

    @Test func `a record without fields is still counted`() throws {
        let reading = try DocumentReading("<r><p/><p/></r>", record: "r/p")
        #expect(reading.summary.records == 2)
    }
}
