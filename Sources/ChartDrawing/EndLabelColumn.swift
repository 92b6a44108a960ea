/// A label at the right of the plot that names what ends there.
struct EndLabel {
    let name: String
    /// The last value as text; empty where the name says it all.
    var number = ""
    /// The value on the axis where it would stand by itself.
    let value: Double
    var colour = ChartColour.ink
    var weight: Int? = nil
    /// The fill of a sample square before the name.
    var swatch: String? = nil
}

extension EndLabel {
    /// The room its sample takes before the name.
    var indent: Double { swatch == nil ? 0 : 17 }
}

/// The column of labels at the right, kept apart and in order.
struct EndLabelColumn {
    static let lead = 20.0
    static let lineHeight = 18.0

    let labels: [EndLabel]
    /// The room for text, at most a third of the drawing, or somewhat more where that is very little.
    let width: Double

    init(_ labels: [EndLabel], in outline: ChartOutline) {
        let widest = max(outline.size.width * 0.32, min(150, outline.size.width * 0.42))
        self.labels = labels.map { label in
            let number = ChartText.shortened(label.number, to: widest * 0.6, size: ChartType.label)
            let room =
                widest - label.indent - (number.isEmpty ? 0 : ChartText.width(number + " ", size: ChartType.label))
            return EndLabel(
                name: ChartText.shortened(label.name, to: room, size: ChartType.label), number: number,
                value: label.value, colour: label.colour, weight: label.weight,
                swatch: label.swatch)
        }
        width =
            self.labels.map { label in
                let text = label.number.isEmpty ? label.name : "\(label.name) \(label.number)"
                // Bold letters run a little wider than the estimate for regular ones.
                return label.indent + ChartText.width(text, size: ChartType.label) * (label.weight == nil ? 1 : 1.04)
            }.max() ?? 0
    }

    var height: Double { Double(labels.count) * EndLabelColumn.lineHeight }

    /// The labels, each with a thin lead from `x` where it had to move.
    func elements(in frame: ChartFrame, from x: Double) -> [SVGElement] {
        let wanted = labels.map { frame.y($0.value) }
        let half = EndLabelColumn.lineHeight / 2
        let bounds = (frame.top - half)...max(frame.top, frame.bottom)
        let placed = LabelPlacement.spread(wanted, spacing: EndLabelColumn.lineHeight, within: bounds)
        let start = frame.right + EndLabelColumn.lead
        return zip(labels, zip(wanted, placed)).flatMap { label, heights -> [SVGElement] in
            let (wanted, placed) = heights
            var elements: [SVGElement] = []
            if (wanted - placed).magnitude > 3 {
                let lead = [
                    ChartPoint(x: x + 6, y: wanted), ChartPoint(x: start - 9, y: placed),
                    ChartPoint(x: start - 4, y: placed),
                ]
                elements.append(.path([lead], colour: ChartColour.axis, width: 0.75))
            }
            if let swatch = label.swatch {
                elements.append(
                    .rectangle(x: start, y: placed - 5.5, width: 11, height: 11, fill: swatch))
            }
            elements.append(text(of: label, at: ChartPoint(x: start + label.indent, y: placed + 4.5)))
            return elements
        }
    }

    private func text(of label: EndLabel, at point: ChartPoint) -> SVGElement {
        let name = SVGElement("tspan", ["unicode-bidi": "isolate"], text: label.name)
            .with("font-weight", label.weight.map { .number(Double($0)) })
        // The number follows the name in any face; the isolated name cannot pull it to its other side.
        let number = label.number.isEmpty ? [] : [SVGElement("tspan", ["dx": 6], text: label.number)]
        return SVGElement(
            "text",
            [
                "x": .number(point.x), "y": .number(point.y), "font-size": .number(ChartType.label),
                "fill": .text(label.colour),
            ],
            [name] + number)
    }
}
