import Reporting
import Testing
import VisitorMetrics
import VisitorModel

/// Figures go out as SDMX and come back through the reader that reads other offices' messages.
struct SDMXRoundTripTests {
    private func files(_ content: ExportContent) throws -> [ExportFile] {
        try ["data.xml", "data.csv"].map { name in
            try #require((SDMXExport.xmlFiles(content) + SDMXExport.csvFiles(content)).first { $0.name == name })
        }
    }

    @Test(arguments: ["秋芳洞", ExportedFigures.hostile])
    func `every figure comes back with its value, unit, status and period`(name: String) throws {
        let content = try ExportedFigures(name: name).content
        for file in try files(content) {
            let rows = try ExportedFigures.read(file)
            #expect(rows.count == content.figures.count)
            for figure in content.figures {
                let row = try #require(rows.first { $0[0] == figure.id }, "\(figure.id) in \(file.name)")
                #expect(row[1] == figure.period.id)
                #expect(row[2] == figure.value?.description)
                #expect(row[3] == figure.unit.rawValue)
                #expect(row[4] == figure.status.rawValue)
            }
        }
    }

    @Test func `a missing value is no number, and zero is one`() throws {
        let content = try ExportedFigures().content
        for file in try files(content) {
            let values = try ExportedFigures.read(file).map { $0[2] }
            #expect(values.count { $0 == "0" } == 1)
            #expect(values.count { $0 == nil } == ObservationStatus.allCases.count { !$0.hasValue })
        }
    }

    @Test func `a sum that lacks counts is not marked as a normal value`() throws {
        let content = try ExportedFigures().content
        let xml = try #require(files(content).first).text
        let line = try #require(xml.split(separator: "\n").first { $0.contains("OBS_VALUE=\"12\"") })
        #expect(line.contains("OBS_STATUS=\"U\""))
        #expect(line.contains("REPORTED=\"1\" EXPECTED=\"2\""))
        #expect(line.contains("MISSING=\"plateau 2013-04 not-reported\""))
    }

    @Test func `suppressed stays suppressed in the common code list`() throws {
        let content = try ExportedFigures().content
        let xml = try #require(files(content).first).text
        let line = try #require(xml.split(separator: "\n").first { $0.contains("STATUS=\"suppressed\"") })
        #expect(line.contains("OBS_STATUS=\"Q\""))
        #expect(!line.contains("OBS_VALUE"))
    }
}
