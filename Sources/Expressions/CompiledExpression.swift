public import Tables

/// An expression whose columns are found and whose types fit.
public struct CompiledExpression: Sendable {
    /// The type of the result.
    public let type: ColumnType
    let root: CompiledNode
    /// What was compiled.
    public let expression: Expression

    /// The result for each row of a batch.
    ///
    /// - Precondition: The batch has the schema the expression was checked against.
    public func evaluate(batch: RecordBatch) -> [CellValue] {
        evaluate(columns: batch.columns, rowCount: batch.rowCount)
    }

    /// The result for each row of columns that are not a batch yet.
    ///
    /// - Precondition: The columns are those of the schema the expression was checked against, or begin with them.
    public func evaluate(columns: [[CellValue]], rowCount: Int) -> [CellValue] {
        switch root.evaluate(columns, rowCount: rowCount) {
        case .constant(let value): Array(repeating: value, count: rowCount)
        case .rows(let values): values
        }
    }
}
