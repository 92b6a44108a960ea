extension SmallMultiples {
    private static let gap = 22.0
    private static let panelHeight = 96.0
    /// Above a plot its name, below it its first and last category.
    private static let plotTop = 36.0
    private static let plotFoot = 14.0
    private static let inset = 4.0

    func document() -> ChartDocument {
        let drawable = panels.contains { $0.values.numbers(outline.categories.count).contains { $0 != nil } }
        guard drawable else { return .empty(outline) }
        let hasComparison = panels.contains { !$0.comparison.isEmpty }
        let header = ChartHeader(
            outline,
            key: hasComparison ? [.stroke(valuesLabel, isMain: true), .stroke(comparisonLabel, isMain: false)] : [])
        let columns = max(1, Int((outline.size.width + Self.gap) / (165 + Self.gap)))
        let width = (outline.size.width + Self.gap) / Double(columns) - Self.gap
        let top = header.height + 8
        var content = header.elements
        for (index, panel) in panels.enumerated() {
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            let corner = ChartPoint(
                x: Double(column) * (width + Self.gap), y: top + Double(row) * (Self.panelHeight + 12))
            content.append(SVGElement("g", [:], elements(panel, corner, width)))
        }
        let rows = (panels.count + columns - 1) / columns
        let showsPartial = panels.contains { $0.values.contains(where: \.isPartial) }
        let height = top + Double(rows) * (Self.panelHeight + 12) + (showsPartial ? 22 : 0)
        if showsPartial {
            content += ChartKeyEntry.row(
                [.hollow(outline.wording.partial)], x: 0, baseline: height - 6, within: outline.size.width,
                size: ChartType.note)
        }
        let layout = ChartLayout.Panels(
            corner: ChartPoint(x: Self.inset, y: top + Self.plotTop), width: width - 2 * Self.inset,
            height: Self.panelHeight - Self.plotTop - Self.plotFoot, stepAcross: width + Self.gap,
            stepDown: Self.panelHeight + 12, perRow: columns, categories: outline.categories.count, count: panels.count)
        return ChartDocument(outline: outline, height: height, content: content, layout: .panels(layout))
    }

    private func elements(_ panel: Panel, _ corner: ChartPoint, _ width: Double) -> [SVGElement] {
        let count = outline.categories.count
        let (values, comparison) = (panel.values.numbers(count), panel.comparison.numbers(count))
        let most = (values + comparison).compactMap(\.self).max() ?? 0
        let (top, bottom) = (corner.y + Self.plotTop, corner.y + Self.panelHeight - Self.plotFoot)
        func points(_ numbers: [Double?]) -> [ChartPoint?] {
            numbers.enumerated().map { index, number in
                number.map {
                    ChartPoint(
                        x: corner.x + Self.inset + Double(index) / Double(max(count - 1, 1)) * (width - 2 * Self.inset),
                        y: bottom - (most > 0 ? max($0, 0) / most : 0) * (bottom - top))
                }
            }
        }
        let size = ChartType.note
        let remarkWidth = ChartText.width(panel.remark, size: size)
        var elements: [SVGElement] = [
            .label(
                ChartText.shortened(panel.label, to: width - remarkWidth - 8, size: 12),
                at: ChartPoint(x: corner.x, y: corner.y + 14), size: 12, weight: 600),
            .line(
                ChartPoint(x: corner.x, y: bottom + 0.5), ChartPoint(x: corner.x + width, y: bottom + 0.5),
                colour: ChartColour.axis),
        ]
        if !panel.remark.isEmpty {
            elements.append(
                .label(
                    panel.remark, at: ChartPoint(x: corner.x + width, y: corner.y + 14), size: size, anchor: .end,
                    colour: ChartColour.muted))
        }
        for (index, anchor) in [(0, TextAnchor.start), (count - 1, .end)] where count > 1 {
            elements.append(
                .label(
                    outline.categories[index],
                    at: ChartPoint(x: anchor == .start ? corner.x : corner.x + width, y: bottom + 13), size: 10,
                    anchor: anchor, colour: ChartColour.muted))
        }
        elements.append(
            .path(
                LineChart.runs(points(comparison)) { _, _ in true }, colour: ChartColour.muted, width: 1.25))
        elements += strong(panel, points(values))
        return elements + peak(panel, values, points(values), most, corner, width)
    }

    private func strong(_ panel: Panel, _ points: [ChartPoint?]) -> [SVGElement] {
        let isPartial = { (index: Int) in panel.values.value(at: index).isPartial }
        let whole = LineChart.runs(points) { !isPartial($0) && !isPartial($1) }
        let growing = LineChart.runs(points) { isPartial($0) || isPartial($1) }
        var elements: [SVGElement] = []
        if !whole.isEmpty { elements.append(.path(whole, colour: ChartColour.mainLine(0), width: 2)) }
        if !growing.isEmpty {
            elements.append(
                .path(growing, colour: ChartColour.mainLine(0), width: 1.6, dash: LineStroke.partialDash))
        }
        for (index, point) in points.enumerated() {
            guard let point else { continue }
            let isAlone =
                (index == 0 || points[index - 1] == nil) && (index + 1 == points.count || points[index + 1] == nil)
            if isPartial(index) {
                elements.append(
                    .circle(
                        point, radius: 2.75, fill: ChartColour.surface, stroke: ChartColour.mainLine(0), width: 1.5))
            } else if isAlone {
                elements.append(
                    .circle(point, radius: 2.5, fill: ChartColour.mainLine(0), stroke: "none", width: 0))
            }
        }
        return elements
    }

    /// The highest value in words: the only scale a panel has.
    private func peak(
        _ panel: Panel, _ values: [Double?], _ points: [ChartPoint?], _ most: Double, _ corner: ChartPoint,
        _ width: Double
    ) -> [SVGElement] {
        guard let index = values.indices.max(by: { (values[$0] ?? -1) < (values[$1] ?? -1) }),
            let number = values[index], let point = points[index]
        else {
            return [
                .label(
                    outline.wording.missing, at: ChartPoint(x: corner.x, y: corner.y + 60), size: ChartType.note,
                    colour: ChartColour.muted)
            ]
        }
        let text = outline.text(of: number)
        let half = ChartText.width(text, size: ChartType.note) / 2
        let x = min(max(point.x, corner.x + half), corner.x + width - half)
        return [
            .label(
                text, at: ChartPoint(x: x, y: point.y - 5), size: ChartType.note, anchor: .middle,
                colour: ChartColour.ink, halo: true)
        ]
    }
}

extension ChartKeyEntry {
    /// A piece of line.
    static func stroke(_ text: String, isMain: Bool) -> ChartKeyEntry {
        ChartKeyEntry(text: text) {
            .line(
                ChartPoint(x: $0.x, y: $0.y + 6), ChartPoint(x: $0.x + 12, y: $0.y + 6),
                colour: isMain ? ChartColour.mainLine(0) : ChartColour.muted, width: isMain ? 2.5 : 1.25)
        }
    }
}
