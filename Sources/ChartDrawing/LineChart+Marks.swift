extension LineChart {
    /// Something that happened over some categories: a flight, a festival.
    ///
    /// Drawn behind the lines, told by its number.
    public struct Mark: Sendable, Equatable {
        /// The first and the last category, from 0.
        public let categories: ClosedRange<Int>
        /// What stands above it: a number or a letter that the table explains.
        public let label: String

        /// A mark over some categories.
        public init(over categories: ClosedRange<Int>, label: String) {
            self.categories = categories
            self.label = ChartText.cleaned(label)
        }
    }

    /// Pale uprights behind the lines, each from half a step before its first category to half a step behind its last.
    func markAreas(in frame: ChartFrame) -> [SVGElement] {
        let count = outline.categories.count
        guard count > 1 else { return [] }
        let half = (frame.x(1) - frame.x(0)) / 2
        return marks.compactMap { mark -> (Mark, ClosedRange<Int>)? in
            let seen = mark.categories.clamped(to: 0...(count - 1))
            // Clamping an outside range gives an end of the axis, which it does not touch.
            return mark.categories.overlaps(0...(count - 1)) ? (mark, seen) : nil
        }.flatMap { mark, seen -> [SVGElement] in
            let left = max(frame.x(seen.lowerBound) - half, frame.left)
            let right = min(frame.x(seen.upperBound) + half, frame.right)
            return [
                .rectangle(
                    x: left, y: frame.top, width: right - left, height: frame.bottom - frame.top,
                    fill: ChartColour.soft, stroke: ChartColour.muted, dash: "1 3"),
                .label(
                    mark.label, at: ChartPoint(x: (left + right) / 2, y: frame.top - 4), size: ChartType.note,
                    anchor: .middle, colour: ChartColour.muted, halo: true),
            ]
        }
    }
}
