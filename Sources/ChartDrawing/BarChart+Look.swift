extension BarChart {
    /// Which of the bars of its own style a series is, from zero.
    private func turn(_ index: Int) -> Int {
        series[..<index].count { $0.style == series[index].style }
    }

    /// The fill of whole bars.
    func fill(_ index: Int) -> String {
        series[index].style == .comparison ? ChartColour.soft : ChartColour.part(turn(index))
    }

    /// The rim of pale bars and the stripes of hatched ones.
    func rim(_ index: Int) -> String {
        series[index].style == .comparison ? ChartColour.muted : ChartColour.part(turn(index))
    }

    func hatch(_ index: Int) -> String { "\(outline.id)-partial-\(index + 1)" }

    func keyEntry(_ index: Int) -> ChartKeyEntry {
        .filled(series[index].label, fill(index), stroke: rim(index))
    }

    /// What hatching and dotted frames mean, where they occur.
    func notes() -> [ChartKeyEntry] {
        let values = series.flatMap { series in outline.categories.indices.map { series.bars.value(at: $0) } }
        var notes: [ChartKeyEntry] = []
        if let index = series.firstIndex(where: {
            $0.bars.prefix(outline.categories.count).contains(where: \.isPartial)
        }) {
            notes.append(.filled(outline.wording.partial, "url(#\(hatch(index)))", stroke: rim(index)))
        }
        if values.contains(where: { $0.number == nil }) { notes.append(.dotted(outline.wording.missing)) }
        return notes
    }

    /// The values over their bars, at one size for all; none where any would not fit.
    func valueLabels(_ path: [Double?], in frame: ChartFrame) -> [SVGElement] {
        let width = span(series: 0, category: 0, in: frame).width
        let room = series.count == 1 ? frame.slot - 4 : width + 1
        let texts = series.flatMap { series in
            series.bars.numbers(outline.categories.count).compactMap(\.self).map(outline.text(of:))
        }
        let fitting = [12.5, 11.5, 10.5].first { size in
            texts.allSatisfy { ChartText.width($0, size: size) <= room }
        }
        guard let size = fitting else { return [] }
        return series.indices.flatMap { index in
            outline.categories.indices.compactMap { category in
                valueLabel(series: index, category: category, path: path, size: size, in: frame)
            }
        }
    }

    private func valueLabel(
        series index: Int, category: Int, path: [Double?], size: Double, in frame: ChartFrame
    ) -> SVGElement? {
        let value = series[index].bars.value(at: category)
        guard let number = value.number else { return nil }
        let (x, width) = span(series: index, category: category, in: frame)
        let edge = frame.y(number)
        let goals = (path.isEmpty ? [] : [path[category]]).compactMap(\.self) + (targetLine.map { [$0.value] } ?? [])
        let isCrossed = goals.contains { frame.y($0) > edge - size - 10 && frame.y($0) < edge + 2 }
        let text = outline.text(of: number)
        let middle = x + width / 2
        if isCrossed, number > 0, frame.y(0) - edge > size + 12, ChartText.width(text, size: size) <= width - 2 {
            // A goal line runs where the label would stand: write it on the bar instead.
            let isDark = !value.isPartial && series[index].style == .main
            return .label(
                text, at: ChartPoint(x: middle, y: edge + size + 5), size: size, anchor: .middle,
                colour: isDark ? ChartColour.surface : ChartColour.ink, weight: 600, halo: !isDark)
        }
        let below = number < 0
        return .label(
            text, at: ChartPoint(x: middle, y: below ? edge + size + 3 : edge - 6), size: size, anchor: .middle,
            colour: series[index].style == .main ? ChartColour.ink : ChartColour.muted,
            weight: series[index].style == .main ? 600 : nil, halo: true)
    }
}
