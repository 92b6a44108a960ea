import Testing

@testable import ChartDrawing

struct LineChartTests {
    private func paths(_ points: [ChartValue]) -> [ParsedDrawing.Element] {
        let categories = points.indices.map { "\($0)" }
        let chart = LineChart(outline: Sample.outline(categories), series: [.init(label: "A", points: points)])
        return ParsedDrawing(chart.svg()).all("path")
    }

    @Test func `a missing value leaves a gap`() throws {
        let path = try #require(paths(Sample.known(1, 2, nil, 4, 5)).first?.attributes["d"])
        #expect(path.count { $0 == "M" } == 2)
        #expect(path.count { $0 == "L" } == 2)
    }

    @Test func `a line without gaps is one stroke`() throws {
        let path = try #require(paths(Sample.known(1, 2, 3, 4)).first?.attributes["d"])
        #expect(path.count { $0 == "M" } == 1)
        #expect(path.count { $0 == "L" } == 3)
    }

    @Test func `NaN is a gap, not a zero`() throws {
        let path = try #require(
            paths([.known(1), .known(2), .known(.nan), .known(4), .known(5)]).first?.attributes["d"])
        #expect(path.count { $0 == "M" } == 2)
        #expect(!path.contains("nan"))
    }

    @Test func `a value that is not yet whole is hollow and reached by a dashed line`() {
        let chart = LineChart(
            outline: Sample.outline(["a", "b", "c"]),
            series: [.init(label: "A", points: [.known(1), .known(2), .partial(3)])])
        let drawing = ParsedDrawing(chart.svg())
        #expect(drawing.all("path").map { $0.attributes["stroke-dasharray"] } == [nil, "2 3"])
        // One in the chart, one in the explanation under it.
        #expect(drawing.all("circle").count { $0.attributes["fill"] == "var(--chart-surface, #ffffff)" } == 2)
        #expect(drawing.all("text").contains { $0.text == "so far" })
    }

    @Test func `a value alone between gaps is still seen`() {
        let chart = LineChart(
            outline: Sample.outline(["a", "b", "c", "d"]), series: [.init(label: "A", points: Sample.known(1, nil, 3))])
        let drawing = ParsedDrawing(chart.svg())
        #expect(drawing.all("circle").count == 2)
        #expect(drawing.all("path").isEmpty)
    }

    @Test func `a single point has its dot and its label`() {
        let chart = LineChart(outline: Sample.outline(["a"]), series: [.init(label: "A", points: Sample.known(7))])
        let drawing = ParsedDrawing(chart.svg())
        #expect(drawing.fault == nil)
        #expect(drawing.all("circle").count == 1)
        #expect(drawing.all("tspan").map(\.text) == ["A", "7"])
    }

    @Test func `lines that end together have labels apart`() {
        let values: [Double] = [100, 101, 99, 100, 102, 98]
        let series = values.map { LineChart.Series(label: "N\($0)", points: [.known(10), .known($0)]) }
        let chart = LineChart(
            outline: Sample.outline(["a", "b"]), series: series, targetLine: .init(label: "Goal", value: 100))
        let labels = ParsedDrawing(chart.svg()).all("text").filter { $0.attributes["font-size"] == "13" }
        let ends = labels.filter { $0.attributes["text-anchor"] == nil }
        let heights = ends.compactMap { $0.attributes["y"].flatMap { Double($0) } }.sorted()
        #expect(heights.count == 7)
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 17.99 })
    }

    @Test func `forty lines make the chart taller rather than overlap`() {
        let series = (0..<40).map { LineChart.Series(label: "N\($0)", points: Sample.known(1, 1)) }
        let svg = LineChart(outline: Sample.outline(["a", "b"]), series: series).svg()
        let heights = ParsedDrawing(svg).all("text").filter { $0.attributes["text-anchor"] == nil }
            .compactMap { $0.attributes["y"].flatMap { Double($0) } }.sorted()
        #expect(heights.count == 40)
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 17.99 })
    }

    @Test func `a line that stops early is named where it stops`() {
        let chart = LineChart(
            outline: Sample.outline(["a", "b", "c", "d"]),
            series: [
                .init(label: "Before", points: Sample.known(1, 2, 3, 4), style: .comparison),
                .init(label: "Now", points: Sample.known(9, 9)),
            ])
        let drawing = ParsedDrawing(chart.svg())
        #expect(drawing.all("text").contains { $0.text == "Now 9" })
        #expect(drawing.all("tspan").map(\.text) == ["Before", "4"])
    }

    @Test func `a target line that is no number is not drawn`() {
        let chart = LineChart(
            outline: Sample.outline(["a"]), series: [.init(label: "A", points: Sample.known(7))],
            targetLine: .init(label: "Goal", value: .nan))
        #expect(!chart.svg().contains("Goal"))
        #expect(chart.dataTable().header == ["year", "A (persons)"])
    }

    @Test func `the table marks what is missing and what is not yet whole`() {
        let chart = LineChart(
            outline: Sample.outline(["2016", "2017", "2018", "2019"]),
            series: [.init(label: "A", points: [.known(5), .missing, .partial(3)])],
            targetLine: .init(label: "Goal", value: 9))
        let table = chart.dataTable()
        #expect(table.caption == "Visitors rose")
        #expect(table.header == ["year", "A (persons)", "Goal (persons)"])
        #expect(
            table.rows == [
                ["2016", "5", "9"], ["2017", "n/a", "9"], ["2018", "3 (so far)", "9"], ["2019", "n/a", "9"],
            ])
    }
}
