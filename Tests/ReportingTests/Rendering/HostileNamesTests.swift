import Languages
import Testing

@testable import Reporting

struct HostileNamesTests {
    /// The page without the parts that are ours: what remains of markup must be the same for every name.
    private func markup(_ page: String) -> [String] {
        var tags: [String] = []
        var current: String.UnicodeScalarView?
        var quoted = false
        for scalar in page.unicodeScalars {
            if scalar == "\"", current != nil { quoted.toggle() }
            if scalar == "<", current == nil {
                current = String.UnicodeScalarView()
            } else if scalar == ">", !quoted, let tag = current {
                // A tag without the values of its attributes.
                let parts = String(tag).split(separator: "\"", omittingEmptySubsequences: false)
                tags.append(parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined())
                current = nil
            } else if current != nil, scalar != "<" {
                current?.append(scalar)
            }
        }
        return tags
    }

    @Test(arguments: hostileNames) func `no name adds a tag or an attribute to the page`(_ name: String) {
        // A short key figure is set larger than a long one, and what is cut stands whole at the end of the page: a name
        // is compared with one of its length.
        let length = name.displayWidth > 9 ? (name.displayWidth > LongNames.limit ? 10 : 1) : 0
        let peer = length == 0 ? "Honest" : String(repeating: "An honest name", count: length)
        let honest = markup(HTMLRenderer().render(hostileDocument(peer)))
        let page = HTMLRenderer().render(hostileDocument(name))
        #expect(markup(page) == honest)
        #expect(!page.unicodeScalars.contains { $0 != "\n" && HarmlessText.isInvisibleControl($0) })
    }

    @Test(arguments: ["\"\u{338}", "'\u{200D}", "<\u{FE0F}", "\u{600}<", "&\u{301}\u{301}"])
    func `markup under an accent is escaped all the same`(_ name: String) throws {
        let page = HTMLRenderer().render(document(headline: name, blocks: []))
        let start = try #require(page.firstRange(of: "<p class=\"headline\">")).upperBound
        let text = page[start...].unicodeScalars.prefix { $0 != "\n" }
        #expect(["&quot;</p>", "&#39;</p>", "&lt;</p>", "&amp;</p>"].contains(String(text)))
    }

    @Test func `a name of ten thousand letters is cut wherever it stands and shown whole once, on the screen only`() throws {
        let name = String(repeating: "長", count: 10_000)
        let page = HTMLRenderer().render(hostileDocument(name))
        #expect(page.contains("<title>" + String(repeating: "長", count: 30) + "…</title>"))
        #expect(page.utf8.count < 200_000)
        let whole = try #require(page.firstRange(of: "<li>\(name)</li>"))
        #expect(page[..<whole.lowerBound].contains("<summary>The long names cut above, in full</summary>"))
        let rest = page.replacing("<li>\(name)</li>", with: "")
        // Only a value, which is no name, may be longer than what remains of a name.
        #expect(!rest.contains(String(repeating: "長", count: 200)))
        // Paper shows nothing that a reader would have to open.
        #expect(HTMLRenderer.styleSheet(for: .english).contains("details { display: none; }"))
    }

    @Test func `a long name is cut in sentences and before a year, also one of many words`() {
        let name = String(repeating: "The long cave ", count: 700) + "end"
        var table = places
        table = ReportTable(
            caption: "t", columns: table.columns,
            rows: [ReportRow(name, []), ReportRow("\u{3000}\(name) 2018", []), ReportRow("Cave", [])])
        let page = HTMLRenderer().render(
            document(blocks: [.table(table), .paragraph("Missing is \(name), usually 48,210.")]))
        let short = "The long cave The long cave The long cave The long cave The …"
        #expect(page.contains("<p class=\"prose\">Missing is \(short), usually 48,210.</p>"))
        #expect(page.contains(">\(short) 2018</th>"))
        #expect(page.count(of: "<li>\(name)</li>") == 1)
    }

    @Test func `names of honest length stay whole, and nothing is said of cut ones`() {
        let name = String(repeating: "長", count: 48)
        let page = HTMLRenderer().render(hostileDocument(name))
        #expect(page.contains("<title>\(name)</title>"))
        #expect(!page.contains("in full"))
    }

    @Test(arguments: hostileNames) func `no name breaks a line, a cell or a link in Markdown`(_ name: String) {
        let text = MarkdownRenderer().render(hostileDocument(name))
        let honest = MarkdownRenderer().render(hostileDocument("An honest name"))
        #expect(text.count { $0 == "\n" } == honest.count { $0 == "\n" })
        #expect(!text.contains("<") && !text.contains("http://"))
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
        let bars = rows.map { row in
            row.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
        }
        #expect(bars == [6, 6, 6, 3, 3, 3, 8, 8, 8])
        #expect(!text.unicodeScalars.contains { $0 != "\n" && HarmlessText.isInvisibleControl($0) })
    }

    @Test(arguments: hostileNames) func `no name becomes a formula or moves a cell in CSV`(_ name: String) throws {
        let rows = try parseCSV(CSVRenderer().render(hostileDocument(name)))
        #expect(rows.allSatisfy { $0.count == 9 })
        #expect(rows.count == 7)
        #expect(!rows.joined().contains { $0.hasPrefix("=") || $0.hasPrefix("@") })
    }

    @Test(arguments: hostileNames) func `a name passes through JSON unchanged and stays on its line`(_ name: String) {
        let text = JSONValue.string(name).text()
        #expect(!text.unicodeScalars.contains { HarmlessText.isInvisibleControl($0) })
        #expect(JSONRenderer().render(hostileDocument(name)).count { $0 == "\n" } > 50)
    }

    @Test func `a terminal is told what it would have obeyed`() {
        let table = ReportTable(
            caption: "", columns: [ReportColumn("Name")], rows: [ReportRow("a\u{1B}[2J\u{202E}b\nc", [])])
        #expect(TextTableRenderer().render(table) == "Name\n" + String(repeating: "-", count: 16) + "\na␛[2J<U+202E>b␊c\n")
    }
}

/// Splits CSV as RFC 4180 says, independently of the writer.
private func parseCSV(_ text: String) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var quoted = false
    var scalars = text.unicodeScalars.dropFirst()[...]
    try #require(text.unicodeScalars.first == "\u{FEFF}")
    while let scalar = scalars.popFirst() {
        switch (scalar, quoted) {
        case ("\"", true) where scalars.first == "\"": cell.append(scalars.removeFirst())
        case ("\"", _): quoted.toggle()
        case (",", false):
            row.append(String(cell))
            cell = String.UnicodeScalarView()
        case ("\r", false):
            try #require(scalars.popFirst() == "\n")
            rows.append(row + [String(cell)])
            (row, cell) = ([], String.UnicodeScalarView())
        default: cell.append(scalar)
        }
    }
    try #require(row.isEmpty && cell.isEmpty && !quoted)
    return rows
}

extension String {
    fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
