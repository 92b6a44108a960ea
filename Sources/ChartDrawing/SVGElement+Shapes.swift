/// A point of the drawing; y grows downwards.
struct ChartPoint: Equatable {
    var x: Double
    var y: Double
}

/// Where text stands relative to its x.
enum TextAnchor: String {
    case start, middle, end
}

extension SVGElement {
    static func line(
        _ from: ChartPoint, _ to: ChartPoint, colour: String, width: Double = 1, dash: String? = nil
    ) -> SVGElement {
        SVGElement(
            "line",
            [
                "x1": .number(from.x), "y1": .number(from.y), "x2": .number(to.x), "y2": .number(to.y),
                "stroke": .text(colour), "stroke-width": .number(width),
            ]
        ).with("stroke-dasharray", dash.map(SVGValue.text))
    }

    static func rectangle(
        x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil, dash: String? = nil
    ) -> SVGElement {
        SVGElement(
            "rect",
            [
                "x": .number(x), "y": .number(y), "width": .number(max(width, 0)), "height": .number(max(height, 0)),
                "fill": .text(fill),
            ]
        )
        .with("stroke", stroke.map(SVGValue.text))
        .with("stroke-dasharray", dash.map(SVGValue.text))
    }

    /// Many boxes of one colour as one element.
    static func boxes(_ boxes: [LabelBox], fill: String) -> SVGElement {
        let commands = boxes.map { box in
            "M\(coordinate(box.x)) \(coordinate(box.y))h\(coordinate(box.width))v\(coordinate(box.height))"
                + "h\(coordinate(-box.width))z"
        }
        return SVGElement("path", ["d": .text(commands.joined()), "fill": .text(fill)])
    }

    static func circle(_ centre: ChartPoint, radius: Double, fill: String, stroke: String, width: Double) -> SVGElement
    {
        SVGElement(
            "circle",
            [
                "cx": .number(centre.x), "cy": .number(centre.y), "r": .number(radius), "fill": .text(fill),
                "stroke": .text(stroke), "stroke-width": .number(width),
            ])
    }

    static func label(
        _ text: String, at point: ChartPoint, size: Double, anchor: TextAnchor = .start,
        colour: String = ChartColour.ink, weight: Int? = nil, halo: Bool = false
    ) -> SVGElement {
        let element = SVGElement(
            "text",
            [
                "x": .number(point.x), "y": .number(point.y), "font-size": .number(size), "fill": .text(colour),
                "text-anchor": .text(anchor.rawValue),
            ],
            text: text
        ).with("font-weight", weight.map { .number(Double($0)) })
        guard halo else { return element }
        // A rim in the page's colour keeps the text readable where a line runs behind it.
        return
            element
            .with("stroke", .text(ChartColour.surface))
            .with("stroke-width", 3.5)
            .with("stroke-linejoin", "round")
            .with("paint-order", "stroke")
    }

    /// A path through runs of points; each run starts with its own move, so gaps stay open.
    static func path(_ runs: [[ChartPoint]], colour: String, width: Double, dash: String? = nil) -> SVGElement {
        let commands = runs.map { run in
            run.enumerated().map { offset, point in
                (offset == 0 ? "M" : "L") + coordinate(point.x) + " " + coordinate(point.y)
            }.joined()
        }
        return SVGElement(
            "path",
            [
                "d": .text(commands.joined()), "fill": "none", "stroke": .text(colour), "stroke-width": .number(width),
                "stroke-linejoin": "round", "stroke-linecap": .text(dash == nil ? "round" : "butt"),
            ]
        ).with("stroke-dasharray", dash.map(SVGValue.text))
    }
}
