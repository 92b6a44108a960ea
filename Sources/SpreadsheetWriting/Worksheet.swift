/// One sheet: its cells, its charts, and how it is shown and printed.
public struct Worksheet: Sendable, Hashable {
    /// The name on its tab.
    public let name: SheetName
    /// The cells in the order they were set; a later one replaces an earlier one at the same place.
    public private(set) var cells: [PlacedCell] = []
    /// Cells joined into one over several columns of a row: running text, never figures.
    public private(set) var spans: [PlacedSpan] = []
    /// The charts, each over the cells at its place.
    public var charts: [PlacedChart] = []
    /// The widths of the columns from the left, in characters; the rest keep the width of a new sheet.
    public var columnWidths: [Double] = []
    /// The heights of single rows, in points.
    public var rowHeights: [Int: Double] = [:]
    /// How many rows stay in view when the sheet is scrolled.
    public var frozenRows = 0
    /// How many columns stay in view when the sheet is scrolled.
    public var frozenColumns = 0
    /// A table whose head offers filters, if there is one.
    public var filter: CellRange?
    /// Columns of numbers shaded by size: a heat map made of cells.
    public var shadings: [CellShading] = []
    /// How it comes out on paper.
    public var print = PrintSetup()

    /// An empty sheet.
    public init(name: SheetName) {
        self.name = name
    }

    /// Sets a cell; rows and columns count from 0.
    public mutating func set(_ content: CellContent, row: Int, column: Int, style: CellStyle = CellStyle()) {
        cells.append(PlacedCell(content: content, row: row, column: column, style: style))
    }

    /// Sets running text over the columns `0..<columns` of a row; it is wrapped there.
    public mutating func span(_ text: String, row: Int, columns: Int, style: CellStyle = CellStyle()) {
        spans.append(PlacedSpan(text: text, row: row, columns: columns, style: style))
    }
}

/// A cell and where it stands; rows and columns count from 0.
public struct PlacedCell: Sendable, Hashable {
    /// What it holds.
    public var content: CellContent
    /// The row.
    public var row: Int
    /// The column.
    public var column: Int
    /// How it looks.
    public var style: CellStyle
}

/// Text over several columns of one row.
public struct PlacedSpan: Sendable, Hashable {
    /// The text.
    public var text: String
    /// The row, from 0.
    public var row: Int
    /// How many columns it takes, from the first.
    public var columns: Int
    /// How it looks.
    public var style: CellStyle
}

/// A rectangle of cells; both ends belong to it and count from 0.
public struct CellRange: Sendable, Hashable {
    /// The first and last row.
    public var rows: ClosedRange<Int>
    /// The first and last column.
    public var columns: ClosedRange<Int>

    /// A rectangle.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

/// Cells whose ground shows how large their numbers are, from a pale to a strong colour.
public struct CellShading: Sendable, Hashable {
    /// The cells.
    public var range: CellRange
    /// The colour of the smallest number, as 0xRRGGBB.
    public var low: UInt32
    /// The colour of the largest number, as 0xRRGGBB.
    public var high: UInt32

    /// A shading.
    public init(range: CellRange, low: UInt32, high: UInt32) {
        self.range = range
        self.low = low
        self.high = high
    }
}

/// How a sheet comes out on paper: A4, one page wide.
public struct PrintSetup: Sendable, Hashable {
    /// Whether the long side lies at the top.
    public var isLandscape: Bool
    /// The text at the head of each page.
    public var header: String
    /// The text at the foot of each page, before the page number.
    public var footer: String
    /// Rows repeated at the top of each page, counted from 0.
    public var repeatedRows: ClosedRange<Int>?

    /// A set-up.
    public init(
        isLandscape: Bool = true, header: String = "", footer: String = "", repeatedRows: ClosedRange<Int>? = nil
    ) {
        self.isLandscape = isLandscape
        self.header = header
        self.footer = footer
        self.repeatedRows = repeatedRows
    }
}
