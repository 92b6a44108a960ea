import Testing

@testable import Reporting

struct JSONRendererTests {
    private func object(_ value: JSONValue?) -> [String: JSONValue] {
        guard case .object(let members)? = value else { return [:] }
        return Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    private func array(_ value: JSONValue?) -> [JSONValue] {
        if case .array(let values)? = value { values } else { [] }
    }

    @Test func `the schema comes first`() {
        let text = JSONRenderer().render(document(blocks: []))
        #expect(text.hasPrefix("{\n  \"schema\": \"dmo.report/1\",\n  \"language\": \"en\",\n"))
        #expect(text.hasSuffix("\"generated\": null\n}\n"))
    }

    @Test func `counts are integers, other numbers decimal text, missing values null`() {
        let table = ReportTable(
            caption: "T", columns: [ReportColumn("Place"), ReportColumn("n", kind: .count), ReportColumn("%", kind: .percent)],
            rows: [
                ReportRow("a", [ReportCell("1,234", exact: "1234"), ReportCell("+14.2 %", exact: "14.20")]),
                ReportRow("b", [.missing("n/a"), .missing("n/a")]),
            ])
        let report = JSONRenderer().value(of: document(blocks: [.table(table)]))
        let block = object(array(object(array(object(report)["sections"]).first)["blocks"]).first)
        let values = array(object(block["table"])["rows"]).map { row in
            array(object(row)["cells"]).map { object($0)["value"] }
        }
        #expect(values == [[.integer(1234), .decimal("14.20")], [.null, .null]])
    }

    @Test func `the same document gives the same bytes`() {
        let report = hostileDocument("x")
        #expect(JSONRenderer().render(report) == JSONRenderer().render(report))
    }
}
