/// Cells with merged ones filled: a value stands for the empty cells behind it until the next value.
///
/// A merged cell arrives from a spreadsheet as its value followed by empty cells; years over months and places beside
/// two rows each are written so. Cells before the first value stay as they are.
///
/// - Parameter cells: A header row from left to right.
public func carryRight(_ cells: [String]) -> [String] {
    var carried: [String] = []
    carried.reserveCapacity(cells.count)
    for cell in cells {
        let isEmpty = cell.unicodeScalars.allSatisfy { $0.isBlank }
        carried.append(isEmpty ? carried.last ?? cell : cell)
    }
    return carried
}

/// Rows with the merged cells of some columns filled from above.
///
/// - Parameters:
///   - rows: Rows from top to bottom, of any lengths; a row too short for a column stays short.
///   - columns: The columns that hold merged cells, from 0.
public func carryDown(_ rows: [[String]], columns: Set<Int>) -> [[String]] {
    var carrier = DownwardCarrier(columns: columns)
    return rows.map { carrier.carry($0) }
}

/// Fills merged cells from above in rows that arrive one by one.
public struct DownwardCarrier: Sendable {
    private let columns: [Int]
    private let rowLimits: [Int: Int]
    private var values: [Int: String] = [:]
    private var rowsCovered: [Int: Int] = [:]

    /// Makes a carrier for some columns, from 0.
    ///
    /// - Parameter rowLimits: For columns whose cells cover a known number of rows at most, that number, the cell's own
    ///   row included. Unlabelled total rows below two rows a month are told apart by it.
    public init(columns: Set<Int>, rowLimits: [Int: Int] = [:]) {
        self.columns = columns.filter { $0 >= 0 }.sorted()
        self.rowLimits = rowLimits
    }

    /// The row with its empty cells filled.
    public mutating func carry(_ row: [String]) -> [String] {
        var row = row
        for column in columns where column < row.count {
            if !row[column].unicodeScalars.allSatisfy({ $0.isBlank }) {
                values[column] = row[column]
                rowsCovered[column] = 1
            } else if let value = values[column] {
                let covered = rowsCovered[column, default: 0] + 1
                if let limit = rowLimits[column], covered > limit { continue }
                rowsCovered[column] = covered
                row[column] = value
            }
        }
        return row
    }
}
