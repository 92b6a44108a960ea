import ChartDrawing
import Languages
import Testing

@testable import Reporting

struct HTMLRendererTests {
    let renderer = HTMLRenderer()

    @Test func `a figure leads to its passport on the same page`() {
        let page = renderer.render(document(blocks: [.table(places)], passports: [passport("x@1:cave:2013:*")]))
        #expect(page.contains(##"<a href="#figure-x-1-cave-2013">48,210</a>"##))
        #expect(page.contains(##"<article id="figure-x-1-cave-2013""##))
        #expect(page.contains("inbox/cave.csv"))
    }

    @Test func `a passport tells the calculation step by step and what must be known beside the number`() {
        var derived = passport("trips@1:mine-city:2017:*")
        derived.steps = ["It starts from the gross sum, 1,435,221.", "residents: −121,246 [9.65 % < 10 %]"]
        derived.notices = ["± 22,633."]
        let page = renderer.render(document(blocks: [], passports: [derived]))
        let items = page.split(separator: "\n").filter { $0.hasPrefix("<li>") }
        #expect(
            items.prefix(2) == [
                "<li>It starts from the gross sum, 1,435,221.</li>",
                "<li>residents: −121,246 [9.65 % &lt; 10 %]</li>",
            ])
        #expect(page.contains("<li>± 22,633.</li>"))
        let plain = renderer.render(document(blocks: [], passports: [passport("x@1:cave:2013:*")]))
        #expect(!plain.contains("<ol class=\"prose\">"))
    }

    @Test func `a figure without a passport is not a link`() {
        let page = renderer.render(document(blocks: [.table(places)]))
        #expect(!page.contains("<a href=\"#figure"))
        #expect(page.contains(">48,210</td>"))
    }

    @Test func `two ids that look alike get anchors of their own`() {
        let page = renderer.render(document(blocks: [], passports: [passport("a:b"), passport("a@b")]))
        #expect(page.contains("<article id=\"figure-a-b\""))
        #expect(page.contains("<article id=\"figure-a-b-2\""))
    }

    @Test func `the page asks nothing of the network and runs nothing`() {
        let page = renderer.render(document(blocks: [.table(places)], passports: [passport("x")]))
        let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        #expect(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"))
        #expect(!page.contains("<script"))
        #expect(!page.contains("http://") && !page.contains("https://"))
        #expect(!page.contains("@import") && !page.contains("url("))
    }

    @Test(arguments: Language.allCases) func `the language is named and the small words follow it`(_ language: Language) {
        let page = renderer.render(document(language: language, blocks: [], passports: [passport("x")]))
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(page.contains("数値の出どころ") == (language == .japanese))
        #expect(page.contains("Where the figures come from") == (language == .english))
    }

    @Test func `a row that says nothing heads the rows below it across the whole table`() {
        let table = ReportTable(
            caption: "KPIs", columns: [ReportColumn("Name"), ReportColumn("Now"), ReportColumn("Then")],
            rows: [
                ReportRow("Goal", [.missing(""), .missing("")]),
                ReportRow("Visitors", [.missing(""), .missing("none")]),
            ])
        let page = renderer.render(document(blocks: [.table(table)]))
        #expect(page.contains(#"<tr class="heading"><th scope="row" colspan="3">Goal</th></tr>"#))
        #expect(page.contains(#"<th scope="row">Visitors</th><td class="text missing"></td><td"#))
    }

    @Test func `a row indented by wide spaces is indented as a whole, and its words begin without them`() {
        let table = ReportTable(
            caption: "KPIs", columns: [ReportColumn("Name"), ReportColumn("Now")],
            rows: [ReportRow("\u{3000}\u{3000}Visitors", [ReportCell("12")])])
        let page = renderer.render(document(blocks: [.table(table)]))
        #expect(page.contains(#"<tr><th scope="row" class="in2">Visitors</th>"#))
    }

    @Test func `on paper a table breaks between pages only when it is long`() {
        func page(rows: Int) -> String {
            let rows = (1...rows).map { ReportRow("\($0)", [ReportCell("12")]) }
            let table = ReportTable(caption: "T", columns: [ReportColumn("A"), ReportColumn("B")], rows: rows)
            return renderer.render(document(blocks: [.table(table)]))
        }
        #expect(page(rows: 15).contains(#"<div class="table" role"#))
        #expect(page(rows: 16).contains(#"<div class="table long" role"#))
        #expect(page(rows: 16).contains(".body > .table:not(.long), .table:not(.long) table { break-inside: avoid; }"))
    }

    @Test func `on paper a definition is printed with the first figure it belongs to, on the screen with each`() {
        var other = passport("y@1:cave:2013:*")
        other.definition = "Everyone through the other gates."
        let page = renderer.render(
            document(blocks: [], passports: [passport("x@1:cave:2013:*"), passport("x@1:cave:2014:*"), other]))
        #expect(page.ranges(of: "<dd>Everyone through the gates.</dd>").count == 2)
        #expect(page.ranges(of: #"<div class="repeated"><dt>Definition</dt>"#).count == 1)
        #expect(page.ranges(of: #"<div class="repeated"><dt>Formula</dt>"#).count == 1)
    }

    @Test func `tables have captions, column heads, row heads and a total row`() {
        let page = renderer.render(document(blocks: [.table(places)]))
        #expect(page.contains("<caption>By place</caption>"))
        #expect(page.contains(#"<th scope="col" class="number">Visitors <small>person-spots</small></th>"#))
        #expect(page.contains(#"<th scope="row">秋芳洞</th>"#))
        #expect(page.contains(#"<tr class="total"><th scope="row">Total</th>"#))
        #expect(page.contains(#"<td class="number missing">not reported <small>since August</small></td>"#))
    }

    @Test func `banners stand before everything and repeat on paper`() throws {
        let page = renderer.render(
            document(banners: [ReportBanner(kind: .illustrative, text: "Made up.")], blocks: []))
        let banner = try #require(page.firstRange(of: "<strong>Illustrative data</strong> Made up."))
        let title = try #require(page.firstRange(of: "<h1>"))
        #expect(banner.lowerBound < title.lowerBound)
        #expect(page.contains(".banners { display: table-header-group; break-inside: avoid;"))
    }

    @Test func `a note of one cell does not spill into the next`() {
        let table = ReportTable(
            caption: "T", columns: [ReportColumn("A"), ReportColumn("B"), ReportColumn("C")],
            rows: [ReportRow("r", [ReportCell("1", note: "only here"), ReportCell("2")])])
        let page = renderer.render(document(blocks: [.table(table)]))
        #expect(page.contains(#"<td class="text normal">1 <small>only here</small></td><td class="text normal">2</td>"#))
    }

    @Test func `a chart is drawn for wide and for narrow pages and has its values as a table`() {
        let outline = ChartOutline(
            id: "years", title: "Up & up", description: "Rising.", categoryLabel: "Year", valueLabel: "Visitors",
            unit: "", categories: ["2012", "2013"],
            wording: ChartWording(missing: "n/a", partial: "partial", empty: "none", total: "Total"),
            format: { String(Int($0)) })
        let chart = BarChart(outline: outline, series: [.init(label: "visitors", bars: [.known(12), .missing])])
        let page = renderer.render(document(blocks: [.chart(ReportChart(chart))]))
        #expect(page.contains("<figcaption>Up &amp; up</figcaption>"))
        #expect(page.contains("id=\"years\"") && page.contains("id=\"years-narrow\""))
        #expect(page.contains(#"<th scope="row">2013</th><td class="number missing">n/a</td>"#))
    }

    @Test func `a table that a chart shares with its section stands once in Markdown and JSON`() throws {
        let chart = ReportChart(title: "Rose", svg: "<svg/>", description: "d", table: places)
        let shared = document(blocks: [.chart(chart), .table(places)])
        let alone = document(blocks: [.chart(chart)])
        for document in [shared, alone] {
            #expect(MarkdownRenderer().render(document).ranges(of: "| 秋芳洞 |").count == 1)
            #expect(JSONRenderer().render(document).ranges(of: "秋芳洞").count == 1)
        }
        #expect(JSONRenderer().render(shared).contains("\"table\": null"))
    }

    @Test func `on paper the steps of a calculation stay in the column of their figure`() {
        let style = HTMLRenderer.styleSheet(for: .japanese)
        let spanning = style.split(separator: "\n").filter { $0.contains("column-span: all") }
        #expect(spanning.count == 1)
        #expect(spanning.first?.contains(".passports .body > .prose {") == true)
    }

    @Test func `light and dark colours of charts are both declared`() {
        let page = renderer.render(document(blocks: []))
        #expect(page.contains(ChartPalette.light.declarations))
        #expect(page.contains(ChartPalette.dark.declarations))
        #expect(page.contains("@media screen and (prefers-color-scheme: dark)"))
    }

    @Test func `the same document gives the same bytes`() {
        let report = document(blocks: [.table(places)], passports: [passport("x@1:cave:2013:*")])
        #expect(Array(HTMLRenderer().render(report).utf8) == Array(HTMLRenderer().render(report).utf8))
    }

    @Test func `an empty document is still a page`() {
        let page = renderer.render(ReportDocument(language: .japanese, title: "", headline: "", product: ""))
        #expect(page.hasPrefix("<!doctype html>"))
        #expect(page.hasSuffix("</html>\n"))
    }
}
