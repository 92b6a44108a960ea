public import Tables

extension AggregateStage {
    /// The column of the input behind a column of the result: itself for a key, else the one that was added up.
    ///
    /// - Parameter input: The columns that come in.
    /// - Returns: `nil` for a count of rows, which no column is behind, and for columns the result has not.
    public func source(of column: String, in input: TableSchema) -> String? {
        if let place = outputSchema.names.prefix(keyIndices.count).firstIndex(of: column) {
            return input.names[keyIndices[place]]
        }
        return outputs.first { $0.name == column }?.index.map { input.names[$0] }
    }
}
