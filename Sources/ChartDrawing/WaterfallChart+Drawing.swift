extension WaterfallChart {
    private static let rowHeight = 34.0

    func document() -> ChartDocument {
        let spans = spans.compactMap(\.self)
        guard !steps.isEmpty, spans.count == steps.count else { return .empty(outline) }
        let header = ChartHeader(outline, key: [])
        let width = outline.size.width
        let labels = steps.map { ChartText.shortened($0.label, to: width * 0.36, size: ChartType.label) }
        let left = (labels.map { ChartText.width($0, size: ChartType.label) }.max() ?? 0) + 14
        let values = steps.map(text)
        let room = (values.map { ChartText.width($0, size: ChartType.label) }.max() ?? 0) * 1.05 + 12
        let scale = ChartScale(holding: spans.flatMap { [$0.from, $0.to] }, fromZero: true, steps: 4)
        // Values stand to the right of their bars; those of falling steps to the left may need room there too.
        let (start, end) = (left + (scale.lower < 0 ? room : 0), width - room)
        func x(_ value: Double) -> Double { start + scale.share(of: value) * max(end - start, 40) }
        let top = header.height + 10
        let bottom = top + Double(steps.count) * Self.rowHeight
        var content = header.elements
        content.append(
            .line(ChartPoint(x: x(0), y: top), ChartPoint(x: x(0), y: bottom), colour: ChartColour.ink))
        for (index, span) in spans.enumerated() {
            let y = top + Double(index) * Self.rowHeight
            content += row(index, span, y: y, from: x(span.from), to: x(span.to))
            content.append(
                .label(
                    labels[index], at: ChartPoint(x: left - 12, y: y + Self.rowHeight / 2 + 4.5),
                    size: ChartType.label, anchor: .end, weight: isLevel(index) ? 700 : nil))
            let after = x(span.to)
            if index + 1 < spans.count {
                content.append(
                    .line(
                        ChartPoint(x: after, y: y + Self.rowHeight - 7),
                        ChartPoint(x: after, y: y + Self.rowHeight + 7),
                        colour: ChartColour.axis, dash: "2 2"))
            }
            content.append(
                .label(
                    values[index], at: ChartPoint(x: max(x(span.from), after) + 7, y: y + Self.rowHeight / 2 + 4.5),
                    size: ChartType.label, colour: ChartColour.ink, weight: isLevel(index) ? 700 : nil, halo: true))
        }
        let hatch = ChartHatch.partial(id: "\(outline.id)-falling", colour: ChartColour.target)
        return ChartDocument(outline: outline, height: bottom + 8, definitions: [hatch], content: content)
    }

    private func isLevel(_ index: Int) -> Bool {
        if case .level = steps[index] { true } else { false }
    }

    private func text(of step: Step) -> String {
        guard let number = step.number else { return outline.wording.missing }
        if case .level = step { return outline.text(of: number) }
        return signed(number)
    }

    /// Levels are full bars, rises plain in their colour, falls striped: told apart without colour.
    private func row(_ index: Int, _ span: (from: Double, to: Double), y: Double, from: Double, to: Double)
        -> [SVGElement]
    {
        let (low, high) = (min(from, to), max(from, to))
        let isFall = span.to < span.from && !isLevel(index)
        let fill = isLevel(index) ? ChartColour.part(0) : isFall ? "url(#\(outline.id)-falling)" : ChartColour.part(3)
        return [
            .rectangle(
                x: low, y: y + 7, width: max(high - low, 1.5), height: Self.rowHeight - 14, fill: fill,
                stroke: isFall ? ChartColour.target : isLevel(index) ? nil : ChartColour.part(0))
        ]
    }
}
