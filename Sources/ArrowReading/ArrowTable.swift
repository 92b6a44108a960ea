/// A value of a column as a server sent it.
public enum ArrowValue: Sendable, Hashable {
    /// No value.
    case null
    /// A whole number of 8 to 64 bits.
    case integer(Int64)
    /// A number with a binary fraction.
    case double(Double)
    /// Yes or no.
    case boolean(Bool)
    /// A text.
    case text(String)
    /// `coefficient` × 10^-`scale`, exact.
    case decimal(coefficient: Int128, scale: Int)
    /// Days since 1 January 1970.
    case date(Int32)
    /// Microseconds since the beginning of 1970.
    case timestamp(microseconds: Int64)
}

/// Rows of flat columns.
public struct ArrowTable: Sendable, Hashable {
    /// The columns' names, in order; names may repeat.
    public let names: [String]
    /// The values, one array a column, all equally long.
    public private(set) var columns: [[ArrowValue]]
    /// How many rows there are.
    public private(set) var rowCount: Int

    init(names: [String]) {
        self.names = names
        columns = names.map { _ in [] }
        rowCount = 0
    }

    mutating func append(_ batch: [[ArrowValue]], rowCount added: Int) {
        for index in columns.indices { columns[index] += batch[index] }
        rowCount += added
    }
}
