public import VisitorModel

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

extension ReportTable {
    /// What all values of a column have to remark alike, column by column, the row headers left out.
    ///
    /// Said once in the head it is read; said twenty times it is not.
    var sharedNotes: [String?] {
        columns.indices.dropFirst().map { column in
            // A total may speak for itself.
            let notes = rows.filter { !$0.isTotal }.map { $0.cells[column - 1] }.filter { $0.emphasis != .missing }
                .map(\.note)
            guard notes.count > 2, let first = notes.first, let note = first, notes.allSatisfy({ $0 == note }) else {
                return nil
            }
            return note
        }
    }

    /// The table without the remarks that its columns share.
    var withoutSharedNotes: ReportTable {
        let shared = sharedNotes
        let rows = rows.map { row in
            var row = row
            for index in row.cells.indices where shared[index] != nil && row.cells[index].note == shared[index] {
                row.cells[index].note = nil
            }
            return row
        }
        return ReportTable(caption: caption, columns: columns, rows: rows)
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
    /// The period the row is about, where it is about one: spreadsheets need it as a date, not as words.
    public var period: Period?

    /// A row.
    public init(_ header: String, _ cells: [ReportCell], isTotal: Bool = false, period: Period? = nil) {
        self.header = header
        self.cells = cells
        self.isTotal = isTotal
        self.period = period
    }
}
