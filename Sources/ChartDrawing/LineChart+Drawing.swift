extension LineChart {
    /// A series with its numbers and look worked out.
    struct Trace {
        let series: Series
        let stroke: LineStroke
        let numbers: [Double?]
        /// The last category that has a number.
        let last: Int
    }

    func document() -> ChartDocument {
        let traces = makeTraces()
        guard !traces.isEmpty else { return .empty(outline) }
        let column = EndLabelColumn(endLabels(traces), in: outline)
        let showsPartial = series.contains { $0.points.prefix(outline.categories.count).contains(where: \.isPartial) }
        let frame = ChartFrame(
            outline,
            values: traces.flatMap { $0.numbers.compactMap(\.self) } + (targetLine.map { [$0.value] } ?? [])
                + bands.flatMap { $0.numbers(outline.categories.count) },
            fromZero: startsAtZero, spacing: .points, endLabels: column,
            notes: showsPartial ? [.hollow(outline.wording.partial)] : [])
        var content =
            frame.background() + markAreas(in: frame) + bandAreas(in: frame) + breakMarks(in: frame) + [
                frame.baseline()
            ]
        if let targetLine {
            let y = frame.y(targetLine.value)
            content.append(
                .line(
                    ChartPoint(x: frame.left, y: y), ChartPoint(x: frame.right, y: y), colour: ChartColour.target,
                    width: 1.5, dash: "6 4"))
        }
        for style in [Style.comparison, .target, .projection, .main] {
            content += traces.filter { $0.series.style == style }.flatMap { lines(of: $0, in: frame) }
        }
        content += earlyLabels(traces, in: frame)
        content += column.elements(in: frame, from: frame.right - 14)
        return ChartDocument(outline: outline, height: frame.height, content: content, layout: frame.layout)
    }

    private func makeTraces() -> [Trace] {
        var turns: [Style: Int] = [:]
        return series.compactMap { series in
            let turn = turns[series.style, default: 0]
            turns[series.style] = turn + 1
            let numbers = series.points.numbers(outline.categories.count)
            guard let last = numbers.lastIndex(where: { $0 != nil }) else { return nil }
            return Trace(
                series: series, stroke: LineStroke(series.style, turn: turn), numbers: numbers, last: last)
        }
    }

    private func lines(of trace: Trace, in frame: ChartFrame) -> [SVGElement] {
        let points = trace.numbers.enumerated().map { index, number in
            number.map { ChartPoint(x: frame.x(index), y: frame.y($0)) }
        }
        let stroke = trace.stroke
        let isBroken = { (index: Int) in breaks.contains { $0.category == index } }
        let whole = LineChart.runs(points) {
            !isBroken($1) && !trace.series.points[$0].isPartial && !trace.series.points[$1].isPartial
        }
        let growing = LineChart.runs(points) {
            !isBroken($1) && (trace.series.points[$0].isPartial || trace.series.points[$1].isPartial)
        }
        var elements: [SVGElement] = []
        if !whole.isEmpty {
            elements.append(.path(whole, colour: stroke.colour, width: stroke.width, dash: stroke.dash))
        }
        if !growing.isEmpty {
            elements.append(
                .path(growing, colour: stroke.colour, width: stroke.width * 0.8, dash: LineStroke.partialDash))
        }
        return elements + dots(of: trace, at: points)
    }

    /// A dot where a line ends, where a value stands alone, and hollow where it is not yet whole.
    private func dots(of trace: Trace, at points: [ChartPoint?]) -> [SVGElement] {
        let radius = trace.series.style == .main ? 4.0 : 3.25
        return points.enumerated().compactMap { index, point in
            guard let point else { return nil }
            let colour = trace.stroke.colour
            if trace.series.points[index].isPartial {
                return .circle(point, radius: radius, fill: ChartColour.surface, stroke: colour, width: 2)
            }
            let before = index > 0 ? points[index - 1] : nil
            let after = index + 1 < points.count ? points[index + 1] : nil
            let isAlone = before == nil && after == nil
            let isEnd = index == trace.last && trace.series.style != .target && trace.series.style != .projection
            guard isAlone || isEnd else { return nil }
            return .circle(point, radius: radius, fill: colour, stroke: ChartColour.surface, width: 1.5)
        }
    }

    /// Runs of neighbouring points whose joins satisfy `joins`; never across a missing point.
    static func runs(_ points: [ChartPoint?], joining joins: (Int, Int) -> Bool) -> [[ChartPoint]] {
        var runs: [[ChartPoint]] = []
        var continues = false
        for index in points.indices.dropFirst() {
            guard let from = points[index - 1], let to = points[index], joins(index - 1, index) else {
                continues = false
                continue
            }
            if continues { runs[runs.count - 1].append(to) } else { runs.append([from, to]) }
            continues = true
        }
        return runs
    }
}
