/// Many rows that agree in everything their group depends on, added up before the stages see them.
public struct BulkGroup: Sendable, Hashable {
    /// What is known of one number column over the rows of a group; every row had a number.
    public struct Numbers: Sendable, Hashable {
        /// The sum.
        public var sum: Int64
        /// The smallest.
        public var min: Int64
        /// The largest.
        public var max: Int64

        /// The numbers of a group.
        public init(sum: Int64, min: Int64, max: Int64) {
            self.sum = sum
            self.min = min
            self.max = max
        }
    }

    /// A value that stands for all rows in each key column, in the order in which they were asked for.
    public var keys: [CellValue]
    /// How many rows.
    public var rowCount: Int
    /// The first of the rows.
    public var firstRow: Int
    /// The last of the rows.
    public var lastRow: Int
    /// The numbers, in the order in which they were asked for.
    public var numbers: [Numbers]
    /// The physical line of the first row's number, for XML.
    public var line: Int?
    /// The path of the only row, for XML.
    public var path: String?

    /// Makes a group.
    public init(
        keys: [CellValue], rowCount: Int, firstRow: Int, lastRow: Int, numbers: [Numbers], line: Int? = nil,
        path: String? = nil
    ) {
        self.keys = keys
        self.rowCount = rowCount
        self.firstRow = firstRow
        self.lastRow = lastRow
        self.numbers = numbers
        self.line = line
        self.path = path
    }
}
