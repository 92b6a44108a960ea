extension LineChart.Band {
    /// Both ends at a category, the lower one first; nil where one is missing.
    func range(at index: Int) -> (lower: Double, upper: Double)? {
        guard let one = lower.value(at: index).number, let other = upper.value(at: index).number else { return nil }
        return (min(one, other), max(one, other))
    }

    /// All ends of the first `count` categories.
    func numbers(_ count: Int) -> [Double] {
        (0..<count).flatMap { index in range(at: index).map { [$0.lower, $0.upper] } ?? [] }
    }
}

extension LineChart {
    /// The ranges as areas, each run of neighbouring categories by itself; a gap stays open.
    func bandAreas(in frame: ChartFrame) -> [SVGElement] {
        bands.enumerated().flatMap { turn, band in
            runs(of: band, in: frame).map { run in
                SVGElement(
                    "path",
                    [
                        "d": .text(run), "fill": .text(ChartColour.part(0)), "fill-opacity": 0.16,
                        "stroke": .text(ChartColour.part(0)), "stroke-opacity": 0.55, "stroke-width": 0.75,
                        // Edges keep ranges apart on paper, where pale grounds run together.
                        "stroke-dasharray": .text(turn == 0 ? "1 2" : "4 2"),
                    ])
            }
        }
    }

    private func runs(of band: Band, in frame: ChartFrame) -> [String] {
        var runs: [[Int]] = []
        for index in outline.categories.indices where band.range(at: index) != nil {
            if let last = runs.last?.last, last == index - 1 {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        return runs.filter { $0.count > 1 }.map { run in
            func point(_ index: Int, _ value: Double) -> String {
                SVGElement.coordinate(frame.x(index)) + " " + SVGElement.coordinate(frame.y(value))
            }
            let upper = run.compactMap { index in band.range(at: index).map { point(index, $0.upper) } }
            let lower = run.reversed().compactMap { index in band.range(at: index).map { point(index, $0.lower) } }
            return "M" + (upper + lower).joined(separator: "L") + "Z"
        }
    }

    /// A thin upright mark where the way of counting changes, with its reason.
    func breakMarks(in frame: ChartFrame) -> [SVGElement] {
        breaks.flatMap { mark -> [SVGElement] in
            let x = (frame.x(mark.category - 1) + frame.x(mark.category)) / 2
            let text = ChartText.shortened(mark.label, to: (frame.right - frame.left) * 0.45, size: ChartType.note)
            let isRight = x + 6 + ChartText.width(text, size: ChartType.note) > frame.right
            return [
                .line(
                    ChartPoint(x: x, y: frame.top - 6), ChartPoint(x: x, y: frame.bottom), colour: ChartColour.muted,
                    dash: "3 3"),
                .label(
                    text, at: ChartPoint(x: isRight ? x - 6 : x + 6, y: frame.top), size: ChartType.note,
                    anchor: isRight ? .end : .start, colour: ChartColour.muted, halo: true),
            ]
        }
    }
}
