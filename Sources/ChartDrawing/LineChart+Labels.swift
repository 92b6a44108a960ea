extension LineChart {
    /// Labels of the lines that reach the last category, and of the target line.
    func endLabels(_ traces: [Trace]) -> [EndLabel] {
        let reaching = traces.filter { $0.last == outline.categories.count - 1 }.map { trace in
            EndLabel(
                name: trace.series.label, number: text(of: trace), value: value(of: trace),
                colour: trace.stroke.colour, weight: trace.stroke.weight)
        }
        let ranges = bands.flatMap { band -> [EndLabel] in
            guard let range = band.range(at: outline.categories.count - 1) else { return [] }
            let ends = outline.text(of: range.lower) + "–" + outline.text(of: range.upper)
            return [EndLabel(name: band.label, number: ends, value: range.upper, colour: ChartColour.muted)]
        }
        guard let targetLine else { return reaching + ranges }
        let target = EndLabel(
            name: targetLine.label, number: outline.text(of: targetLine.value), value: targetLine.value,
            colour: ChartColour.target)
        return reaching + ranges + [target]
    }

    /// Labels of the lines that stop before the last category, set beside their last point where it is emptiest.
    func earlyLabels(_ traces: [Trace], in frame: ChartFrame) -> [SVGElement] {
        var taken: [LabelBox] = []
        let obstacles = traces.flatMap { trace in
            LineChart.runs(
                trace.numbers.enumerated().map { index, number in
                    number.map { ChartPoint(x: frame.x(index), y: frame.y($0)) }
                }, joining: { _, _ in true })
        }
        return traces.filter { $0.last < outline.categories.count - 1 }.map { trace in
            let size = ChartType.label
            let name = ChartText.shortened(trace.series.label, to: (frame.right - frame.left) * 0.4, size: size)
            let text = "\(name) \(self.text(of: trace))"
            let end = ChartPoint(x: frame.x(trace.last), y: frame.y(value(of: trace)))
            let box = LabelBox.emptiest(
                beside: end, width: ChartText.width(text, size: size) * 1.04, height: EndLabelColumn.lineHeight,
                within: frame, avoiding: obstacles, and: taken)
            taken.append(box)
            return .label(
                text, at: ChartPoint(x: box.x, y: box.y + 13.5), size: size, colour: trace.stroke.colour,
                weight: trace.stroke.weight, halo: true)
        }
    }

    private func value(of trace: Trace) -> Double { trace.numbers[trace.last] ?? 0 }

    private func text(of trace: Trace) -> String { outline.text(of: value(of: trace)) }
}
