extension StackedBarChart {
    /// A part's place in a stack, in values.
    private struct Layer {
        let part: Int
        let value: ChartValue
        let from: Double
        let to: Double
    }

    func document() -> ChartDocument {
        let stacks = outline.categories.indices.map(layers)
        guard stacks.contains(where: { !$0.isEmpty }) else { return .empty(outline) }
        let column = EndLabelColumn(endLabels(stacks), in: outline)
        let frame = ChartFrame(
            outline, values: stacks.joined().flatMap { [$0.from, $0.to] }, fromZero: true, spacing: .slots,
            endLabels: column, notes: notes())
        var content = frame.background()
        for (category, stack) in stacks.enumerated() {
            let (x, width) = span(category, in: frame)
            if stack.isEmpty {
                content += ChartHatch.missing(outline.wording.missing, x: x, width: width, baseline: frame.y(0))
            }
            content += stack.flatMap { bars($0, x: x, width: width, in: frame) }
            if !stack.isEmpty, stack.count < parts.count {
                content.append(gap(above: stack.map(\.to).max() ?? 0, x: x, width: width, in: frame))
            }
        }
        content.append(frame.baseline())
        content += totals(stacks, in: frame)
        let last = span(max(outline.categories.count - 1, 0), in: frame)
        content += column.elements(in: frame, from: last.x + last.width - 3)
        let fills = parts.indices.flatMap { index in
            [
                ChartHatch.part(id: fill(index), index: index),
                ChartHatch.partial(id: hatch(index), colour: ChartColour.part(index)),
            ]
        }
        return ChartDocument(
            outline: outline, height: frame.height, definitions: fills, content: content, layout: frame.layout)
    }

    /// The parts of a category that have a number, each on the one before.
    private func layers(_ category: Int) -> [Layer] {
        var above = 0.0
        var below = 0.0
        return parts.enumerated().compactMap { index, part in
            let value = part.values.value(at: category)
            guard let number = value.number else { return nil }
            let from = number < 0 ? below : above
            if number < 0 { below += number } else { above += number }
            return Layer(part: index, value: value, from: from, to: from + number)
        }
    }

    private func bars(_ layer: Layer, x: Double, width: Double, in frame: ChartFrame) -> [SVGElement] {
        let ends = (frame.y(layer.from), frame.y(layer.to))
        let height = (ends.0 - ends.1).magnitude
        let fill = layer.value.isPartial ? hatch(layer.part) : fill(layer.part)
        var elements = [
            SVGElement.rectangle(
                x: x, y: min(ends.0, ends.1), width: width, height: height, fill: "url(#\(fill))",
                stroke: layer.value.isPartial ? ChartColour.part(layer.part) : nil)
        ]
        if height > 3, layer.from != 0 {
            // A thin seam of the page's ground keeps neighbours apart in print.
            elements.append(
                .line(
                    ChartPoint(x: x, y: ends.0), ChartPoint(x: x + width, y: ends.0), colour: ChartColour.surface,
                    width: 1.5))
        }
        return elements
    }

    /// A low dotted frame on a stack that lacks a part.
    private func gap(above value: Double, x: Double, width: Double, in frame: ChartFrame) -> SVGElement {
        .rectangle(
            x: x + 0.75, y: frame.y(value) - 10, width: width - 1.5, height: 9, fill: "none",
            stroke: ChartColour.muted, dash: "1.5 2.5")
    }

    private func span(_ category: Int, in frame: ChartFrame) -> (x: Double, width: Double) {
        let width = min(frame.slot * 0.66, 72)
        return (frame.x(category) - width / 2, width)
    }

    /// Labels stand at the middle of each part of the last bar that has any.
    private func endLabels(_ stacks: [[Layer]]) -> [EndLabel] {
        guard let last = stacks.last(where: { !$0.isEmpty }) else { return [] }
        // Downwards in the column is upwards in the stack, so equal heights need the upper part first.
        return parts.indices.reversed().map { index in
            let layer = last.first { $0.part == index }
            let foot = last.last { $0.part < index }?.to ?? 0
            return EndLabel(
                name: parts[index].label,
                number: layer.flatMap { $0.value.number }.map(outline.text(of:)) ?? outline.wording.missing,
                value: layer.map { ($0.from + $0.to) / 2 } ?? foot, swatch: "url(#\(fill(index)))")
        }
    }

    private func totals(_ stacks: [[Layer]], in frame: ChartFrame) -> [SVGElement] {
        let totals = outline.categories.indices.map(total)
        let texts = totals.map { $0.number.map(outline.text(of:)) ?? "" }
        let size = ChartType.tick
        guard texts.allSatisfy({ ChartText.width($0, size: size) <= frame.slot - 4 }) else { return [] }
        return stacks.enumerated().compactMap { category, stack in
            guard !stack.isEmpty else { return nil }
            let lift = stack.count < parts.count ? 16.0 : 6
            let isWhole = !totals[category].isPartial
            let top = frame.y(max(stack.map(\.to).max() ?? 0, 0)) - lift
            return .label(
                texts[category], at: ChartPoint(x: frame.x(category), y: top), size: size, anchor: .middle,
                colour: isWhole ? ChartColour.ink : ChartColour.muted, weight: isWhole ? 600 : nil, halo: true)
        }
    }

    private func notes() -> [ChartKeyEntry] {
        let values = parts.flatMap { part in outline.categories.indices.map { part.values.value(at: $0) } }
        var notes: [ChartKeyEntry] = []
        if let index = parts.firstIndex(where: {
            $0.values.prefix(outline.categories.count).contains(where: \.isPartial)
        }) {
            notes.append(
                .filled(outline.wording.partial, "url(#\(hatch(index)))", stroke: ChartColour.part(index)))
        }
        if values.contains(where: { $0.number == nil }) { notes.append(.dotted(outline.wording.missing)) }
        return notes
    }

    private func fill(_ index: Int) -> String { "\(outline.id)-part-\(index + 1)" }

    private func hatch(_ index: Int) -> String { "\(outline.id)-partial-\(index + 1)" }
}
