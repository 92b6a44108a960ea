import StatisticalMessages
import Testing

struct SDMXPeriodTests {
    private func period(_ text: String, frequency: String? = nil, yearStart: String? = nil) throws -> String? {
        var attributes = "TIME_PERIOD=\"\(text)\" OBS_VALUE=\"1\""
        if let frequency { attributes += " FREQ=\"\(frequency)\"" }
        if let yearStart { attributes += " REPORTING_YEAR_START_DAY=\"\(yearStart)\"" }
        let reading = try MessageReading(
            "<StructureSpecificData><DataSet><Obs \(attributes)/></DataSet></StructureSpecificData>", .sdmx, ["period"])
        return reading.observations.first?.values[0]
    }

    @Test(arguments: [
        ("2013", "2013"), ("2013-04", "2013-04"), ("2013-04-01", "2013-04-01"), ("2013-Q2", "2013-Q2"),
        ("2013Q2", "2013-Q2"), ("2013-M04", "2013-04"), ("2013M04", "2013-04"), ("2013-A1", "2013"),
        ("2013-04-01T00:00:00", "2013-04-01"), ("2013-04-01/P1M", "2013-04"), ("2013-04-01/P1Y", "FY2013"),
        ("2013-01-01/P1Y", "2013"), ("2013-04-01/P3M", "2013-Q2"),
        ("2013-S1", "2013-H1"), ("2013-02-01/P1Y", "12M2014-01"),
        ("2013-04-01/P6M", "FY2013-H1"), ("2013-10-01/P6M", "FY2013-H2"), ("2013-07-01/P6M", "2013-H2"),
        // No period of ours: the text stays, and the row waits for a person.
        ("2013-S3", "2013-S3"), ("2013-W05", "2013-W05"), ("2013-02-01/P3M", "2013-02-01/P3M"), ("2013-13", "2013-13"),
        ("2013-Q5", "2013-Q5"),
    ])
    func `a time period is read as what it means`(text: String, expected: String) throws {
        #expect(try period(text) == expected)
    }

    @Test func `a date stands for the period its frequency names`() throws {
        #expect(try period("2013-04-30", frequency: "M") == "2013-04")
        #expect(try period("2013-12-31", frequency: "A") == "2013")
        #expect(try period("2013-06-30", frequency: "Q") == "2013-Q2")
        #expect(try period("2013-06-30", frequency: "D") == "2013-06-30")
    }

    @Test func `a reporting year that starts in April is a fiscal year`() throws {
        #expect(try period("2013-A1", yearStart: "--04-01") == "FY2013")
        #expect(try period("2013-Q1", yearStart: "--04-01") == "2013-Q2")
        #expect(try period("2013-Q4", yearStart: "--04-01") == "2014-Q1")
        #expect(try period("2013-M10", yearStart: "--04-01") == "2014-01")
        #expect(try period("2013-A1", yearStart: "--07-01") == "2013-A1")
        // A plain year is the calendar's, whatever the reporting year is.
        #expect(try period("2013", yearStart: "--04-01") == "2013")
    }

    @Test(arguments: [
        ("A", "reported"), ("B", "reported"), ("P", "provisional"), ("p", "provisional"), ("E", "estimated"),
        ("F", "estimated"), ("I", "estimated"), ("V", "preliminary"), ("b,e", "estimated"), ("?", nil),
    ])
    func `a status is told in our words`(code: String, expected: String?) throws {
        let reading = try MessageReading(
            "<StructureSpecificData><DataSet><Obs OBS_VALUE=\"1\" OBS_STATUS=\"\(code)\"/></DataSet></StructureSpecificData>",
            .sdmx, ["status"])
        #expect(reading.observations.first?.values[0] == expected)
    }

    @Test(arguments: [
        ("M", "not-reported"), ("L", "not-surveyed"), ("Q", "suppressed"), ("c", "suppressed"), ("z", "not-applicable"),
        ("A", ""),
    ])
    func `a number that is missing says why`(code: String, expected: String) throws {
        for value in ["", "OBS_VALUE=\"NaN\"", "OBS_VALUE=\"\""] {
            let reading = try MessageReading(
                "<StructureSpecificData><DataSet><Obs \(value) OBS_STATUS=\"\(code)\"/></DataSet></StructureSpecificData>",
                .sdmx, ["value"])
            #expect(reading.observations.first?.values[0] == expected)
        }
    }
}
