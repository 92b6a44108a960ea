import Diagnostics
import Foundation
import Languages
import Testing
import XMLReading

/// Documents of other XML projects; see `Inputs/README.md`.
struct XMLRealFilesTests {
    private struct Content {
        var events: [String] = []
        var elementCount = 0
        var notices: [Diagnostic] = []
        var error: XMLReadingError?
    }

    private func content(_ input: String) throws -> Content {
        let folder = try #require(Bundle.module.resourcePath)
        var content = Content()
        var reader = try XMLEventReader(path: folder + "/Inputs/" + input, displayName: input)
        do throws(XMLReadingError) {
            while let event = try reader.next() {
                switch event {
                case .start(let tag):
                    content.elementCount += 1
                    content.events.append("<" + tag.name + tag.attributes.map { " \($0.name)=\($0.value)" }.joined())
                case .text(let text): content.events.append(text.filter { !$0.isWhitespace })
                case .end(let name, _): content.events.append("/" + name)
                }
            }
        } catch {
            content.error = error
        }
        content.notices = reader.notices
        return content
    }

    @Test func `the weekly report is the same in Shift_JIS, UTF-8 and UTF-16, and its outside DTD is not fetched`()
        throws
    {
        let reports = try ["shift_jis", "utf-8", "utf-16"].map { try content("encoding/weekly-\($0).xml") }
        for report in reports {
            #expect(report.error == nil)
            #expect(report.elementCount == 50)
            #expect(report.events == reports[0].events)
            #expect(report.notices.map(\.code) == ["xml.doctype-ignored"])
        }
        #expect(reports[0].events.prefix(6) == ["<週報", "<年月週", "<年度", "1997", "/年度", "<月度"])
        #expect(reports[0].events.contains("XMLエディターの作成"))
        #expect(reports[0].notices[0].value == "weekly-shift_jis.dtd")
    }

    @Test(arguments: ["utf16_le_bom", "utf16_be_bom", "utf16_be_nodecl", "utf32_le_bom", "utf8_clean"])
    func `one document in every encoding of Unicode has one content`(name: String) throws {
        let marked = try content("encoding/utftest_utf8_bom.xml")
        #expect(marked.error == nil)
        #expect(marked.elementCount == 58)
        let other = try content("encoding/utftest_\(name).xml")
        #expect(other.error == nil)
        // The clean one spells quot; where the others have the mark.
        #expect(other.events.map { $0.replacing("quot;", with: "\"") } == marked.events)
        #expect(other.events.contains("<汉语 名字=name 价值=value"))
    }

    @Test(arguments: [
        "cyclic.xml", "external.xml", "external_file.xml", "quadratic.xml.gz", "xmlbomb.xml", "xmlbomb2.xml",
    ])
    func `a document with entities of its own is refused before anything comes of it`(name: String) throws {
        let bomb = try content("security/\(name)")
        #expect(bomb.error?.kind == .entityDeclared)
        #expect(bomb.events.isEmpty)
        #expect(bomb.error?.line == 2)
        #expect(bomb.error?.diagnostic.remedy != nil)
    }

    @Test func `harmless documents are read`() throws {
        for name in ["simple.xml", "simple-ns.xml"] {
            let simple = try content("security/\(name)")
            #expect(simple.error == nil)
            #expect(
                simple.events == [
                    "<root", "<element key=value", "text", "/element", "<element", "text", "/element", "tail",
                    "<empty-element",
                    "/empty-element", "/root",
                ])
        }
        let outside = try content("security/dtd.xml")
        #expect(outside.error == nil)
        #expect(outside.notices.map(\.code) == ["xml.doctype-ignored"])
        let inside = try content("security/dtd_element.xml")
        #expect(inside.events == ["<test", "<node", "Atest", "/node", "/test"])
        #expect(inside.notices.isEmpty)
    }

    @Test(arguments: [
        ([0x50, 0x4B, 3, 4, 0x14, 0] + Array("xl/workbook.xml".utf8), "file.spreadsheet"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "file.spreadsheet"), (Array("%PDF-1.7\n".utf8), "file.pdf"),
        ([0x50, 0x4B, 3, 4, 0x14, 0] + Array("report.xml".utf8), "file.compressed"),
    ])
    func `a workbook, a PDF or an archive is named as what it is`(bytes: [UInt8], code: String) throws {
        var reader = try XMLEventReader(bytes: bytes, displayName: "report.xml")
        do throws(XMLReadingError) {
            _ = try reader.next()
            Issue.record("no error")
        } catch {
            #expect(error.diagnostic.code == code)
            #expect(error.diagnostic.position?.file == "report.xml")
            #expect(error.diagnostic.remedy != nil)
        }
    }

    @Test func `a zero byte ends the document where it stands`() throws {
        var reader = try XMLEventReader(bytes: Array("<r>\n<p>1</p>\n<p>a\0b</p></r>".utf8), displayName: "report.xml")
        var count = 0
        do throws(XMLReadingError) {
            while let event = try reader.next() { if case .end = event { count += 1 } }
            Issue.record("no error")
        } catch {
            #expect(count == 1)
            #expect(error.kind == .malformed)
            #expect(error.line == 3)
        }
    }

    @Test func `a million nested elements and a text without end cost little`() throws {
        let deep = try DocumentReading(String(repeating: "<a>", count: 1_000_000), record: "x")
        #expect(deep.error?.kind == .tooDeep)
        let long = try DocumentReading("<r><p>" + String(repeating: "x", count: 30 << 20), record: "r/p", [("n", ".")])
        #expect(long.error?.kind == .textTooLong)
        #expect(long.error?.diagnostic.message(.english).contains("limit of 1048576 bytes (text-bytes)") == true)
    }
}
