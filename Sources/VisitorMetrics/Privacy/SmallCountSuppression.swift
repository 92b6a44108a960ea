/// Keeps small counts out of a table that is published with its row and column totals.
///
/// Counts from 1 up to below a threshold could point to people and are suppressed. If a row or column then has exactly
/// one suppressed cell, subtraction from its total would reveal it, so its smallest other cell that is not zero goes
/// too (a zero only when nothing else is left); this is repeated until no line has a single one.
public struct SmallCountSuppression: Sendable, Hashable {
    /// What becomes of one cell.
    public enum Cell: Sendable, Hashable {
        /// Published.
        case shown(Int)
        /// Suppressed because it is small itself.
        case small
        /// Suppressed because it would reveal another.
        case complementary
        /// There never was a number.
        case absent
    }

    /// The cells, row by row.
    public let cells: [[Cell]]
    /// Counts of 1 up to below this are small.
    public let threshold: Int

    /// Protects a table.
    ///
    /// - Parameters:
    ///   - counts: Rows of equal length; `nil` where there is no number.
    ///   - threshold: Counts of 1 up to below this are suppressed; 3 hides ones and twos.
    public init(_ counts: [[Int?]], threshold: Int = 3) {
        var cells = counts.map { row in
            row.map { count -> Cell in
                guard let count else { return .absent }
                return count > 0 && count < threshold ? .small : .shown(count)
            }
        }
        let columnCount = counts.map(\.count).max() ?? 0
        let rows = counts.indices.map { row in counts[row].indices.map { (row, $0) } }
        let columns = (0..<columnCount).map { column in
            counts.indices.filter { counts[$0].indices.contains(column) }.map { ($0, column) }
        }
        var changed = true
        while changed {
            changed = false
            for line in rows + columns {
                guard line.count(where: { cells[$0.0][$0.1].isSuppressed }) == 1,
                    let victim = Self.cheapest(in: line, of: cells)
                else { continue }
                cells[victim.0][victim.1] = .complementary
                changed = true
            }
        }
        self.cells = cells
        self.threshold = threshold
    }

    /// The smallest shown cell that is not zero; else a zero.
    private static func cheapest(in line: [(Int, Int)], of cells: [[Cell]]) -> (Int, Int)? {
        let shown = line.compactMap { place -> (place: (Int, Int), count: Int)? in
            if case .shown(let count) = cells[place.0][place.1] { (place, count) } else { nil }
        }
        let positive = shown.filter { $0.count > 0 }
        return (positive.isEmpty ? shown : positive).min { $0.count < $1.count }?.place
    }
}

extension SmallCountSuppression.Cell {
    /// Whether the number is kept back.
    public var isSuppressed: Bool { self == .small || self == .complementary }

    /// The number, where it may be seen.
    public var number: Int? {
        if case .shown(let count) = self { count } else { nil }
    }
}
