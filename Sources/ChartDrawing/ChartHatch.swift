/// Fills that tell bars apart without colour.
enum ChartHatch {
    /// Slanted stripes of a colour on the page's ground: a value that is not yet whole.
    static func partial(id: String, colour: String) -> SVGElement {
        SVGElement(
            "pattern",
            [
                "id": .text(id), "width": 6, "height": 6, "patternUnits": "userSpaceOnUse",
                "patternTransform": "rotate(45)",
            ],
            [
                .rectangle(x: 0, y: 0, width: 6, height: 6, fill: ChartColour.surface),
                .rectangle(x: 0, y: 0, width: 2.6, height: 6, fill: colour),
            ])
    }

    /// A colour with the texture of the `index`-th part of a stack: plain, dots, level or upright lines.
    ///
    /// Seven colours and four textures make 28 different fills; each round of colours shifts the texture by one.
    static func part(id: String, index: Int) -> SVGElement {
        let ground = SVGElement.rectangle(x: 0, y: 0, width: 6, height: 6, fill: ChartColour.part(index))
        let surface = ChartColour.surface
        let marks: [SVGElement] =
            switch (index % 7 / 2 + index / 7) % 4 {
            case 1: [.circle(ChartPoint(x: 3, y: 3), radius: 1, fill: surface, stroke: "none", width: 0)]
            case 2: [.rectangle(x: 0, y: 2, width: 6, height: 1, fill: surface)]
            case 3: [.rectangle(x: 2, y: 0, width: 1, height: 6, fill: surface)]
            default: []
            }
        return SVGElement(
            "pattern", ["id": .text(id), "width": 6, "height": 6, "patternUnits": "userSpaceOnUse"],
            [ground] + marks.map { $0.with("opacity", 0.4) })
    }

    /// The mark of a missing value: an empty dotted frame that stands on the zero line.
    static func missing(
        _ wording: String, x: Double, width: Double, baseline: Double
    ) -> [SVGElement] {
        let height = 30.0
        let frame = SVGElement.rectangle(
            x: x + 0.75, y: baseline - height, width: width - 1.5, height: height, fill: "none",
            stroke: ChartColour.muted, dash: "1.5 2.5")
        let middle = ChartPoint(x: x + width / 2, y: baseline - height / 2)
        if ChartText.width(wording, size: ChartType.note) <= width - 4 {
            let text = SVGElement.label(
                wording, at: ChartPoint(x: middle.x, y: middle.y + 4), size: ChartType.note, anchor: .middle,
                colour: ChartColour.muted)
            return [frame, text]
        }
        let arm = min(3.5, width / 4)
        let cross = [
            [ChartPoint(x: middle.x - arm, y: middle.y - arm), ChartPoint(x: middle.x + arm, y: middle.y + arm)],
            [ChartPoint(x: middle.x - arm, y: middle.y + arm), ChartPoint(x: middle.x + arm, y: middle.y - arm)],
        ]
        return [frame, .path(cross, colour: ChartColour.muted, width: 1.25)]
    }
}
