public import VisitorModel

/// Adds up parts by column or row and compares the sums with printed totals.
///
/// Parts of rounded figures need not add to the rounded total: the tolerance is the sum of the half widths of all
/// roundings involved. With a part absent or held there is nothing to compare, and the check says so instead of
/// failing. A part that does not apply (a place not yet opened) adds nothing and hides nothing.
public struct TotalCheck<Key: Hashable & Sendable>: Sendable {
    private struct Sum: Sendable {
        var number = ExactDecimal.zero
        var partCount = 0
        var roundingHalfWidth = 0
        var obstacle: TotalComparison.Obstacle?
    }

    private var sums: [Key: Sum] = [:]
    private let extraTolerance: ExactDecimal

    /// Makes an empty check.
    ///
    /// - Parameter extraTolerance: What sums may differ by beyond their rounding, for tables that do not state it.
    public init(extraTolerance: ExactDecimal = .zero) {
        self.extraTolerance = extraTolerance
    }

    /// Adds a part to a column or row.
    public mutating func add(_ part: ObservedValue, to key: Key) {
        var sum = sums[key] ?? Sum()
        sum.partCount += 1
        if let number = part.number {
            let (width, overflow) = sum.roundingHalfWidth.addingReportingOverflow(part.roundingHalfWidth)
            if let added = sum.number.adding(number), !overflow {
                sum.number = added
                sum.roundingHalfWidth = width
            } else {
                sum.obstacle = sum.obstacle ?? .tooLarge
            }
        } else if part.status != .notApplicable {
            sum.obstacle = sum.obstacle ?? .partWithoutNumber(part.status)
        }
        sums[key] = sum
    }

    /// Compares a printed total with the parts of its column or row.
    public func compare(printed: ObservedValue, for key: Key) -> TotalComparison {
        guard let sum = sums[key], sum.partCount > 0 else { return .notPossible(.noParts) }
        if let obstacle = sum.obstacle { return .notPossible(obstacle) }
        guard let total = printed.number else { return .notPossible(.totalWithoutNumber(printed.status)) }
        let (width, overflow) = sum.roundingHalfWidth.addingReportingOverflow(printed.roundingHalfWidth)
        guard !overflow, let difference = total.subtracting(sum.number),
            let tolerance = ExactDecimal(width).adding(extraTolerance)
        else { return .notPossible(.tooLarge) }
        let distance = difference.isNegative ? difference.negated : difference
        if distance <= tolerance { return .agrees(difference: difference) }
        return .differs(TotalDifference(printed: total, sum: sum.number, difference: difference, tolerance: tolerance))
    }

    /// Compares several printed totals at once: which columns differ, and which could not be compared.
    public func compare(printed: [Key: ObservedValue]) -> [Key: TotalComparison] {
        var comparisons: [Key: TotalComparison] = [:]
        for (key, value) in printed { comparisons[key] = compare(printed: value, for: key) }
        return comparisons
    }

    /// Forgets all parts: the next block of rows begins.
    public mutating func removeAll() { sums.removeAll(keepingCapacity: true) }
}
