/// The cells of a grid chart: rows with names at the left, columns with names above.
struct ChartGrid {
    let outline: ChartOutline
    let rowLabels: [String]
    let header: ChartHeader
    let notes: [ChartKeyEntry]
    let left: Double
    let top: Double
    let cellWidth: Double
    let rowHeight: Double
    /// The height of the whole drawing.
    let height: Double

    init(_ outline: ChartOutline, rowLabels: [String], notes: [ChartKeyEntry], rowHeight: Double = 26) {
        self.outline = outline
        self.notes = notes
        self.rowHeight = rowHeight
        header = ChartHeader(outline, key: [])
        let widest = outline.size.width * 0.3
        self.rowLabels = rowLabels.map { ChartText.shortened($0, to: widest, size: ChartType.tick) }
        let names = self.rowLabels.map { ChartText.width($0, size: ChartType.tick) }.max() ?? 0
        left = names + 10
        top = header.height + 24
        cellWidth = (outline.size.width - left) / Double(max(outline.categories.count, 1))
        height = top + Double(rowLabels.count) * rowHeight + (notes.isEmpty ? 6 : 30)
    }

    /// The room of a cell, with a seam to its neighbours.
    func box(row: Int, column: Int) -> LabelBox {
        LabelBox(
            x: left + Double(column) * cellWidth + 1, y: top + Double(row) * rowHeight + 1, width: cellWidth - 2,
            height: rowHeight - 2)
    }

    /// Header, names of rows and columns, and the notes under the grid.
    func frameElements() -> [SVGElement] {
        let widest = outline.categories.map { ChartText.width($0, size: ChartType.note) }.max() ?? 0
        let step = ChartFrame.labelStep(count: outline.categories.count, cycle: outline.categoriesPerCycle) {
            Double($0) * cellWidth >= widest + 4
        }
        let columns = stride(from: 0, to: outline.categories.count, by: step).map { column in
            SVGElement.label(
                outline.categories[column],
                at: ChartPoint(x: left + (Double(column) + 0.5) * cellWidth, y: top - 7), size: ChartType.note,
                anchor: .middle, colour: ChartColour.muted)
        }
        let rows = rowLabels.enumerated().map { row, label in
            SVGElement.label(
                label, at: ChartPoint(x: left - 8, y: top + (Double(row) + 0.5) * rowHeight + 4.5),
                size: ChartType.tick, anchor: .end)
        }
        let key = ChartKeyEntry.row(
            notes, x: left, baseline: height - 6, within: outline.size.width - left, size: ChartType.note)
        return header.elements + [SVGElement("g", [:], columns + rows)] + key
    }

    /// The cell of no value: an empty dotted frame.
    func emptyCell(row: Int, column: Int) -> SVGElement {
        let box = box(row: row, column: column)
        return .rectangle(
            x: box.x + 0.75, y: box.y + 0.75, width: box.width - 1.5, height: box.height - 1.5, fill: "none",
            stroke: ChartColour.axis, dash: "1.5 2.5")
    }
}
