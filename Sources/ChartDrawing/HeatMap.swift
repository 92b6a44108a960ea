/// A grid of values, such as years by months: the larger a value, the stronger its cell.
///
/// Each value is written in its cell where it fits, so the grid reads without colour too. A value that is not yet whole
/// has a dashed rim, a missing one an empty dotted frame.
public struct HeatMap: Sendable {
    /// One row of cells.
    public struct Row: Sendable, Equatable {
        /// Names the row at its left.
        public let label: String
        /// One value a category; what lies beyond the end of the row is still to come, and stays blank.
        public let cells: [ChartValue]

        /// A row.
        public init(label: String, cells: [ChartValue]) {
            self.label = ChartText.cleaned(label)
            self.cells = cells
        }
    }

    /// What the chart says; its categories are the columns.
    public let outline: ChartOutline
    /// What the rows are, such as "year".
    public let rowLabel: String
    /// The rows from top to bottom.
    public let rows: [Row]

    /// A heat map.
    public init(outline: ChartOutline, rowLabel: String, rows: [Row]) {
        self.outline = outline
        self.rowLabel = ChartText.cleaned(rowLabel)
        self.rows = rows
    }

    /// The drawing as a complete `<svg>` element.
    public func svg() -> String { document().svg() }

    /// The values as a table: one row a row, one column a category.
    public func dataTable() -> ChartTable {
        ChartTable(
            caption: outline.title, header: [rowLabel] + outline.categories,
            rows: rows.map { row in
                [row.label]
                    + outline.categories.indices.map { column in
                        column < row.cells.count ? outline.text(of: row.cells[column]) : ""
                    }
            })
    }
}
