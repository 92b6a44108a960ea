import Testing

@testable import ChartDrawing

struct LineChartRangeTests {
    private let outline = Sample.outline(["a", "b", "c", "d", "e"])

    @Test func `a range is an area over neighbouring categories only, named at its end`() throws {
        let chart = LineChart(
            outline: outline, series: [.init(label: "Counted", points: Sample.known(5, 6, 7))],
            bands: [
                .init(label: "90 %", lower: Sample.known(4, 5, nil, 6, 5), upper: Sample.known(6, 7, 9, 9, 11))
            ])
        let drawing = ParsedDrawing(chart.svg())
        let areas = drawing.all("path").filter { $0.attributes["fill-opacity"] != nil }
        #expect(areas.count == 2)
        #expect(areas.allSatisfy { $0.attributes["d"]?.hasSuffix("Z") == true })
        #expect(drawing.all("tspan").map(\.text).contains("5–11"))
        #expect(chart.dataTable().header.last == "90 % (persons)")
        #expect(chart.dataTable().rows.map { $0[2] } == ["4–6", "5–7", "n/a", "6–9", "5–11"])
    }

    @Test func `the axis holds the whole range`() {
        let chart = LineChart(
            outline: outline, series: [.init(label: "A", points: Sample.known(5, 6, 7, 8, 9))],
            bands: [.init(label: "r", lower: Sample.known(1, 1, 1, 1, 1), upper: Sample.known(9, 9, 9, 9, 900))])
        #expect(ParsedDrawing(chart.svg()).all("text").contains { Int($0.text).map { $0 >= 900 } ?? false })
    }

    @Test func `no line runs across a break, and the break says why`() throws {
        let chart = LineChart(
            outline: outline, series: [.init(label: "A", points: Sample.known(5, 6, 7, 8, 9))],
            breaks: [.init(before: 2, label: "New counter")])
        let drawing = ParsedDrawing(chart.svg())
        let line = try #require(drawing.all("path").first { $0.attributes["stroke-width"] == "2.75" })
        #expect(try #require(line.attributes["d"]).count { $0 == "M" } == 2)
        #expect(drawing.all("text").contains { $0.text == "New counter" })
    }

    @Test func `a break at the edge or beyond is no break`() {
        let breaks = [0, -1, 5, 99].map { LineChart.Break(before: $0, label: "x") }
        #expect(LineChart(outline: outline, series: [], breaks: breaks).breaks.isEmpty)
    }
}
