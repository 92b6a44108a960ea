extension HeatMap {
    func document() -> ChartDocument {
        let numbers = rows.flatMap { $0.cells.numbers(outline.categories.count).compactMap(\.self) }
        guard let least = numbers.min(), let most = numbers.max() else { return .empty(outline) }
        let grid = ChartGrid(outline, rowLabels: rows.map(\.label), notes: notes())
        let size = [12.0, 11, 10, 9].first { size in
            numbers.allSatisfy { ChartText.width(outline.text(of: $0), size: size) <= grid.cellWidth - 4 }
        }
        var content = grid.frameElements()
        for (row, values) in rows.enumerated() {
            for (column, value) in values.cells.prefix(outline.categories.count).enumerated() {
                guard let number = value.number else {
                    content.append(grid.emptyCell(row: row, column: column))
                    continue
                }
                let share = most > least ? (number - least) / (most - least) : 0.5
                content += cell(value, number, share: share, grid.box(row: row, column: column), size)
            }
        }
        return ChartDocument(outline: outline, height: grid.height, content: content, layout: grid.layout)
    }

    private func cell(
        _ value: ChartValue, _ number: Double, share: Double, _ box: LabelBox, _ size: Double?
    ) -> [SVGElement] {
        // Weak cells carry the page's ink, strong ones the ground's colour as ink. Between a half and nine tenths
        // neither would be readable in both faces of the page, so no cell is that strong.
        let isStrong = share >= 0.75
        let opacity = isStrong ? 0.92 + (share - 0.75) * 0.32 : 0.06 + share / 0.75 * 0.44
        var elements = [
            SVGElement.rectangle(x: box.x, y: box.y, width: box.width, height: box.height, fill: ChartColour.part(0))
                .with("fill-opacity", .number(opacity))
        ]
        if value.isPartial {
            elements.append(
                .rectangle(
                    x: box.x + 1.5, y: box.y + 1.5, width: box.width - 3, height: box.height - 3, fill: "none",
                    stroke: isStrong ? ChartColour.surface : ChartColour.ink, dash: "3 2"))
        }
        guard let size else { return elements }
        let middle = ChartPoint(x: box.x + box.width / 2, y: box.y + box.height / 2 + size * 0.36)
        return elements + [
            .label(
                outline.text(of: number), at: middle, size: size, anchor: .middle,
                colour: isStrong ? ChartColour.surface : ChartColour.ink)
        ]
    }

    private func notes() -> [ChartKeyEntry] {
        let values = rows.flatMap { $0.cells.prefix(outline.categories.count) }
        var notes: [ChartKeyEntry] = []
        if values.contains(where: \.isPartial) {
            notes.append(
                ChartKeyEntry(text: outline.wording.partial) {
                    .rectangle(
                        x: $0.x + 0.5, y: $0.y + 0.5, width: 11, height: 11, fill: "none", stroke: ChartColour.ink,
                        dash: "3 2")
                })
        }
        if values.contains(where: { $0.number == nil }) { notes.append(.dotted(outline.wording.missing)) }
        return notes
    }
}
