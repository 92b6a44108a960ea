import Diagnostics
import Languages
import StatisticalMessages
import Testing

struct SDMXMessageTests {
    private static func message(_ content: String, header: String = "", after: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <mes:StructureSpecificData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
          xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific"
          xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns1="urn:sdmx:one">
        <mes:Header><mes:ID>T</mes:ID>\(header)<mes:Structure structureID="S" namespace="urn:sdmx:one"
          dimensionAtObservation="TIME_PERIOD"><com:StructureUsage>urn:sdmx:flow</com:StructureUsage></mes:Structure></mes:Header>
        \(content)
        \(after)
        </mes:StructureSpecificData>
        """
    }

    @Test func `a message of SDMX 3 gives its numbers, several statuses as the weakest`() throws {
        let text = Self.message(
            """
            <mes:DataSet ss:structureRef="S" xsi:type="ns1:DataSetType" ss:dataScope="DataStructure" ss:action="Replace">
             <Series freq="M" geo="JP" c_resid="FOR" unit="THS_PER">
              <Obs TIME_PERIOD="2013-04" OBS_VALUE="12.5"><Comp id="OBS_STATUS"><Value>A</Value><Value>E</Value></Comp></Obs>
              <Obs TIME_PERIOD="2013-05" OBS_VALUE="13" OBS_STATUS="p"/>
             </Series>
            </mes:DataSet>
            """)
        let reading = try MessageReading(
            text, .sdmx, ["@geo", "period", "value", "status", "unit", "scale", "@OBS_STATUS"])
        #expect(reading.error == nil)
        #expect(reading.lines == ["JP 2013-04 12.5 estimated THS_PER 3 A,E", "JP 2013-05 13 provisional THS_PER 3 p"])
    }

    @Test func `an answer that is only a footer is an error, never no rows`() throws {
        let reading = try MessageReading(input: "sdmx/estat_footer.xml", .sdmx, ["value"])
        let error = try #require(reading.error)
        #expect(error.diagnostic.code == "sdmx.footer")
        #expect(error.diagnostic.severity == .error)
        #expect(error.diagnostic.message(.english).contains("413"))
        #expect(error.diagnostic.value?.contains("wHsvjs7hQCy7Dqf4") == true)
        #expect(error.observationsRead == 0)
    }

    private static let footer = """
        <f:Footer xmlns:f="urn:footer"><f:Message code="CODE" severity="SEVERITY"><com:Text>cut at the limit</com:Text></f:Message></f:Footer>
        """
    private static let one = """
        <mes:DataSet ss:structureRef="S"><Series GEO="JP"><Obs TIME_PERIOD="2013" OBS_VALUE="1"/></Series></mes:DataSet>
        """

    @Test func `a footer that reports an error behind data makes all of it doubtful`() throws {
        let error = Self.footer.replacing("CODE", with: "510").replacing("SEVERITY", with: "Error")
        let cut = try MessageReading(Self.message(Self.one, after: error), .sdmx, ["value"])
        #expect(cut.observations.count == 1)
        #expect(cut.summary?.shortfall?.value == "cut at the limit")
        let remark = Self.footer.replacing("CODE", with: "1001").replacing("SEVERITY", with: "Information")
        let whole = try MessageReading(Self.message(Self.one, after: remark), .sdmx, ["value"])
        #expect(whole.summary?.shortfall == nil)
        #expect(whole.codes == ["sdmx.footer"])
    }

    @Test func `no results found is no error, but it is said`() throws {
        let none = Self.footer.replacing("CODE", with: "100").replacing("SEVERITY", with: "Information")
        let reading = try MessageReading(Self.message("", after: none), .sdmx, ["value"])
        #expect(reading.error == nil)
        #expect(reading.codes == ["sdmx.no-rows"])
        #expect(try MessageReading(Self.message(""), .sdmx, ["value"]).codes == ["sdmx.no-rows"])
    }

    @Test func `what tells to delete is kept aside, not read as a number`() throws {
        let deleting = Self.one.replacing("ss:structureRef", with: "ss:action=\"Delete\" ss:structureRef")
        let byHeader = Self.message(Self.one, header: "<mes:DataSetAction>Delete</mes:DataSetAction>")
        for text in [Self.message(deleting), byHeader] {
            let reading = try MessageReading(text, .sdmx, ["value"])
            #expect(reading.observations.map(\.problem?.code) == ["sdmx.deletion"])
        }
    }

    @Test func `a message cut off gives what came before and says where it broke`() throws {
        let text = Self.message(Self.one)
        let cut = String(text.prefix(text.count - 40))
        let reading = try MessageReading(cut, .sdmx, ["value"])
        #expect(reading.observations.count == 1)
        let error = try #require(reading.error)
        #expect(error.observationsRead == 1)
        #expect(error.diagnostic.code == "xml.truncated")
        #expect(error.diagnostic.message(.english).contains("1 record was read"))
        #expect(error.diagnostic.position?.path?.hasPrefix("/StructureSpecificData") == true)
    }

    @Test(arguments: [
        ("<m:Structure xmlns:m='u'><m:Structures/></m:Structure>", "sdmx.other-document"),
        ("<html><body>Service unavailable</body></html>", "sdmx.other-document"),
        ("<GET_STATS_DATA/>", "sdmx.other-document"),
        (
            #"<m:Error xmlns:m="u" xmlns:c="v"><m:ErrorMessage code="140"><c:Text>Syntax error</c:Text></m:ErrorMessage></m:Error>"#,
            "sdmx.error"
        ),
        (#"{"header":{}}"#, "message.json"),
        ("month,visitors\n", "sdmx.other-document"),
        ("", "sdmx.other-document"),
    ])
    func `what is no data message is refused by name`(text: String, code: String) throws {
        let reading = try MessageReading(text, .sdmx, ["value"])
        #expect(reading.error?.diagnostic.code == code)
        #expect(reading.observations.isEmpty)
    }

    @Test func `a structure message is named as what it is`() throws {
        let error = try MessageReading(input: "sdmx/ng-structure.xml", .sdmx, ["value"]).error
        #expect(error?.diagnostic.message(.english) == "This is an SDMX structure message; it holds no numbers.")
    }

    @Test func `groups beyond the limit end the message instead of the memory`() throws {
        let title = String(repeating: "x", count: 900_000)
        let groups = (0..<19).map { "<Group GEO=\"\($0)\" TITLE=\"\(title)\"/>" }.joined()
        let text = Self.message("<mes:DataSet ss:structureRef=\"S\">\(groups)</mes:DataSet>")
        let reading = try MessageReading(text, .sdmx, ["value"])
        #expect(reading.error?.diagnostic.code == "message.too-many-groups")
    }

    @Test func `a group's title belongs to its own series only`() throws {
        let text = Self.message(
            """
            <mes:DataSet ss:structureRef="S">
             <Group GEO="JP" TITLE="Japan"/><Group GEO="FR" TITLE="France"/><Group FREQ="M" COLL="sum"/>
             <Series GEO="FR" FREQ="M"><Obs TIME_PERIOD="2013" OBS_VALUE="1"/></Series>
             <Series GEO="JP" FREQ="A"><Obs TIME_PERIOD="2013" OBS_VALUE="2"/></Series>
             <Series GEO="DE" FREQ="A" TITLE="its own"><Obs TIME_PERIOD="2013" OBS_VALUE="3"/></Series>
            </mes:DataSet>
            """)
        let reading = try MessageReading(text, .sdmx, ["value", "@TITLE", "@COLL"])
        #expect(reading.lines == ["1 France sum", "2 Japan ·", "3 its own ·"])
    }
}
