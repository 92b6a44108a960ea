import Testing

@testable import ChartDrawing

struct BarChartTests {
    private func bars(_ drawing: ParsedDrawing, fill: String) -> [ParsedDrawing.Element] {
        drawing.all("rect").filter { $0.attributes["fill"] == fill }
    }

    @Test func `bars stand on zero and are as high as their values`() throws {
        let chart = BarChart(
            outline: Sample.outline(["a", "b"]), series: [.init(label: "A", bars: Sample.known(50, 100))])
        let drawn = bars(ParsedDrawing(chart.svg()), fill: "var(--chart-1, #0b6e99)").filter {
            $0.attributes["width"] != "2.6"
        }
        let heights = try drawn.map { try #require(Double($0.attributes["height"] ?? "")) }
        let tops = try drawn.map { try #require(Double($0.attributes["y"] ?? "")) }
        #expect(heights.count == 2)
        #expect((heights[1] - 2 * heights[0]).magnitude < 0.02)
        #expect((tops[0] + heights[0] - tops[1] - heights[1]).magnitude < 0.02)
    }

    @Test func `a bar that is not yet whole is hatched, a missing one an empty dotted frame`() {
        let chart = BarChart(
            outline: Sample.outline(["a", "b", "c"]),
            series: [.init(label: "A", bars: [.known(5), .partial(3), .missing])])
        let drawing = ParsedDrawing(chart.svg())
        // Each once in the chart and once in the explanation.
        #expect(bars(drawing, fill: "url(#c-partial-1)").count == 2)
        #expect(drawing.all("rect").count { $0.attributes["stroke-dasharray"] == "1.5 2.5" } == 2)
        #expect(drawing.all("pattern").map { $0.attributes["id"] } == ["c-partial-1"])
        #expect(drawing.all("text").count { $0.text == "n/a" } == 2)
        #expect(drawing.all("text").contains { $0.text == "so far" })
    }

    @Test func `values are written where all fit and nowhere where one does not`() {
        func labels(_ count: Int) -> [String] {
            let values = (0..<count).map { ChartValue.known(Double(1234 + $0)) }
            let outline = Sample.outline(values.indices.map { "\($0)" })
            let chart = BarChart(outline: outline, series: [.init(label: "A", bars: values)])
            return ParsedDrawing(chart.svg()).all("text").filter { $0.attributes["font-weight"] == "600" }.map(\.text)
        }
        #expect(labels(3) == ["1234", "1235", "1236"])
        #expect(labels(120).isEmpty)
    }

    @Test func `grouped bars are named in a key line, single ones need none`() {
        let year = BarChart.Series(label: "2018", bars: Sample.known(3, 4))
        let before = BarChart.Series(label: "2017", bars: Sample.known(2, 2), style: .comparison)
        let outline = Sample.outline(["a", "b"])
        #expect(BarChart(outline: outline, series: [before, year]).svg().contains(">2018</text>"))
        #expect(!BarChart(outline: outline, series: [year]).svg().contains(">2018</text>"))
    }

    @Test func `the required path is dashed, named, and leaves its own gaps`() throws {
        let chart = BarChart(
            outline: Sample.outline(["a", "b", "c", "d", "e"]),
            series: [.init(label: "A", bars: Sample.known(5, 6, 7, 8, 9))],
            requiredPath: .init(label: "Needed", points: Sample.known(5, 7, nil, 9, 10)))
        let drawing = ParsedDrawing(chart.svg())
        let dashed = drawing.all("path").filter { $0.attributes["stroke-dasharray"] == "6 4" }
        #expect(try #require(dashed.first?.attributes["d"]).count { $0 == "M" } == 2)
        #expect(drawing.all("tspan").map(\.text) == ["Needed", "10"])
        #expect(chart.dataTable().rows[2] == ["c", "7", "n/a"])
    }

    @Test func `values below zero hang from the zero line`() throws {
        let chart = BarChart(
            outline: Sample.outline(["a", "b"]), series: [.init(label: "A", bars: Sample.known(-40, 40))])
        let drawn = bars(ParsedDrawing(chart.svg()), fill: "var(--chart-1, #0b6e99)").filter {
            $0.attributes["width"] != "2.6"
        }
        let tops = try drawn.map { try #require(Double($0.attributes["y"] ?? "")) }
        let heights = try drawn.map { try #require(Double($0.attributes["height"] ?? "")) }
        #expect((tops[0] - tops[1] - heights[1]).magnitude < 0.02)
    }
}
