internal import CByteScanning

/// The whole numbers of a column whose cells are nothing but digits.
public struct CSVWholeNumbers: Sendable {
    /// Stands where a cell is anything else.
    public static let none = Int64.min

    /// One number a row of the block read last; there may be more behind them.
    public private(set) var values: [Int64] = []

    /// Numbers of no rows.
    public init() {}

    /// Reads a column: one to fifteen ASCII digits are a number, everything else is left to the readers of cells.
    ///
    /// - Returns: How many cells are something else.
    @discardableResult
    public mutating func read(column place: Int, of table: CSVBlockTable, in block: CSVBlock) -> Int {
        let count = table.rowCount
        if values.count < count { values = [Int64](repeating: 0, count: count) }
        return unsafe block.padded.withUnsafeBufferPointer { bytes in
            unsafe values.withUnsafeMutableBufferPointer { values in
                unsafe table.words.withUnsafeBufferPointer { words in
                    unsafe csv_read_digits(
                        bytes.baseAddress, words.baseAddress.map { unsafe $0 + place + 1 }, table.wordsPerRow, count,
                        Self.none,
                        values.baseAddress)
                }
            }
        }
    }

    /// Sets a row's number, found otherwise.
    public mutating func set(_ number: Int64, at row: Int) { values[row] = number }
}
