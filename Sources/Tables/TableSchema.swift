/// The type of a column.
public enum ColumnType: String, Sendable, Hashable, Codable, CaseIterable {
    case text
    case number
    case period
    case boolean
}

/// The names and types of a table's columns, in order.
public struct TableSchema: Sendable, Hashable {
    /// One column.
    public struct Column: Sendable, Hashable {
        /// The column's name, unique in its table.
        public var name: String
        /// The column's type.
        public var type: ColumnType

        /// Makes a column.
        public init(_ name: String, _ type: ColumnType) {
            self.name = name
            self.type = type
        }
    }

    /// The columns, in order.
    public let columns: [Column]

    /// Makes a schema.
    ///
    /// - Precondition: Names are unique; whoever reads a definition checks and reports that first.
    public init(_ columns: [Column]) {
        precondition(Set(columns.map(\.name)).count == columns.count, "column names must be unique")
        self.columns = columns
    }

    /// The place of a column in its table, from 0.
    public func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }

    /// The type of a column.
    public func type(of name: String) -> ColumnType? { columns.first { $0.name == name }?.type }

    /// The columns' names, in order.
    public var names: [String] { columns.map(\.name) }
}
