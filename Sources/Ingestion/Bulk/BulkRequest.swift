public import Tables

/// What a pipeline wants to know of a long table whose rows it will only add up.
public struct BulkRequest: Sendable {
    /// The profile's columns that decide what becomes of a row, ascending.
    public var keyColumns: [Int]
    /// The profile's number columns that are only added up, ascending.
    public var numberColumns: [Int]
    /// What the pipeline will see of a value in a key column. Values with equal signatures are one to it.
    public var signature: @Sendable (_ value: CellValue, _ column: Int) -> [CellValue]

    /// Makes a request.
    public init(
        keyColumns: [Int], numberColumns: [Int],
        signature: @escaping @Sendable (_ value: CellValue, _ column: Int) -> [CellValue]
    ) {
        self.keyColumns = keyColumns
        self.numberColumns = numberColumns
        self.signature = signature
    }
}
