/// Where the values of a drawing stand: for a script that answers to a pointer or a key with the row of the data table.
///
/// Written into the drawing as `data-plot`; who does not run the script loses nothing.
enum ChartLayout {
    /// Categories side by side; each is a row of the table.
    case columns(first: Double, step: Double, count: Int, top: Double, bottom: Double)
    /// A grid; each cell is one of the table.
    case cells(left: Double, top: Double, width: Double, height: Double, columns: Int, rows: Int)
    /// Little charts; each is a row of the table, its categories are the columns.
    case panels(Panels)

    /// How little charts share a drawing.
    struct Panels {
        /// Where the first plot begins.
        var corner: ChartPoint
        /// The size of one plot.
        var width: Double
        var height: Double
        /// From one to the next.
        var stepAcross: Double
        var stepDown: Double
        var perRow: Int
        var categories: Int
        var count: Int
    }

    /// A word for the kind, then numbers, with spaces between them.
    var written: String {
        func text(_ name: String, _ numbers: [Double]) -> String {
            ([name] + numbers.map(SVGElement.coordinate)).joined(separator: " ")
        }
        switch self {
        case .columns(let first, let step, let count, let top, let bottom):
            return text("columns", [first, step, Double(count), top, bottom])
        case .cells(let left, let top, let width, let height, let columns, let rows):
            return text("cells", [left, top, width, height, Double(columns), Double(rows)])
        case .panels(let panels):
            return text(
                "panels",
                [
                    panels.corner.x, panels.corner.y, panels.width, panels.height, panels.stepAcross, panels.stepDown,
                    Double(panels.perRow), Double(panels.categories), Double(panels.count),
                ])
        }
    }
}

extension ChartFrame {
    /// Where the categories stand.
    var layout: ChartLayout {
        .columns(first: x(0), step: slot, count: outline.categories.count, top: top, bottom: bottom)
    }
}

extension ChartGrid {
    /// Where the cells stand.
    var layout: ChartLayout {
        .cells(
            left: left, top: top, width: cellWidth, height: rowHeight, columns: outline.categories.count,
            rows: rowLabels.count)
    }
}
