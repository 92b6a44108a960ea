/// An entry of the key line: a little sample and its name.
struct ChartKeyEntry {
    let text: String
    /// Draws the sample in a box of 12 × 12 whose upper left corner is given.
    let sample: (ChartPoint) -> SVGElement

    static func filled(_ text: String, _ fill: String, stroke: String) -> ChartKeyEntry {
        ChartKeyEntry(text: text) {
            .rectangle(x: $0.x + 0.5, y: $0.y + 0.5, width: 11, height: 11, fill: fill, stroke: stroke)
        }
    }

    static func dotted(_ text: String) -> ChartKeyEntry {
        ChartKeyEntry(text: text) {
            .rectangle(
                x: $0.x + 0.5, y: $0.y + 0.5, width: 11, height: 11, fill: "none", stroke: ChartColour.muted,
                dash: "1.5 2.5")
        }
    }

    static func hollow(_ text: String) -> ChartKeyEntry {
        ChartKeyEntry(text: text) {
            .circle(
                ChartPoint(x: $0.x + 6, y: $0.y + 6), radius: 4, fill: ChartColour.surface,
                stroke: ChartColour.muted, width: 2)
        }
    }

    /// The entries side by side, dropped where the row is full.
    static func row(
        _ entries: [ChartKeyEntry], x: Double, baseline: Double, within width: Double, size: Double
    ) -> [SVGElement] {
        var x = x
        let end = x + width
        var elements: [SVGElement] = []
        for entry in entries {
            let text = ChartText.shortened(entry.text, to: min(220, width / 2), size: size)
            let textWidth = ChartText.width(text, size: size)
            guard x + 18 + textWidth <= end else { break }
            elements.append(entry.sample(ChartPoint(x: x, y: baseline - 10.5)))
            elements.append(
                .label(text, at: ChartPoint(x: x + 18, y: baseline), size: size, colour: ChartColour.muted))
            x += 18 + textWidth + 18
        }
        return elements
    }
}

/// The title, what the values are, and the key line where there is one.
struct ChartHeader {
    let elements: [SVGElement]
    /// The space taken from the top of the drawing.
    let height: Double

    init(_ outline: ChartOutline, key: [ChartKeyEntry]) {
        var elements: [SVGElement] = []
        var y = 0.0
        let width = outline.size.width
        if outline.drawsTitle, !outline.title.isEmpty {
            // Bold letters run wider than the estimate for regular ones.
            for line in ChartText.wrapped(outline.title, to: width * 0.94, size: ChartType.title, lines: 2) {
                y += y == 0 ? 20 : 25
                elements.append(.label(line, at: ChartPoint(x: 0, y: y), size: ChartType.title, weight: 700))
            }
            y += 2
        }
        let subtitle = outline.valueLabelWithUnit
        if !subtitle.isEmpty {
            y += y == 0 ? 14 : 21
            let text = ChartText.shortened(subtitle, to: width, size: ChartType.subtitle)
            elements.append(
                .label(text, at: ChartPoint(x: 0, y: y), size: ChartType.subtitle, colour: ChartColour.muted))
        }
        if !key.isEmpty {
            y += y == 0 ? 14 : 23
            elements += ChartKeyEntry.row(key, x: 0, baseline: y, within: width, size: ChartType.subtitle)
        }
        self.elements = elements
        height = y + 4
    }
}
