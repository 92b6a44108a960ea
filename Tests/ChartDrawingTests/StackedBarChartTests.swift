import Testing

@testable import ChartDrawing

struct StackedBarChartTests {
    private let chart = StackedBarChart(
        outline: Sample.outline(["2016", "2017", "2018"]),
        parts: [
            .init(label: "Taiwan", values: Sample.known(40, 50, 60)),
            .init(label: "Korea", values: [.known(20), .missing, .partial(10)]),
            .init(label: "Unknown", values: Sample.known(0, 0, 0)),
        ])

    @Test func `parts keep their order from the foot upwards`() throws {
        let labels = ParsedDrawing(chart.svg()).all("tspan").map(\.text)
        #expect(labels == ["Unknown", "0", "Korea", "10", "Taiwan", "60"])
        let rectangles = ParsedDrawing(chart.svg()).all("rect")
        let first = try #require(rectangles.first { $0.attributes["fill"] == "url(#c-part-1)" })
        let second = try #require(rectangles.first { $0.attributes["fill"] == "url(#c-part-2)" })
        let foot = try #require(Double(first.attributes["y"] ?? ""))
        let top = try #require(Double(second.attributes["y"] ?? ""))
        let height = try #require(Double(second.attributes["height"] ?? ""))
        #expect((top + height - foot).magnitude < 0.02)
    }

    @Test func `a sum that lacks a part is not given as whole`() {
        let table = chart.dataTable()
        #expect(
            table.header == ["year", "Taiwan (persons)", "Korea (persons)", "Unknown (persons)", "Total (persons)"])
        #expect(
            table.rows == [
                ["2016", "40", "20", "0", "60"], ["2017", "50", "n/a", "0", "50 (so far)"],
                ["2018", "60", "10 (so far)", "0", "70 (so far)"],
            ])
    }

    @Test func `a missing part leaves a dotted mark, a category without values an empty frame`() {
        let drawing = ParsedDrawing(chart.svg())
        #expect(drawing.all("rect").count { $0.attributes["stroke-dasharray"] == "1.5 2.5" } == 2)
        let hollow = StackedBarChart(
            outline: Sample.outline(["a", "b"]), parts: [.init(label: "A", values: Sample.known(nil, 4))])
        #expect(hollow.dataTable().rows[0] == ["a", "n/a", "n/a"])
        #expect(ParsedDrawing(hollow.svg()).all("text").contains { $0.text == "n/a" })
    }

    @Test func `neighbouring parts differ in colour, and repeated colours in texture`() {
        let fills = (0..<28).map { ChartHatch.part(id: "p", index: $0).rendered() }
        #expect(Set(fills).count == 28)
    }
}
