public import VisitorModel

/// A bounded number of rows on their way through a pipeline, column by column, each row with its origin.
public struct RecordBatch: Sendable, Hashable {
    /// How many rows a source puts into one batch.
    public static let preferredRowCount = 4_096

    /// The columns' names and types.
    public let schema: TableSchema
    /// The values, one array a column of the schema.
    public private(set) var columns: [[CellValue]]
    /// Where each row was read.
    public private(set) var origins: [Provenance]

    /// Makes an empty batch.
    public init(schema: TableSchema) {
        self.schema = schema
        columns = Array(repeating: [], count: schema.columns.count)
        origins = []
    }

    /// Makes a batch from whole columns.
    ///
    /// - Precondition: There is one array a column, all as long as the origins.
    public init(schema: TableSchema, columns: [[CellValue]], origins: [Provenance]) {
        precondition(columns.count == schema.columns.count && columns.allSatisfy { $0.count == origins.count })
        self.schema = schema
        self.columns = columns
        self.origins = origins
    }

    /// How many rows the batch holds.
    public var rowCount: Int { origins.count }

    /// Whether the batch holds no row.
    public var isEmpty: Bool { origins.isEmpty }

    /// Adds one row.
    ///
    /// - Precondition: There is one value a column.
    public mutating func append(_ row: [CellValue], origin: Provenance) {
        precondition(row.count == columns.count)
        for index in row.indices { columns[index].append(row[index]) }
        origins.append(origin)
    }

    /// One row's values, in the order of the columns.
    public func row(_ index: Int) -> [CellValue] { columns.map { $0[index] } }

    /// The rows at some places, in the order given.
    public func selecting(_ rows: [Int]) -> RecordBatch {
        RecordBatch(
            schema: schema, columns: columns.map { column in rows.map { column[$0] } }, origins: rows.map { origins[$0] })
    }
}
