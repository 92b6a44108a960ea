import Diagnostics
import Languages
import Testing
import XMLReading

struct XMLDamagedDocumentTests {
    private let start = "<r>\n<p><n>1</n></p>\n<p><n>2</n></p>\n"

    @Test(arguments: [
        // Where the file ends, and the line and column behind its last character.
        ("", 4, 1), ("<", 4, 2), ("<p><n>3</n></", 4, 14), ("<p><n>3", 4, 8), ("<p><n x=\"1", 4, 11),
        ("<p>&am", 4, 7), ("<!-- comment\n", 5, 1), ("<![CDATA[ab", 4, 12), ("<p><n>東京</n></p>\n  ", 5, 3),
    ])
    func `a document cut off gives every whole record, then says where it ends`(
        rest: String, line: Int, column: Int
    ) throws {
        let reading = try DocumentReading(start + rest, record: "r/p", [("n", "n")])
        #expect(reading.values().prefix(2) == ["1", "2"])
        #expect(reading.error?.kind == .truncated)
        #expect(reading.error?.line == line)
        #expect(reading.error?.column == column)
        #expect(reading.error?.recordsRead == reading.records.count)
    }

    @Test func `the message of a cut document counts the records and names the open element`() throws {
        let reading = try DocumentReading(start + "<p><n>3", record: "r/p", [("n", "n")])
        let diagnostic = try #require(reading.error?.diagnostic)
        #expect(diagnostic.code == "xml.truncated")
        #expect(diagnostic.message(.japanese) == "XML文書が途中で切れています。ここまでに2件の記録を読みました。")
        #expect(
            diagnostic.message(.english) == "The XML document ends too early. 2 records were read before that point.")
        #expect(diagnostic.position?.path == "/r/p[3]/n")
        #expect(diagnostic.position?.description == "report.xml:4:8 (/r/p[3]/n)")
        #expect(diagnostic.remedy != nil)
    }

    @Test func `a tag that closes another names line and column, counted in characters`() throws {
        // Behind </地方>: 2 spaces, 12 characters of start tag, 3 of text, 5 of end tag.
        let text = "<報告>\n  <地点 名=\"秋芳洞\">秋芳洞</地方>\n</報告>"
        let error = try #require(try DocumentReading(text, record: "報告/地点").error)
        #expect(error.kind == .malformed)
        #expect(error.line == 2)
        #expect(error.column == 23)
        #expect(error.detail == "Opening and ending tag mismatch: 地点 line 2 and 地方")
    }

    @Test func `records before a fault are delivered, in the same piece and in earlier ones`() throws {
        let text = "<r>" + (1...5000).map { "<p>\($0)</p>" }.joined() + "<p>5001</q><p>5002</p></r>"
        for bytesPerChunk in [7, 1000, 1 << 20] {
            let reading = try DocumentReading(text, record: "r/p", [("n", ".")], bytesPerChunk: bytesPerChunk)
            #expect(reading.values() == (1...5000).map { String($0) })
            #expect(reading.error?.kind == .malformed)
            #expect(reading.error?.recordsRead == 5000)
        }
    }

    @Test(arguments: [
        ("<r>\n<a>x & y</a></r>", 2, "xmlParseEntityRef: no name"),
        ("<r>\n<a>x\u{1}</a></r>", 2, "PCDATA invalid Char value 1"),
        ("<r>\n<a>&#1;</a></r>", 2, "xmlParseCharRef: invalid xmlChar value 1"),
        ("<r>\n<a>x\u{0}y</a></r>", 2, "U+0000"),
        ("<r>\n<a x='1' x='2'/></r>", 2, "Attribute x redefined"),
        ("<r/>\n<r/>", 2, "Extra content at the end of the document"),
        ("plain text, no XML", 1, "Document is empty"),
    ])
    func `what is not XML is named with its line`(text: String, line: Int, detail: String) throws {
        let error = try #require(try DocumentReading(text, record: "r/a").error)
        #expect(error.kind == .malformed)
        #expect(error.line == line)
        #expect(error.detail == detail)
        #expect(error.diagnostic.value == detail)
    }

    @Test func `a bare ampersand far from the end is named where it stands`() throws {
        let rest = String(repeating: "<p>0</p>\n", count: 20_000)
        let reading = try DocumentReading("<r>\n<p>1</p>\n<p>A & B</p>\n\(rest)</r>", record: "r/p", [("n", ".")])
        #expect(reading.values() == ["1"])
        #expect(reading.error?.kind == .malformed)
        #expect(reading.error?.line == 3)
    }

    @Test func `an empty file is cut off before it begins`() throws {
        let reading = try DocumentReading("", record: "r")
        #expect(reading.error?.kind == .truncated)
        #expect(reading.summary.rootName == nil)
    }

    @Test func `the same error comes again when asked again`() throws {
        let mapping = try XMLRecordMapping(recordPath: "r/p", fields: [])
        var reader = try XMLRecordReader(bytes: Array("<r></q>".utf8), displayName: "x.xml", mapping: mapping)
        var errors: [XMLReadingError] = []
        for _ in 0..<2 {
            do throws(XMLReadingError) { _ = try reader.next() } catch { errors.append(error) }
        }
        #expect(errors.count == 2)
        #expect(errors.first == errors.last)
    }

    @Test func `a missing file and a folder are told apart`() throws {
        let mapping = try XMLRecordMapping(recordPath: "r", fields: [])
        func kind(_ path: String) -> XMLReadingError.Kind? {
            do throws(XMLReadingError) {
                var reader = try XMLRecordReader(path: path, displayName: "x", mapping: mapping)
                _ = try reader.next()
                return nil
            } catch { return error.kind }
        }
        #expect(kind("/no/such/file.xml") == .fileNotFound)
        #expect(kind("/") == .fileUnreadable)
    }
}
