import Testing

@testable import XMLReading

struct XMLEventReaderTests {
    private let text = """
        <?xml version="1.0"?>\r\n<!DOCTYPE r SYSTEM "r.dtd">
        <r xmlns="urn:r" a="1&#10;2">\r\n  <!-- 美祢 --><p:q xmlns:p="urn:p" p:b='"'>秋&lt;芳<![CDATA[<洞>]]]></p:q>
          <empty/>tail<?pi x?> end
        </r>
        """

    private func events(_ bytesPerChunk: Int) throws -> [XMLEvent] {
        var reader = try XMLEventReader(bytes: Array(text.utf8), displayName: "r.xml", bytesPerChunk: bytesPerChunk)
        var events: [XMLEvent] = []
        while let event = try reader.next() { events.append(event) }
        return events
    }

    @Test(arguments: [1, 2, 3, 7, 64, 64 * 1024])
    func `events are the same however the bytes are cut`(bytesPerChunk: Int) throws {
        #expect(
            try events(bytesPerChunk) == [
                .start(
                    XMLStartTag(
                        name: "r", namespace: "urn:r", attributes: [XMLAttribute(name: "a", value: "1\n2")], line: 3)),
                .start(
                    XMLStartTag(
                        name: "q", namespace: "urn:p",
                        attributes: [XMLAttribute(name: "b", namespace: "urn:p", value: "\"")], line: 4)),
                .text("秋<芳<洞>]"),
                .end(name: "q", line: 4),
                .start(XMLStartTag(name: "empty", namespace: "urn:r", line: 5)),
                .end(name: "empty", line: 5),
                .text("tail end\n"),
                .end(name: "r", line: 6),
            ])
    }

    @Test(arguments: [1, 2, 3, 7])
    func `records and errors are the same however the bytes are cut`(bytesPerChunk: Int) throws {
        let text = """
            <報告><月 m="4"><地 n="秋芳洞"> 1 </地><地 n="秋吉台"><![CDATA[2]]></地></月>
            <月 m="5"><!-- 欠 --><地 n="景清洞">&#x33;</地></月><月 m="6"><地 n="x">4</地 ></付></報告>
            """
        let fields = [(name: "n", path: "@n"), (name: "v", path: "."), (name: "m", path: "../@m")]
        let whole = try DocumentReading(text, record: "報告/月/地", fields)
        let cut = try DocumentReading(text, record: "報告/月/地", fields, bytesPerChunk: bytesPerChunk)
        #expect(
            whole.records.map(\.values) == [
                ["秋芳洞", "1", "4"], ["秋吉台", "2", "4"], ["景清洞", "3", "5"], ["x", "4", "6"],
            ])
        #expect(cut.records == whole.records)
        #expect(cut.error == whole.error)
        #expect(whole.error?.line == 2)
    }

    @Test func `a hundred thousand records are read one by one`() throws {
        var text = "<r>"
        for number in 1...100_000 { text += "<p n=\"\(number)\"><v>\(number * 3)</v></p>\n" }
        text += "</r>"
        let mapping = try XMLRecordMapping(recordPath: "r/p", fields: [("n", "@n"), ("v", "v")])
        var reader = try XMLRecordReader(bytes: Array(text.utf8), displayName: "r.xml", mapping: mapping)
        var sum = 0
        var elementsAheadAtMost = 0
        while let record = try reader.next() {
            sum += try #require(record[1].flatMap { Int($0) })
            elementsAheadAtMost = max(elementsAheadAtMost, reader.elementsParsedAhead)
            if record.index == 77_777 {
                #expect(record.path == "/r/p[77777]")
                #expect(record.line == 77_777)
            }
        }
        // 3 × 100,000 × 100,001 ÷ 2.
        #expect(sum == 15_000_150_000)
        // A piece of 64 KiB holds no more tags of this length.
        #expect(elementsAheadAtMost < 64 * 1024 / 8)
        #expect(reader.summary.elements == 200_001)
    }

    @Test func `a reader may be dropped in the middle`() throws {
        let mapping = try XMLRecordMapping(recordPath: "r/p", fields: [("n", ".")])
        for _ in 0..<100 {
            var reader = try XMLRecordReader(
                bytes: Array("<r><p>1</p><p>2</p><!--".utf8), displayName: "r.xml", mapping: mapping)
            #expect(try reader.next()?[0] == "1")
        }
    }
}
