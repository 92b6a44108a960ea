/// What a cell holds. There is no case for a formula, on purpose.
public enum CellContent: Sendable, Hashable {
    /// Text, which stays text whatever it begins with.
    case text(String)
    /// A number; one that is not finite is written as an empty cell.
    case number(Double)
    /// A day, as a spreadsheet's own date.
    case date(CellDate)
    /// Nothing, but with the cell's look.
    case blank
    /// Text that leads to a cell of another sheet.
    case link(String, to: CellTarget)
    /// A number that leads to a cell of another sheet.
    case linkedNumber(Double, to: CellTarget)
}

/// A cell of a sheet of the same workbook.
public struct CellTarget: Sendable, Hashable {
    /// The sheet.
    public var sheet: SheetName
    /// The row, from 0.
    public var row: Int
    /// The column, from 0.
    public var column: Int

    /// A cell.
    public init(sheet: SheetName, row: Int, column: Int) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }
}

/// A day of the Gregorian calendar from 1900 on, as spreadsheets count them.
public struct CellDate: Sendable, Hashable {
    /// The year, from 1900.
    public var year: Int
    /// The month, 1 to 12.
    public var month: Int
    /// The day, 1 to 31.
    public var day: Int

    /// A day; the parts are taken as they are.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }
}

/// How a cell looks.
public struct CellStyle: Sendable, Hashable {
    /// Which side the content lines up on.
    public enum Alignment: Sendable, Hashable {
        /// As spreadsheets do: text at the left, numbers at the right.
        case natural
        /// At the left.
        case left
        /// At the right.
        case right
    }

    /// How numbers and dates are written, in the spreadsheet's own notation, such as `#,##0`.
    public var numberFormat: String?
    /// Whether letters are bold.
    public var isBold = false
    /// Whether letters are slanted.
    public var isItalic = false
    /// Whether text goes on in further lines of the cell.
    public var wraps = false
    /// Which side the content lines up on.
    public var alignment = Alignment.natural
    /// How far text keeps from the side it lines up on, in steps of about one letter.
    public var indent = 0
    /// The size of the letters in points.
    public var size: Double = 10.5
    /// The colour of the letters as 0xRRGGBB; the reader's own when nil.
    public var colour: UInt32?
    /// The colour of the ground as 0xRRGGBB; none when nil.
    public var ground: UInt32?
    /// Whether a rule runs above.
    public var hasTopRule = false
    /// Whether a rule runs below.
    public var hasBottomRule = false

    /// A plain look.
    public init() {}

    /// The same look with one thing changed.
    public func with<Value>(_ path: WritableKeyPath<CellStyle, Value>, _ value: Value) -> CellStyle {
        var style = self
        style[keyPath: path] = value
        return style
    }
}
