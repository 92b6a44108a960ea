import Testing

@testable import ChartDrawing

struct HeatMapTests {
    private func map(_ rows: [[ChartValue]]) -> HeatMap {
        HeatMap(
            outline: Sample.outline(["Jan", "Feb", "Mar"]), rowLabel: "year",
            rows: rows.enumerated().map { HeatMap.Row(label: "\(2017 + $0)", cells: $1) })
    }

    @Test func `every value is written in its cell, a missing one is an empty dotted frame`() {
        let drawing = ParsedDrawing(map([[.known(1), .known(50), .missing], [.known(100), .partial(30)]]).svg())
        #expect(drawing.fault == nil)
        let texts = drawing.all("text").map(\.text)
        for value in ["1", "50", "100", "30", "2017", "2018"] { #expect(texts.contains(value)) }
        #expect(!texts.contains("0"))
        // One cell without a value and the sample in the key; what is still to come stays blank.
        #expect(drawing.all("rect").count { $0.attributes["stroke-dasharray"] == "1.5 2.5" } == 2)
        // One partial cell, and its sample.
        #expect(drawing.all("rect").count { $0.attributes["stroke-dasharray"] == "3 2" } == 2)
    }

    @Test func `cells grow stronger with their values, and none is of a strength no ink can be read on`() {
        let values = (0...100).map { ChartValue.known(Double($0)) }
        let chart = HeatMap(
            outline: Sample.outline(values.indices.map { "\($0)" }), rowLabel: "y",
            rows: [HeatMap.Row(label: "r", cells: values)])
        let strengths = ParsedDrawing(chart.svg()).all("rect").compactMap { $0.attributes["fill-opacity"] }
            .compactMap { Double($0) }
        #expect(strengths.count == 101)
        #expect(zip(strengths, strengths.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(strengths.allSatisfy { $0 <= 0.5 || $0 >= 0.92 })
    }

    @Test func `the table has a row a row and says what is missing or partial`() {
        let table = map([[.known(1), .missing, .partial(3)]]).dataTable()
        #expect(table.header == ["year", "Jan", "Feb", "Mar"])
        #expect(table.rows == [["2017", "1", "n/a", "3 (so far)"]])
    }
}

struct CoverageMatrixTests {
    private let names: [CoverageMatrix.State: String] = [
        .reported: "in", .preliminary: "early", .missing: "missing", .held: "held", .ahead: "to come",
    ]

    @Test func `each state has a shape of its own, and the key names those that occur`() {
        let matrix = CoverageMatrix(
            outline: Sample.outline(["Jan", "Feb", "Mar"]), rowLabel: "place",
            rows: [.init(label: "Cave", states: [.reported, .missing]), .init(label: "Museum", states: [.ahead])],
            names: names)
        let drawing = ParsedDrawing(matrix.svg())
        #expect(drawing.fault == nil)
        let texts = drawing.all("text").map(\.text)
        #expect(texts.contains("missing") && texts.contains("in") && texts.contains("to come"))
        #expect(!texts.contains("held") && !texts.contains("early"))
        // A cross in the cell and one in the key.
        #expect(drawing.all("path").count { $0.attributes["stroke"] != nil } == 2)
        #expect(matrix.dataTable().rows == [["Cave", "in", "missing", ""], ["Museum", "to come", "", ""]])
    }

    @Test func `a matrix of nothing says so`() {
        let matrix = CoverageMatrix(outline: Sample.outline([]), rowLabel: "place", rows: [], names: names)
        #expect(matrix.svg().contains("Nothing to show yet"))
    }
}

struct WaterfallChartTests {
    private func chart(_ steps: [WaterfallChart.Step]) -> WaterfallChart {
        WaterfallChart(outline: Sample.outline([]), steps: steps)
    }

    @Test func `each step begins where the one above ended`() {
        let bridge = chart([.level("gross", 100), .change("residents", -30), .change("late", 5), .level("real", 75)])
        #expect(bridge.spans.map { $0?.from } == [0, 100, 70, 0])
        #expect(bridge.spans.map { $0?.to } == [100, 70, 75, 75])
        #expect(bridge.dataTable().rows.map { $0[1] } == ["", "\u{2212}30", "+5", ""])
        #expect(bridge.dataTable().rows.map { $0[2] } == ["100", "70", "75", "75"])
        let drawing = ParsedDrawing(bridge.svg())
        #expect(drawing.fault == nil)
        for text in ["gross", "residents", "\u{2212}30", "+5", "75"] {
            #expect(drawing.all("text").contains { $0.text == text }, "\(text)")
        }
    }

    @Test func `a step without a number ends the bridge: nothing is drawn from a guess`() {
        let bridge = chart([.level("gross", 100), .change("unknown", .nan), .level("real", 75)])
        #expect(bridge.svg().contains("Nothing to show yet"))
        #expect(bridge.dataTable().rows.map { $0[2] } == ["100", "n/a", "n/a"])
    }
}

struct SmallMultiplesTests {
    private func chart(_ values: [ChartValue]) -> SmallMultiples {
        SmallMultiples(
            outline: Sample.outline(["a", "b", "c", "d"]), valuesLabel: "this", comparisonLabel: "before",
            panels: [.init(label: "Cave", values: values, remark: "+4 %")])
    }

    @Test func `a gap stays open, a lone value is a dot, the highest value is written`() throws {
        let drawing = ParsedDrawing(chart([.known(1), .known(9), .missing, .known(4)]).svg())
        #expect(drawing.fault == nil)
        let line = try #require(drawing.all("path").last { $0.attributes["d"]?.isEmpty == false })
        #expect(try #require(line.attributes["d"]).count { $0 == "M" } == 1)
        #expect(drawing.all("circle").count == 1)
        let texts = drawing.all("text").map(\.text)
        #expect(texts.contains("9") && texts.contains("Cave") && texts.contains("+4 %"))
    }

    @Test func `a panel of nothing says so and has no scale`() {
        let chart = SmallMultiples(
            outline: Sample.outline(["a", "b"]), valuesLabel: "this", comparisonLabel: "before",
            panels: [.init(label: "Cave", values: Sample.known(1, 2)), .init(label: "Museum", values: [.missing])])
        #expect(ParsedDrawing(chart.svg()).all("text").contains { $0.text == "n/a" })
        #expect(chart.dataTable().rows == [["Cave", "1", "2"], ["Museum", "n/a", "n/a"]])
    }
}
