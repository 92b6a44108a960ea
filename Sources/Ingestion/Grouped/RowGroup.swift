public import CSVReading
public import Tables

/// Rows of a long table that a machine elsewhere found alike by the bytes of their cells.
public struct RowGroup: Sendable, Hashable {
    /// A number cell as that machine took it.
    public enum NumberCell: Sendable, Hashable {
        /// Nothing but digits, added up.
        case digits(BulkGroup.Numbers)
        /// Anything else, by which the rows are then alike.
        case bytes([UInt8])
    }

    /// The label cells' bytes, in the order of ``GroupedLayout/labels``.
    public var labels: [[UInt8]]
    /// The number cells, in the order of ``GroupedLayout/numbers``.
    public var numbers: [NumberCell]
    /// How many rows there are.
    public var rowCount: Int
    /// Where the first of them stands.
    public var first: CSVLinePlace
    /// Where the last of them stands.
    public var last: CSVLinePlace

    /// Makes a group.
    public init(
        labels: [[UInt8]], numbers: [NumberCell], rowCount: Int, first: CSVLinePlace, last: CSVLinePlace
    ) {
        self.labels = labels
        self.numbers = numbers
        self.rowCount = rowCount
        self.first = first
        self.last = last
    }

    /// What became of a group.
    public enum Verdict: Sendable, Hashable {
        /// Its rows are taken in.
        case taken
        /// Its rows must be looked at one by one.
        case odd
    }
}

/// Where the cells of a long CSV table stand, as far as a machine elsewhere has to know to group its rows.
public struct GroupedLayout: Sendable, Hashable {
    /// A column by which rows are alike.
    public struct Label: Sendable, Hashable {
        /// The cell's place in the row, from 0.
        public var cell: Int
        /// Whether of `2019-03-01 10:00:00` only the day matters.
        public var dayOnly: Bool
    }

    /// A column that is added up.
    public struct Number: Sendable, Hashable {
        /// The cell's place in the row, from 0.
        public var cell: Int
        /// Whether digits alone are a number as they stand.
        public var readsDigits: Bool
    }

    /// The byte between cells.
    public var delimiter: UInt8
    /// How many cells a row has.
    public var cellCount: Int
    /// How many lines stand above the rows.
    public var linesAbove: Int
    /// Longer lines, in bytes, are not taken apart.
    public var longestLine: Int
    /// The columns by which rows are alike.
    public var labels: [Label]
    /// The columns that are added up.
    public var numbers: [Number]

    /// The most digits a number may have to be added up elsewhere: the sum of four billion such numbers fits 63 bits.
    public static let digitLimit = 9
}
