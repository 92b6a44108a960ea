/// A table whose first column heads the rows.
public struct ReportTable: Sendable, Hashable {
    /// What the table shows, with its unit where all figures share one.
    public let caption: String
    /// The columns; the first one names the row headers.
    public let columns: [ReportColumn]
    /// The rows, each with one cell for every column but the first.
    public let rows: [ReportRow]

    /// A table; short rows are filled with empty missing cells, and what exceeds the columns is left out.
    public init(caption: String, columns: [ReportColumn], rows: [ReportRow]) {
        let width = max(columns.count - 1, 0)
        self.caption = caption
        self.columns = columns
        self.rows = rows.map { row in
            var row = row
            row.cells = row.cells.prefix(width) + Array(repeating: .missing(""), count: max(0, width - row.cells.count))
            return row
        }
    }
}

/// A column of a table.
public struct ReportColumn: Sendable, Hashable {
    /// Which side the texts of a column line up on.
    public enum Alignment: Sendable, Hashable {
        /// Where reading begins.
        case text
        /// On the right, so that digits stand under digits.
        case number
    }

    /// The column's heading.
    public var title: String
    /// What sort of values it holds.
    public var kind: FigureKind
    /// The unit of its values, such as "人地点"; nil where cells differ or have none.
    public var unit: String?

    /// Follows from the kind.
    public var alignment: Alignment { kind.isNumber ? .number : .text }

    /// A column.
    public init(_ title: String, kind: FigureKind = .text, unit: String? = nil) {
        self.title = title
        self.kind = kind
        self.unit = unit
    }
}

/// A row of a table.
public struct ReportRow: Sendable, Hashable {
    /// What the row is about.
    public var header: String
    /// The cells to the right of the header.
    public var cells: [ReportCell]
    /// Whether the row sums up the ones above it.
    public var isTotal: Bool

    /// A row.
    public init(_ header: String, _ cells: [ReportCell], isTotal: Bool = false) {
        self.header = header
        self.cells = cells
        self.isTotal = isTotal
    }
}
