import Diagnostics
import Languages
import Testing
import XMLReading

struct XMLHostileDocumentTests {
    @Test(arguments: [
        "<!DOCTYPE r [\n<!ENTITY a \"1\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">\n]><r><p>&c;</p></r>",
        "<!DOCTYPE r [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">\n]><r><p>&x;</p></r>",
        "<!DOCTYPE r [\n<!ENTITY x SYSTEM \"http://example.invalid/\">\n]><r><p>&x;</p></r>",
        "<!DOCTYPE r [\n<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;\n]><r><p>1</p></r>",
        "<!DOCTYPE r [\n<!NOTATION g SYSTEM \"g\"><!ENTITY x SYSTEM \"i\" NDATA g>\n]><r><p>1</p></r>",
    ])
    func `a document that declares an entity is refused before anything is expanded`(text: String) throws {
        for bytesPerChunk in [3, 64 * 1024] {
            let reading = try DocumentReading(text, record: "r/p", [("n", ".")], bytesPerChunk: bytesPerChunk)
            #expect(reading.records.isEmpty)
            #expect(reading.error?.kind == .entityDeclared)
            #expect(reading.error?.line == 2)
        }
    }

    @Test func `a document type outside is told and never fetched`() throws {
        let text = "<!DOCTYPE r SYSTEM \"file:///no/such/report.dtd\">\n<r><p>1</p></r>"
        let reading = try DocumentReading(text, record: "r/p", [("n", ".")])
        #expect(reading.error == nil)
        #expect(reading.values() == ["1"])
        #expect(reading.summary.notices.map(\.code) == ["xml.doctype-ignored"])
        #expect(reading.summary.notices.first?.severity == .notice)
        #expect(reading.summary.notices.first?.value == "file:///no/such/report.dtd")
        #expect(reading.summary.notices.first?.position?.file == "report.xml")
    }

    @Test func `an address with angle brackets in the document type is passed over`() throws {
        let text = "<!DOCTYPE r PUBLIC \"-//x\" \"http://example.invalid/a><b/c.dtd\"><r><p>1</p></r>"
        #expect(try DocumentReading(text, record: "r/p", [("n", ".")]).values() == ["1"])
    }

    @Test(arguments: ["<p>a&nbsp;b</p>", "<p n=\"a&nbsp;b\"/>"])
    func `a reference that only the outside could resolve is an error, not a lost text`(record: String) throws {
        let text = "<!DOCTYPE r SYSTEM \"report.dtd\"><r>\(record)</r>"
        let reading = try DocumentReading(text, record: "r/p", [("n", ".")])
        #expect(reading.error?.kind == .malformed)
        #expect(reading.error?.detail == "Entity 'nbsp' not defined")
    }

    @Test func `a document type with element declarations only is read`() throws {
        let text = "<!DOCTYPE r [ <!ELEMENT r (p)*> <!ELEMENT p (#PCDATA)> ]><r><p>1</p></r>"
        #expect(try DocumentReading(text, record: "r/p", [("n", ".")]).values() == ["1"])
    }

    @Test func `a hundred thousand nested elements end at the limit`() throws {
        let text = String(repeating: "<a>", count: 100_000)
        let error = try #require(try DocumentReading(text, record: "x").error)
        #expect(error.kind == .tooDeep)
        #expect(error.limit == 128)
        #expect(
            error.diagnostic.message(.english) == "Elements are nested deeper than the limit of 128 (depth).")
    }

    @Test func `as many nested elements as the limit allows are read`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(try DocumentReading(nested(128), record: "x").error == nil)
        #expect(try DocumentReading(nested(129), record: "x").error?.kind == .tooDeep)
        let wide = XMLReadingLimits(maximumDepth: 1000)
        #expect(try DocumentReading(nested(1000), record: "x", limits: wide).error == nil)
    }

    @Test(arguments: [257, 5000, 200_000])
    func `a flood of attributes ends at the limit`(count: Int) throws {
        let attributes = (0..<count).map { " a\($0)=\"\"" }.joined()
        let reading = try DocumentReading("<r><p>1</p>\n<q\(attributes)/></r>", record: "r/p", [("n", ".")])
        #expect(reading.values() == ["1"])
        #expect(reading.error?.kind == .tooManyAttributes)
        #expect(reading.error?.line == 2)
    }

    @Test func `as many attributes as the limit allows are read`() throws {
        let attributes = (0..<256).map { " a\($0)=\"\"" }.joined()
        #expect(try DocumentReading("<r\(attributes)/>", record: "r", [("last", "@a255")]).values() == [""])
    }

    @Test(arguments: [
        ("<r><p>", "x", "</p></r>"), ("<r><p><![CDATA[", "x", "]]></p></r>"), ("<r><p n=\"", "x", "\"/></r>"),
        ("<r><!--", "x", "--></r>"), ("<r><", "x", "/></r>"), ("<r><p>", "<b/>y", "</p></r>"),
    ])
    func `a text without end stops at the limit`(start: String, piece: String, end: String) throws {
        let text = start + String(repeating: piece, count: 300_000) + end
        let limits = XMLReadingLimits(maximumTextBytes: 100_000)
        let reading = try DocumentReading(text, record: "r/p", [("n", "."), ("a", "@n")], limits: limits)
        #expect(reading.records.isEmpty)
        #expect(reading.error?.kind == .textTooLong)
    }

    @Test func `a text as long as the limit is read, one byte more is not`() throws {
        let limits = XMLReadingLimits(maximumTextBytes: 6)
        #expect(try DocumentReading("<r>美祢</r>", record: "r", [("n", ".")], limits: limits).values() == ["美祢"])
        let error = try #require(try DocumentReading("<r>美祢x</r>", record: "r", limits: limits).error)
        #expect(error.kind == .textTooLong)
        #expect(error.limit == 6)
        let value = try #require(try DocumentReading("<r n='美祢x'/>", record: "r", limits: limits).error)
        #expect(value.kind == .textTooLong)
    }
}
