extension ChartFrame {
    /// Header, grid, ticks, category labels and the row under them; drawn before the values.
    func background() -> [SVGElement] {
        header.elements + [SVGElement("g", [:], gridLines() + categoryLabels() + footer())]
    }

    /// The zero line (or the axis' foot), drawn after the bars so that it stays crisp.
    func baseline() -> SVGElement {
        let value = scale.lower <= 0 && scale.upper >= 0 ? 0 : scale.lower
        // Only a true zero deserves a strong line: elsewhere it would pretend that bars begin there.
        let colour = value == 0 ? ChartColour.ink : ChartColour.axis
        return .line(
            ChartPoint(x: left, y: crisp(y(value))), ChartPoint(x: right, y: crisp(y(value))), colour: colour)
    }

    private func gridLines() -> [SVGElement] {
        zip(scale.ticks, tickTexts()).flatMap { tick, text in
            let height = crisp(y(tick))
            return [
                SVGElement.line(
                    ChartPoint(x: left, y: height), ChartPoint(x: right, y: height), colour: ChartColour.grid),
                SVGElement.label(
                    text, at: ChartPoint(x: left - 8, y: height + 4), size: ChartType.tick, anchor: .end,
                    colour: ChartColour.muted),
            ]
        }
    }

    /// The ticks as text, all with as many decimals as the one that needs most: 0.0, 2.5, 5.0.
    private func tickTexts() -> [String] {
        let texts = scale.ticks.map { outline.text(of: $0) }
        let decimals = texts.map { text in text.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0 }
        let most = decimals.max() ?? 0
        return zip(texts, decimals).map { text, count in
            let mark = count == 0 && most > 0 ? "." : ""
            return ChartText.shortened(
                text + mark + String(repeating: "0", count: most - count), to: left - 8, size: ChartType.tick)
        }
    }

    private func categoryLabels() -> [SVGElement] {
        let size = ChartType.tick
        // Wide slots shorten long names; narrow ones leave out whole labels instead.
        let room = slot >= 64 ? slot - 8 : 120
        let texts = outline.categories.map { ChartText.shortened($0, to: room, size: size) }
        let widest = texts.map { ChartText.width($0, size: size) }.max() ?? 0
        let step = ChartFrame.labelStep(count: texts.count, cycle: outline.categoriesPerCycle) {
            Double($0) * slot >= widest + 8
        }
        return stride(from: 0, to: texts.count, by: step).flatMap { index -> [SVGElement] in
            let half = ChartText.width(texts[index], size: size) / 2
            let middle = max(half, min(x(index), outline.size.width - half))
            let label = SVGElement.label(
                texts[index], at: ChartPoint(x: middle, y: bottom + 20), size: size, anchor: .middle,
                colour: ChartColour.muted)
            guard spacing == .points else { return [label] }
            let mark = SVGElement.line(
                ChartPoint(x: x(index), y: bottom + 1), ChartPoint(x: x(index), y: bottom + 5),
                colour: ChartColour.axis)
            return [mark, label]
        }
    }

    private func footer() -> [SVGElement] {
        let baseline = height - 8
        let room = right - left
        let label = ChartText.shortened(outline.categoryLabel, to: room * 0.5, size: ChartType.note)
        var elements = ChartKeyEntry.row(
            notes, x: left, baseline: baseline, within: room - ChartText.width(label, size: ChartType.note) - 12,
            size: ChartType.note)
        // Where every category says what it is, as in 4月 or 平成29年, a lone 月 under the axis adds nothing.
        let isSaid = outline.categories.allSatisfy { $0.contains(outline.categoryLabel) }
        if !label.isEmpty, !isSaid {
            elements.append(
                .label(
                    label, at: ChartPoint(x: right, y: baseline), size: ChartType.note, anchor: .end,
                    colour: ChartColour.muted))
        }
        return elements
    }

    /// Every how many categories a label is written: a step a reader can count in.
    ///
    /// With a cycle, such as the twelve months of a year, its parts and then whole cycles; otherwise 1, 2, 5, 10 ….
    static func labelStep(count: Int, cycle: Int, fits: (Int) -> Bool) -> Int {
        let round = [1, 2, 5, 10, 20, 25, 50, 100]
        let steps =
            cycle > 1 ? (1...cycle).filter { cycle.isMultiple(of: $0) } + round.dropFirst().map { $0 * cycle } : round
        return steps.first(where: fits) ?? max(count, 1)
    }

    /// One-unit lines stand on half units, so that screens draw them one pixel wide.
    private func crisp(_ value: Double) -> Double { value.rounded(.down) + 0.5 }
}
