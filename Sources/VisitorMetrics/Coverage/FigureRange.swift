public import VisitorModel

/// Between which values a figure would lie once its missing reports came in with usual counts.
///
/// The ends add up the ends of all missing counts: what one reporter lacks, others may lack in the same direction.
/// An estimate to stand beside the figure, never in its place.
public struct FigureRange: Sendable, Hashable {
    /// The sum so far with every missing count at its lower end.
    public let low: ExactDecimal
    /// The sum so far with every missing count in its middle.
    public let middle: ExactDecimal
    /// The sum so far with every missing count at its upper end; `nil` where some missing place has no past, so that
    /// nothing bounds it.
    public let high: ExactDecimal?
    /// The missing counts that have a past, with their ranges.
    public let parts: [UsualRange]
    /// The missing counts without one; they are taken as zero in ``low`` and ``middle``.
    public let withoutPast: [MissingReport]

    /// Adds ranges to a sum; `nil` on overflow.
    public init?(adding parts: [UsualRange], withoutPast: [MissingReport] = [], to sum: ExactDecimal) {
        guard let low = ExactDecimal.sum(of: [sum] + parts.map(\.low)),
            let middle = ExactDecimal.sum(of: [sum] + parts.map(\.middle)),
            let high = ExactDecimal.sum(of: [sum] + parts.map(\.high))
        else { return nil }
        self.low = low
        self.middle = middle
        self.high = withoutPast.isEmpty ? high : nil
        self.parts = parts
        self.withoutPast = withoutPast
    }

    /// Where a threshold lies.
    public enum Side: Sendable, Hashable {
        /// The whole range is at the threshold or above.
        case above
        /// The whole range is below it.
        case below
        /// The range holds it: missing reports decide.
        case across
    }

    /// On which side of a threshold the figure would be.
    public func side(of threshold: ExactDecimal) -> Side {
        if low >= threshold { return .above }
        if let high, high < threshold { return .below }
        return .across
    }
}

extension CellReader {
    /// The range of a figure that lacks reports which are due.
    func range(of sum: ExactDecimal, lacking missing: [MissingReport]) -> FigureRange? {
        guard definition.unit.isCount, !missing.isEmpty else { return nil }
        var parts: [UsualRange] = []
        var withoutPast: [MissingReport] = []
        for report in missing {
            let broken = breaks.filter { $0.concerns(report.place, definition.measure) && $0.since <= report.month }
            let part = UsualRange(of: report, since: broken.map(\.since).max()) { month in
                self.cell(report.place, month, report.market)?.number?.approximate
            }
            if let part { parts.append(part) } else { withoutPast.append(report) }
        }
        return FigureRange(adding: parts, withoutPast: withoutPast, to: sum)
    }
}
