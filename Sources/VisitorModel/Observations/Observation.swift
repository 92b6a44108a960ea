/// Where a number came from, precisely enough to find it again.
public struct Provenance: Sendable, Hashable {
    /// The spreadsheet row of the cell; the first row when several were added up.
    public var firstRow: Int
    /// The last row added up.
    public var lastRow: Int
    /// The spreadsheet column, 1 for `A`; `nil` when rows were added up or the source is XML.
    public var column: Int?
    /// The physical line, for XML.
    public var line: Int?
    /// The path to the XML element.
    public var path: String?
    /// How many rows or cells were added up.
    public var rowCount: Int
    /// How many of them are held.
    public var heldCount: Int
    /// Half the width of the rounding the numbers were stated with, added up: a sum of figures in 千人 is as uncertain
    /// as all its parts together.
    public var roundingHalfWidth: Int

    /// The origin of one cell.
    public init(row: Int, column: Int? = nil, line: Int? = nil, path: String? = nil) {
        firstRow = row
        lastRow = row
        self.column = column
        self.line = line
        self.path = path
        rowCount = 1
        heldCount = 0
        roundingHalfWidth = 0
    }

    /// Takes in the origin of another number that was added to this one.
    public mutating func merge(_ other: Provenance) {
        firstRow = min(firstRow, other.firstRow)
        lastRow = max(lastRow, other.lastRow)
        rowCount += other.rowCount
        heldCount += other.heldCount
        roundingHalfWidth += other.roundingHalfWidth
        if column != other.column { column = nil }
        if path != other.path { path = nil }
        if let otherLine = other.line { line = line.map { min($0, otherLine) } ?? otherLine }
    }
}

/// A series: everything about a number but its period and value.
public struct SeriesKey: Sendable, Hashable {
    /// The measure's identifier: `visitors`.
    public var measure: String
    /// The place's identifier.
    public var place: String
    /// Which visitors.
    public var segment: Segment
    /// The release the number belongs to; empty when its source has only one.
    public var vintage: String

    /// Makes a key.
    public init(measure: String, place: String, segment: Segment = .all, vintage: String = "") {
        self.measure = measure
        self.place = place
        self.segment = segment
        self.vintage = vintage
    }
}

/// One counted number: what, where, when, who, how many, and where it was read.
public struct Observation: Sendable, Hashable {
    /// The series it belongs to.
    public var series: SeriesKey
    /// The span of time it counts.
    public var period: Period
    /// The number with its status, or the reason there is none.
    public var value: ObservedValue
    /// The unit of the number.
    public var unit: StatisticalUnit
    /// Where it was read.
    public var provenance: Provenance

    /// Makes an observation.
    public init(
        series: SeriesKey, period: Period, value: ObservedValue, unit: StatisticalUnit, provenance: Provenance
    ) {
        self.series = series
        self.period = period
        self.value = value
        self.unit = unit
        self.provenance = provenance
    }
}
