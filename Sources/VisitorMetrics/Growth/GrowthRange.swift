public import VisitorModel

/// Between which rates growth would lie once missing reports came in with usual counts.
public struct GrowthRange: Sendable, Hashable {
    /// The lowest rate in per cent, with one digit.
    public let low: ExactDecimal
    /// The highest rate in per cent, with one digit; `nil` where nothing bounds it.
    public let high: ExactDecimal?
    /// The rate of the sums as they stand, gaps and all: what would be published by whoever did not look.
    public let naive: ExactDecimal

    /// Whether the missing reports decide between growth and decline.
    public var signIsOpen: Bool { low.isNegative && (high.map { !$0.isNegative } ?? true) }

    /// Whether the sums as they stand show another sign than every value of the range.
    public var signIsWrong: Bool {
        if naive.isNegative { return !low.isNegative }
        return high.map(\.isNegative) ?? false
    }

    /// Compares two figures of which at least one has a range and neither has months still to come.
    init?(of current: Figure, over base: Figure) {
        guard current.range != nil || base.range != nil, let now = current.value, let before = base.value,
            [current, base].allSatisfy({ $0.coverage.notYetDue == 0 && $0.coverage.monthsOutside.isEmpty }),
            current.range != nil || current.coverage.isWhole, base.range != nil || base.coverage.isWhole
        else { return nil }
        let baseLow = base.range?.low ?? before
        let baseHigh = base.range.map(\.high) ?? before
        let currentHigh = current.range.map(\.high) ?? now
        guard baseLow > .zero, let naive = Self.rate(from: before, to: now) else { return nil }
        // An upper end of the base that nothing bounds lets the rate fall to −100 %.
        let low = baseHigh.map { Self.rate(from: $0, to: current.range?.low ?? now) } ?? ExactDecimal(-100)
        guard let low else { return nil }
        self.low = low
        self.naive = naive
        high = currentHigh.flatMap { Self.rate(from: baseLow, to: $0) }
    }

    private static func rate(from before: ExactDecimal, to now: ExactDecimal) -> ExactDecimal? {
        guard before > .zero else { return nil }
        return try? Growth.percentChange(from: before, to: now, 1).get()
    }
}
