extension BarChart {
    func document() -> ChartDocument {
        let count = outline.categories.count
        let numbers = series.flatMap { $0.bars.numbers(count).compactMap(\.self) }
        guard !numbers.isEmpty else { return .empty(outline) }
        let path = requiredPath?.points.numbers(count) ?? []
        let column = EndLabelColumn(endLabels(path), in: outline)
        let frame = ChartFrame(
            outline, key: series.count > 1 ? series.indices.map(keyEntry) : [],
            values: numbers + path.compactMap(\.self) + (targetLine.map { [$0.value] } ?? []), fromZero: true,
            spacing: .slots, endLabels: column, notes: notes())
        var content = frame.background()
        for index in series.indices {
            content += (0..<count).flatMap { bar(series: index, category: $0, in: frame) }
        }
        content.append(frame.baseline())
        content += goalLines(path, in: frame) + valueLabels(path, in: frame)
        content += column.elements(in: frame, from: frame.right)
        let hatches = series.indices.map { ChartHatch.partial(id: hatch($0), colour: rim($0)) }
        return ChartDocument(
            outline: outline, height: frame.height, definitions: hatches, content: content, layout: frame.layout)
    }

    /// The left edge and width of a bar: neighbours in a group all but touch, groups keep their distance.
    func span(series index: Int, category: Int, in frame: ChartFrame) -> (x: Double, width: Double) {
        let group = min(frame.slot * (series.count > 1 ? 0.82 : 0.7), 64 * Double(series.count))
        let gap = series.count > 1 && group / Double(series.count) > 8 ? 2.0 : 0
        let width = group / Double(series.count)
        return (frame.x(category) - group / 2 + Double(index) * width + gap / 2, width - gap)
    }

    private func bar(series index: Int, category: Int, in frame: ChartFrame) -> [SVGElement] {
        let (x, width) = span(series: index, category: category, in: frame)
        let value = series[index].bars.value(at: category)
        guard let number = value.number else {
            return ChartHatch.missing(outline.wording.missing, x: x, width: width, baseline: frame.y(0))
        }
        let edges = (min(frame.y(number), frame.y(0)), max(frame.y(number), frame.y(0)))
        let isRimmed = value.isPartial || series[index].style == .comparison
        // The rim is drawn inside the bar, so that its edge is exactly the value.
        let rimInset = isRimmed ? 0.5 : 0
        return [
            .rectangle(
                x: x + rimInset, y: edges.0 + rimInset, width: width - 2 * rimInset,
                height: edges.1 - edges.0 - 2 * rimInset,
                fill: value.isPartial ? "url(#\(hatch(index)))" : fill(index), stroke: isRimmed ? rim(index) : nil)
        ]
    }

    /// The required path and the target line, on a rim of the page's ground so that bars do not swallow them.
    private func goalLines(_ path: [Double?], in frame: ChartFrame) -> [SVGElement] {
        var runs: [[ChartPoint]] = []
        let points = path.enumerated().map { index, number in
            number.map { ChartPoint(x: frame.x(index), y: frame.y($0)) }
        }
        runs += LineChart.runs(points) { _, _ in true }
        // A level mark over each group says to which bars the height applies, also for a lone point.
        let half = min(frame.slot * 0.36, 64) * 0.5
        let marks = points.compactMap { point in
            point.map { [ChartPoint(x: $0.x - half, y: $0.y), ChartPoint(x: $0.x + half, y: $0.y)] }
        }
        if let targetLine {
            let y = frame.y(targetLine.value)
            runs.append([ChartPoint(x: frame.left, y: y), ChartPoint(x: frame.right, y: y)])
        }
        guard !runs.isEmpty || !marks.isEmpty else { return [] }
        return [
            .path(runs + marks, colour: ChartColour.surface, width: 4),
            .path(runs, colour: ChartColour.target, width: 1.75, dash: "6 4"),
            .path(marks, colour: ChartColour.target, width: 2),
        ]
    }

    private func endLabels(_ path: [Double?]) -> [EndLabel] {
        var labels: [EndLabel] = []
        if let requiredPath, let last = path.compactMap(\.self).last {
            labels.append(
                EndLabel(
                    name: requiredPath.label, number: outline.text(of: last), value: last, colour: ChartColour.target))
        }
        if let targetLine {
            labels.append(
                EndLabel(
                    name: targetLine.label, number: outline.text(of: targetLine.value), value: targetLine.value,
                    colour: ChartColour.target))
        }
        return labels
    }
}
