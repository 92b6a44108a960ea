import Tables
import VisitorModel

/// A total order of cells, for sorting keys: numbers, periods, texts, no before yes, then missing ones by status.
enum CellOrder {
    /// Whether a key comes before another.
    static func isBefore(_ left: [CellValue], _ right: [CellValue]) -> Bool {
        for (one, other) in zip(left, right) where one != other { return isBefore(one, other) }
        return left.count < right.count
    }

    /// Whether a cell comes before another.
    static func isBefore(_ left: CellValue, _ right: CellValue) -> Bool {
        switch (left, right) {
        case (.number(let one), .number(let other)): one < other
        case (.period(let one), .period(let other)): one < other
        case (.text(let one), .text(let other)): one < other
        case (.boolean(let one), .boolean(let other)): !one && other
        case (.absent(let one), .absent(let other)): one.rawValue < other.rawValue
        default: rank(left) < rank(right)
        }
    }

    private static func rank(_ cell: CellValue) -> Int {
        switch cell {
        case .number: 0
        case .period: 1
        case .text: 2
        case .boolean: 3
        case .absent: 4
        }
    }
}
