/// The whole numbers of a column whose cells are nothing but digits.
public struct CSVWholeNumbers: Sendable {
    /// Stands where a cell is anything else.
    public static let none = Int64.min

    /// One number a row of the block read last; there may be more behind them.
    public private(set) var values: [Int64] = []

    /// Numbers of no rows.
    public init() {}

    /// Reads a column: one to fifteen ASCII digits are a number, everything else is left to the readers of cells.
    public mutating func read(column place: Int, of table: CSVBlockTable, in block: CSVBlock) {
        let count = table.rowCount
        if values.count < count { values = [Int64](repeating: 0, count: count) }
        unsafe block.padded.withUnsafeBufferPointer { bytes in
            unsafe values.withUnsafeMutableBufferPointer { values in
                unsafe table.words.withUnsafeBufferPointer { words in
                    var at = place + 1
                    for row in 0..<count {
                        let word = unsafe words[at]
                        at &+= table.wordsPerRow
                        unsafe values[row] = Self.number(
                            bytes, Int(truncatingIfNeeded: word & 0xFFFF_FFFF), Int(truncatingIfNeeded: word >> 32))
                    }
                }
            }
        }
    }

    /// Sets a row's number, found otherwise.
    public mutating func set(_ number: Int64, at row: Int) { values[row] = number }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Int64 {
        guard length > 0, length <= 15 else { return none }
        var value: Int64 = 0
        for at in start..<(start + length) {
            let digit = unsafe bytes[at] &- 0x30
            guard digit < 10 else { return none }
            value = value &* 10 &+ Int64(digit)
        }
        return value
    }
}
