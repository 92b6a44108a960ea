/// A chart the spreadsheet draws itself, from cells of the workbook.
///
/// Empty cells stay gaps: a line is never drawn across them.
public struct SheetChart: Sendable, Hashable {
    /// How values are drawn.
    public enum Form: Sendable, Hashable {
        /// Upright bars beside each other.
        case bars
        /// Upright bars on top of each other.
        case stackedBars
        /// Lines only.
        case lines
    }

    /// One series of values.
    public struct Series: Sendable, Hashable {
        /// How a series looks.
        public enum Look: Sendable, Hashable {
            /// What the chart is about.
            case strong
            /// What it is measured against.
            case pale
            /// Where it should be: dashed, in a chart of lines.
            case dashed
        }

        /// The name in the key.
        public var name: String
        /// The cells with the values, one column of a sheet.
        public var values: SheetRange
        /// The colour as 0xRRGGBB.
        public var colour: UInt32
        /// How it looks.
        public var look: Look
        /// Which values are not yet whole, counted from 0: hatched bars, hollow dots.
        public var partial: Set<Int>

        /// A series.
        public init(name: String, values: SheetRange, colour: UInt32, look: Look = .strong, partial: Set<Int> = []) {
            self.name = name
            self.values = values
            self.colour = colour
            self.look = look
            self.partial = partial
        }
    }

    /// How values are drawn.
    public var form: Form
    /// The finding, above the chart.
    public var title: String
    /// What a reader who cannot see the chart needs to know.
    public var description: String
    /// What the values are, beside their axis.
    public var valueTitle: String
    /// How values are written on their axis, in the spreadsheet's own notation.
    public var numberFormat: String
    /// The cells with the categories, one column of a sheet.
    public var categories: SheetRange
    /// The series, in the order of the key.
    public var series: [Series]

    /// A chart.
    public init(
        form: Form, title: String, description: String, valueTitle: String, numberFormat: String,
        categories: SheetRange, series: [Series]
    ) {
        self.form = form
        self.title = title
        self.description = description
        self.valueTitle = valueTitle
        self.numberFormat = numberFormat
        self.categories = categories
        self.series = series
    }
}

/// A rectangle of cells of a sheet.
public struct SheetRange: Sendable, Hashable {
    /// The sheet.
    public var sheet: SheetName
    /// The cells.
    public var range: CellRange

    /// Cells of a sheet.
    public init(sheet: SheetName, range: CellRange) {
        self.sheet = sheet
        self.range = range
    }
}

/// A chart and where its upper left corner stands; rows and columns count from 0.
public struct PlacedChart: Sendable, Hashable {
    /// The chart.
    public var chart: SheetChart
    /// The row of its upper left corner.
    public var row: Int
    /// The column of its upper left corner.
    public var column: Int
    /// The width in pixels.
    public var width: Int
    /// The height in pixels.
    public var height: Int

    /// A chart at a place.
    public init(_ chart: SheetChart, row: Int, column: Int = 0, width: Int = 840, height: Int = 380) {
        self.chart = chart
        self.row = row
        self.column = column
        self.width = width
        self.height = height
    }
}
