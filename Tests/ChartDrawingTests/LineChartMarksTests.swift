import ChartDrawing
import Testing

struct LineChartMarksTests {
    private func chart(_ marks: [LineChart.Mark]) -> LineChart {
        LineChart(
            outline: ChartOutline(
                id: "m", title: "t", description: "d", categoryLabel: "month", valueLabel: "visitors", unit: "",
                categories: ["a", "b", "c", "d"],
                wording: ChartWording(missing: "-", partial: "p", empty: "e", total: "t"), format: { "\(Int($0))" }),
            series: [LineChart.Series(label: "s", points: [.known(1), .known(3), .known(2), .known(4)])], marks: marks)
    }

    @Test func `an event is a pale upright behind the line with its number above`() {
        let plain = chart([]).svg()
        let marked = chart([LineChart.Mark(over: 1...2, label: "1")]).svg()
        #expect(marked.count > plain.count)
        #expect(marked.contains(">1<"))
        #expect(marked.count(of: "<rect") == plain.count(of: "<rect") + 1)
    }

    @Test(arguments: [("月", true), ("month", false)]) func `what every category says is not said again under the axis`(
        _ label: String, _ isSaid: Bool
    ) {
        let outline = ChartOutline(
            id: "m", title: "t", description: "d", categoryLabel: label, valueLabel: "v", unit: "",
            categories: ["1月", "2月"],
            wording: ChartWording(missing: "-", partial: "p", empty: "e", total: "t"), format: { "\(Int($0))" })
        let chart = LineChart(outline: outline, series: [.init(label: "s", points: [.known(1), .known(3)])])
        #expect(chart.svg().contains(">\(label)</text>") != isSaid)
    }

    @Test func `an event outside the axis is not drawn, and one that reaches beyond ends with it`() {
        let plain = chart([]).svg()
        #expect(chart([LineChart.Mark(over: 7...9, label: "1")]).svg() == plain)
        #expect(chart([LineChart.Mark(over: 3...9, label: "9")]).svg().contains(">9<"))
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }

    private func components(separatedBy part: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            pieces.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return pieces + [rest]
    }
}
