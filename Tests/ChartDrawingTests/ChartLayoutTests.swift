import Testing

@testable import ChartDrawing

/// What a script is told of a drawing agrees with what is drawn.
struct ChartLayoutTests {
    private func layout(_ svg: String) throws -> (kind: String, numbers: [Double], drawing: ParsedDrawing) {
        let drawing = ParsedDrawing(svg)
        let words = try #require(drawing.elements[0].attributes["data-plot"]).split(separator: " ")
        return (String(words[0]), try words.dropFirst().map { try #require(Double($0)) }, drawing)
    }

    private func number(_ element: ParsedDrawing.Element, _ name: String) throws -> Double {
        try #require(element.attributes[name].flatMap(Double.init))
    }

    @Test func `the middle of each bar is where the drawing says its category is`() throws {
        let chart = BarChart(
            outline: Sample.outline(["2016", "2017", "2018"]), series: [.init(label: "A", bars: Sample.known(3, 5, 4))])
        let (kind, numbers, drawing) = try layout(chart.svg())
        #expect(kind == "columns")
        #expect(numbers[2] == 3)
        // What hatches are made of begins at 0.
        let bars = try drawing.all("rect").filter { try number($0, "x") > 0 }
        try #require(bars.count == 3)
        for (index, bar) in bars.enumerated() {
            let middle = try number(bar, "x") + number(bar, "width") / 2
            #expect(abs(middle - (numbers[0] + Double(index) * numbers[1])) < 0.02)
            #expect(try abs(number(bar, "y") + number(bar, "height") - numbers[4]) < 0.02, "bars stand on the bottom")
        }
    }

    @Test func `points of a line stand where the drawing says, and a gap keeps its place`() throws {
        let values: [ChartValue] = [.known(3), .missing, .known(4)]
        let chart = LineChart(
            outline: Sample.outline(["2016", "2017", "2018"]), series: [.init(label: "A", points: values)])
        let (kind, numbers, drawing) = try layout(chart.svg())
        #expect(kind == "columns" && numbers[2] == 3)
        let places = try drawing.all("circle").map { try number($0, "cx") }
        #expect(places.count == 2)
        for (place, index) in zip(places, [0.0, 2.0]) { #expect(abs(place - numbers[0] - index * numbers[1]) < 0.02) }
    }

    @Test func `each cell of a grid lies where the drawing says`() throws {
        let chart = HeatMap(
            outline: Sample.outline(["Jan", "Feb", "Mar"]), rowLabel: "Year",
            rows: [
                .init(label: "2016", cells: Sample.known(1, 2, 3)), .init(label: "2017", cells: Sample.known(4, 5, 6)),
            ])
        let (kind, numbers, drawing) = try layout(chart.svg())
        #expect(kind == "cells")
        #expect(numbers.suffix(2) == [3, 2])
        let cells = drawing.all("rect")
        try #require(cells.count == 6)
        for (index, cell) in cells.enumerated() {
            let (row, column) = (Double(index / 3), Double(index % 3))
            let (x, y) = (try number(cell, "x"), try number(cell, "y"))
            #expect(x >= numbers[0] + column * numbers[2] && x < numbers[0] + (column + 1) * numbers[2])
            #expect(y >= numbers[1] + row * numbers[3] && y < numbers[1] + (row + 1) * numbers[3])
        }
    }

    @Test func `a drawing of nothing tells no places`() {
        let chart = BarChart(outline: Sample.outline(["2016"]), series: [.init(label: "A", bars: [.missing])])
        #expect(!chart.svg().contains("data-plot"))
    }
}
