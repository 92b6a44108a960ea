/// Wraps a drawing into a complete `<svg>` element with its names for readers who cannot see it.
struct ChartDocument {
    let outline: ChartOutline
    let height: Double
    var definitions: [SVGElement] = []
    let content: [SVGElement]
    /// Where the values stand, where rows of the data table stand for them.
    var layout: ChartLayout?

    func svg() -> String {
        let title = "\(outline.id)-title"
        let description = "\(outline.id)-desc"
        var children = [
            SVGElement("title", ["id": .text(title)], text: outline.title),
            SVGElement("desc", ["id": .text(description)], text: outline.description),
        ]
        if !definitions.isEmpty { children.append(SVGElement("defs", [:], definitions)) }
        children.append(SVGElement("g", ["font-family": .text(ChartType.family)], content))
        let size = "0 0 \(SVGElement.coordinate(outline.size.width)) \(SVGElement.coordinate(height))"
        return SVGElement(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "id": .text(outline.id), "viewBox": .text(size),
                "role": "img", "aria-labelledby": .text("\(title) \(description)"),
            ],
            children
        )
        .with("lang", outline.languageTag.map(SVGValue.text))
        .with("data-plot", layout.map { .text($0.written) })
        .rendered()
    }

    /// The chart of no values: its title and a polite word where the drawing would be.
    static func empty(_ outline: ChartOutline) -> ChartDocument {
        let header = ChartHeader(outline, key: [])
        let width = outline.size.width
        // Room for the words; a frame as tall as a chart would look like one that failed to load.
        let height = min(outline.size.height, header.height + 120)
        let words = ChartText.wrapped(outline.wording.empty, to: width - 80, size: 15, lines: 2)
        let middle = (header.height + height) / 2
        let lines = words.enumerated().map { index, line in
            SVGElement.label(
                line, at: ChartPoint(x: width / 2, y: middle + 5 + Double(index) * 22), size: 15, anchor: .middle,
                colour: ChartColour.muted)
        }
        let frame = SVGElement.rectangle(
            x: 0.5, y: header.height + 6, width: width - 1, height: height - header.height - 12, fill: "none",
            stroke: ChartColour.grid, dash: "2 4")
        return ChartDocument(outline: outline, height: height, content: header.elements + [frame] + lines)
    }
}
