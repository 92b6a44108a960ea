public import VisitorModel

/// What an unknown sheet seems to be.
public struct SheetGuess: Sendable, Hashable {
    /// Where the period of a number stands.
    public enum Across: Sendable, Hashable {
        /// In the rows: a long table.
        case nothing
        /// The header's cells are periods of a kind.
        case periods(Period.Kind)
        /// The header's cells are months, their year elsewhere.
        case months(year: YearPlace)
        /// The header's cells are markets.
        case markets
    }

    /// Where a year stands that months lack.
    public enum YearPlace: Sendable, Hashable {
        case title
        case fileName
        case upperHeader
        case header
        case unknown
    }

    /// The mark comment rows begin with.
    public var comment: String?
    /// The header's rows, from 0; empty for none.
    public var headerRows: Range<Int> = 0..<0
    /// The texts above the header.
    public var titles: [String] = []
    /// Whether values lie under a header that says something about each.
    public var across = Across.nothing
    /// The columns of values under such a header, from 0.
    public var acrossColumns: [Int] = []
    /// Columns that hold totals, ratios or remarks, from 0.
    public var asideColumns: [Int] = []
    /// The other columns.
    public var columns: [ColumnGuess] = []
    /// The lowest header row.
    public var header: [String] = []
    /// Where the year of a month in the rows stands, when not in a column.
    public var yearPlace = YearPlace.unknown
    /// The unit and scale a title or header states.
    public var unit: ScaleAndUnit?
    /// Labels of totals and parts that were seen, with their rows from 0.
    public var totalLabels: [String] = []
    /// Labels of rows that are the sum of all others, under a name nobody would take for a total.
    public var ownTotals: [String] = []
    /// Marks that stand where numbers should, with how often; `""` counts empty cells.
    public var marks: [String: Int] = [:]
    /// Whether the numbers have fractions or signs.
    public var hasFractions = false

    /// The columns of a role.
    public func columns(_ role: ColumnGuess.Role) -> [ColumnGuess] { columns.filter { $0.role == role } }
}
