import CSVReading
import Diagnostics
import StatisticalMessages
import Testing

struct SDMXCSVTests {
    private static let fields = ["@GEO", "GEO.name", "period", "value", "unit", "scale", "status"]

    @Test func `SDMX-CSV 1.0 with codes alone`() throws {
        let reading = try MessageReading(
            """
            DATAFLOW,FREQ,GEO,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT
            ESTAT:TOUR(1.0),M,JP,2013-04,12.5,P,NR,3
            ESTAT:TOUR(1.0),M,FR,2013-04,,M,NR,0
            """, .sdmx, Self.fields)
        #expect(reading.lines == ["JP · 2013-04 12.5 NR 3 provisional", "FR · 2013-04 not-reported NR 0 ·"])
        #expect(reading.observations[0].row == 2)
        #expect(reading.observations[0].column == 5)
        #expect(reading.summary?.axes == ["FREQ", "GEO", "TIME_PERIOD", "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT"])
    }

    @Test func `SDMX-CSV 2.0 with semicolons, labels in the cells, and a decimal comma`() throws {
        let reading = try MessageReading(
            """
            STRUCTURE[|];STRUCTURE_ID;ACTION;FREQ: Frequency;GEO: Geopolitical entity;TIME_PERIOD: Time;OBS_VALUE: Value;OBS_STATUS[]: Status;UNIT_MEASURE: Unit
            dataflow;ESTAT:NA_MAIN(1.6.0): National accounts;I;A: Annual;JP: Japan: all of it;2013;12,4;A: Normal|E: Estimated;NR: Number
            dataflow;ESTAT:NA_MAIN(1.6.0): National accounts;I;A: Annual;FR: France;2014;1.5;A: Normal;NR: Number
            dataflow;ESTAT:NA_MAIN(1.6.0): National accounts;D;A: Annual;FR: France;2015;-;;
            """, .sdmx, Self.fields)
        #expect(
            reading.lines.prefix(2) == [
                "JP Japan: all of it 2013 12.4 NR 0 reported", "FR France 2014 1.5 NR 0 reported",
            ])
        #expect(reading.observations.map(\.problem?.code) == [nil, nil, "sdmx.deletion"])
    }

    @Test func `labels shown only by the structure's identifier are told apart from codes`() throws {
        let reading = try MessageReading(
            """
            DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE
            ESTAT:TOUR(1.0): Tourism,JP: Japan,2013,5
            """, .sdmx, ["@GEO", "GEO.name", "value"])
        #expect(reading.lines == ["JP Japan 5"])
        let plain = try MessageReading(
            "DATAFLOW,GEO,COMMENT,TIME_PERIOD,OBS_VALUE\nESTAT:TOUR(1.0),JP,Note: see below,2013,5\n", .sdmx,
            ["@COMMENT"])
        #expect(plain.lines == ["Note: see below"])
    }

    @Test func `labels in columns of their own`() throws {
        let reading = try MessageReading(
            """
            STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,GEO,Geopolitical entity,TIME_PERIOD,Time period,OBS_VALUE,Observation value,UNIT_MULT
            DATAFLOW,OECD:TOUR(1.0),Tourism,I,JP,Japan,2013-Q2,,7,,6
            """, .sdmx, Self.fields)
        #expect(reading.lines == ["JP Japan 2013-Q2 7 · 6 ·"])
    }

    @Test func `a comma between thousands is no decimal comma where commas separate cells`() throws {
        let reading = try MessageReading(
            "DATAFLOW,TIME_PERIOD,OBS_VALUE\nA:B(1.0),2013,\"1,234\"\n", .sdmx, ["value"])
        #expect(reading.lines == ["1,234"])
    }

    @Test func `rows of attributes, blank lines and torn rows are told apart`() throws {
        let reading = try MessageReading(
            "STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE,TITLE\n"
                + "dataflow,A:B(1.0),I,JP,,,All of Japan\n\ndataflow,A:B(1.0),I,JP,2013\ndataflow,A:B(1.0),I,JP,2013,5,\n",
            .sdmx, ["value"])
        #expect(reading.observations.map(\.isAttributeOnly) == [true, false, false])
        #expect(reading.observations.map(\.problem?.code) == [nil, "row.too-few-cells", nil])
        #expect(reading.summary?.rows.blank == 1)
    }

    @Test func `a header without rows is said to be one`() throws {
        #expect(try MessageReading("DATAFLOW,GEO,OBS_VALUE\n", .sdmx, ["value"]).codes == ["sdmx.no-rows"])
    }
}
