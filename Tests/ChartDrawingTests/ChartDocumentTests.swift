import Testing

@testable import ChartDrawing

struct ChartDocumentTests {
    static let hostile = "<script>alert('x')</script> & \"quoted\" \u{202E}gnorw\u{0}\u{7}"

    static func drawings(_ outline: ChartOutline, name: String = "A", values: [ChartValue]) -> [String] {
        [
            LineChart(outline: outline, series: [.init(label: name, points: values)]).svg(),
            BarChart(
                outline: outline,
                series: [.init(label: name, bars: values), .init(label: name, bars: values, style: .comparison)],
                requiredPath: .init(label: name, points: values), targetLine: .init(label: name, value: 9)
            ).svg(),
            StackedBarChart(
                outline: outline, parts: [.init(label: name, values: values), .init(label: "B", values: values)]
            ).svg(),
        ]
    }

    @Test func `a drawing is one image with a name and a text alternative`() {
        let outline = Sample.outline(["2017", "2018"], id: "visitors", languageTag: "en")
        for svg in Self.drawings(outline, values: Sample.known(3, 5)) {
            let drawing = ParsedDrawing(svg)
            #expect(drawing.fault == nil)
            let root = drawing.elements[0]
            #expect(root.name == "svg")
            #expect(root.attributes["role"] == "img")
            #expect(root.attributes["aria-labelledby"] == "visitors-title visitors-desc")
            #expect(root.attributes["viewBox"] == "0 0 760 360")
            #expect(root.attributes["lang"] == "en")
            #expect(drawing.all("title").map(\.attributes) == [["id": "visitors-title"]])
            #expect(drawing.all("title").map(\.text) == ["Visitors rose"])
            #expect(drawing.all("desc").map(\.text) == ["A rise."])
            #expect(drawing.all("text").contains { $0.text == "visitors (persons)" })
        }
    }

    @Test func `hostile text stays text`() {
        let outline = Sample.outline(
            [Self.hostile, "b"], id: "x\" onload=\"alert(1)", title: Self.hostile, description: Self.hostile)
        for svg in Self.drawings(outline, name: Self.hostile, values: Sample.known(3, 5)) {
            let drawing = ParsedDrawing(svg)
            #expect(drawing.fault == nil)
            #expect(drawing.all("script").isEmpty)
            #expect(drawing.elements[0].attributes["id"] == "x--onload--alert-1-")
            #expect(drawing.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
            #expect(!svg.contains("\u{202E}"))
            #expect(svg.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
            #expect(
                drawing.all("title")[0].text
                    == "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quoted&quot; gnorw")
        }
    }

    @Test func `a name of ten thousand characters is shortened`() {
        let name = String(repeating: "長い名前", count: 2500)
        for svg in Self.drawings(Sample.outline([name, "b"], title: name), name: name, values: Sample.known(3, 5)) {
            let drawing = ParsedDrawing(svg)
            #expect(drawing.all("text").allSatisfy { $0.text.count <= 80 })
            #expect(drawing.all("text").contains { $0.text.hasSuffix("…") })
            #expect(svg.utf8.count < 20_000)
        }
    }

    @Test(arguments: [[], [ChartValue.missing, .missing], [.known(.nan), .partial(.infinity)]])
    func `no value at all gives a polite empty chart`(values: [ChartValue]) {
        for svg in Self.drawings(Sample.outline(["a", "b"]), values: values) {
            let drawing = ParsedDrawing(svg)
            #expect(drawing.fault == nil)
            #expect(drawing.all("text").map(\.text) == ["Visitors rose", "visitors (persons)", "Nothing to show yet"])
        }
    }

    @Test func `no category at all gives a polite empty chart`() {
        for svg in Self.drawings(Sample.outline([]), values: Sample.known(1)) {
            #expect(ParsedDrawing(svg).all("text").last?.text == "Nothing to show yet")
        }
    }

    @Test func `the same chart is drawn the same`() {
        let outline = Sample.outline(["a", "b", "c"])
        let values: [ChartValue] = [.known(1), .missing, .partial(3)]
        #expect(Self.drawings(outline, values: values) == Self.drawings(outline, values: values))
    }

    @Test(arguments: [
        -1e200, -1e150, -1e15, -0.001, .leastNonzeroMagnitude, 1e-9, 0, 1e15, 1e150, .greatestFiniteMagnitude,
    ])
    func `any size of number can be drawn`(value: Double) {
        let outline = ChartOutline(
            id: "n", title: "t", description: "d", categoryLabel: "", valueLabel: "", unit: "",
            categories: ["a", "b"], wording: Sample.wording, format: { "\($0)" })
        for svg in Self.drawings(outline, values: [.known(value), .known(value / 2)]) {
            #expect(ParsedDrawing(svg).fault == nil)
            #expect(!svg.contains("=\"nan") && !svg.contains("=\"inf"))
        }
    }

    @Test func `colours can be changed by the page and nothing is fetched`() {
        for svg in Self.drawings(Sample.outline(["a", "b"]), values: Sample.known(3, 5)) {
            #expect(svg.contains("var(--chart-1, #0b6e99)"))
            #expect(!svg.contains("href") && !svg.contains("<style") && !svg.contains("style="))
            let references = svg.split(separator: "url(").dropFirst()
            #expect(references.allSatisfy { $0.hasPrefix("#c-") })
        }
        #expect(ChartPalette.light.declarations.hasPrefix("--chart-1: #0b6e99; --chart-2: #e39a2d;"))
        #expect(ChartPalette.dark.properties.map(\.name) == ChartPalette.light.properties.map(\.name))
    }
}
