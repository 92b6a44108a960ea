/// The room of a label inside the plot.
struct LabelBox: Equatable {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    /// The box around a point that meets the fewest lines and no other label.
    ///
    /// Candidates are tried outward from the right of the point; the first of the least crowded wins.
    static func emptiest(
        beside point: ChartPoint, width: Double, height: Double, within frame: ChartFrame,
        avoiding lines: [[ChartPoint]], and boxes: [LabelBox]
    ) -> LabelBox {
        let middle = point.y - height / 2
        let shifts = [0.0, -16, 16, -32, 32, -48, 48, -64, 64]
        let candidates = shifts.flatMap { shift in
            [
                LabelBox(x: point.x + 10, y: middle + shift, width: width, height: height),
                LabelBox(x: point.x - width / 2, y: middle + shift, width: width, height: height),
                LabelBox(x: point.x - width - 10, y: middle + shift, width: width, height: height),
            ]
        }
        var best = candidates[0].moved(into: frame)
        var least = Int.max
        for (rank, candidate) in candidates.enumerated() {
            let box = candidate.moved(into: frame)
            let met = lines.reduce(0) { sum, line in sum + zip(line, line.dropFirst()).count(where: box.meets) }
            let cost =
                met * 20 + boxes.count(where: box.overlaps) * 1000 + rank + (box.holds(point, margin: 5) ? 100 : 0)
            if cost < least {
                least = cost
                best = box
            }
        }
        return best
    }

    func overlaps(_ other: LabelBox) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }

    private func holds(_ point: ChartPoint, margin: Double) -> Bool {
        point.x > x - margin && point.x < x + width + margin && point.y > y - margin && point.y < y + height + margin
    }

    /// Whether a straight line between two points, the first left of the second, runs through the box.
    private func meets(_ from: ChartPoint, _ to: ChartPoint) -> Bool {
        let start = max(from.x, x)
        let end = min(to.x, x + width)
        guard start <= end, to.x > from.x else { return false }
        let slope = (to.y - from.y) / (to.x - from.x)
        let heights = [from.y + (start - from.x) * slope, from.y + (end - from.x) * slope]
        return min(heights[0], heights[1]) < y + height && max(heights[0], heights[1]) > y
    }

    private func moved(into frame: ChartFrame) -> LabelBox {
        LabelBox(
            x: max(frame.left, min(x, frame.right - width)),
            y: max(frame.top - height, min(y, frame.bottom - height - 2)), width: width, height: height)
    }
}
