/// Keeps small counts out of a table that is published with its row and column totals.
///
/// Counts from 1 up to below a threshold could point to people and are suppressed, in cells and in totals alike.
/// Whoever subtracts what is shown of a row or column from its shown total learns the sum of what is hidden. So in each
/// row and column, that of the totals included, never exactly one number is hidden, and where the total is shown the
/// hidden cells come to the threshold at least: 1 and 2 hidden under a known total would tell that all are small.
/// Further cells are hidden until this holds, the smallest loss first; a total only where its cells do not suffice.
/// Last, each of those is shown again that is not needed, the largest first.
///
/// Each row and column is looked at by itself. What several of them together may reveal of a cell, within bounds, needs
/// a linear program and is not checked.
public struct SmallCountSuppression: Sendable, Hashable {
    /// What becomes of one number.
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
    /// The total of each row, over the numbers there are.
    public let rowTotals: [Cell]
    /// The total of each column, over the numbers there are.
    public let columnTotals: [Cell]
    /// The total of all.
    public let total: Cell
    /// Counts of 1 up to below this are small.
    public let threshold: Int

    /// Protects a table.
    ///
    /// - Parameters:
    ///   - counts: Rows of counts, zero or more; `nil` where there is no number. Short rows lack their last numbers.
    ///   - threshold: Counts of 1 up to below this are suppressed; 3 hides ones and twos.
    public init(_ counts: [[Int?]], threshold: Int = 3) {
        let width = counts.map(\.count).max() ?? 0
        var table = SuppressionTable(counts, width: width, threshold: threshold)
        table.protect()
        table.showWhatIsNotNeeded()
        let outcome = table.outcome
        cells = zip(outcome, counts).map { Array($0.prefix($1.count)) }
        rowTotals = outcome.dropLast().map { $0[width] }
        columnTotals = Array(outcome[counts.count].prefix(width))
        total = outcome[counts.count][width]
        self.threshold = threshold
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
