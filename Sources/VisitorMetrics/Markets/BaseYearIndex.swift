public import VisitorModel

/// A year against a base year, over the months both have: 100 is the base.
///
/// `index = 100 · Σ X(t) ÷ Σ X(base)`, both sums over the same months of the year, from the same releases.
public struct BaseYearIndex: Sendable, Hashable {
    /// The year.
    public let year: Period
    /// The base year, of the same kind.
    public let base: Period
    /// The months of the year that were compared.
    public let months: [Month]
    /// The months of the year that one side lacks.
    public let leftOut: [Month]
    /// The year's counts in the compared months.
    public let current: ExactDecimal
    /// The base year's counts in their counterparts.
    public let baseValue: ExactDecimal
    /// The index with one digit.
    public let index: ExactDecimal

    /// Compares monthly figures of one definition, place and segment.
    ///
    /// - Returns: `nil` when no month is in both years, the base is zero, or the kinds of year differ.
    public init?(of year: Period, base: Period, in figures: [Figure]) {
        guard year.kind == base.kind, year.months.count == base.months.count else { return nil }
        let byPeriod = Dictionary(figures.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
        var months: [Month] = []
        var leftOut: [Month] = []
        var pairs: [(now: ExactDecimal, base: ExactDecimal)] = []
        for (month, counterpart) in zip(year.months, base.months) {
            let now = byPeriod[.month(month)]
            let then = byPeriod[.month(counterpart)]
            if let value = now?.wholeValue, let baseValue = then?.wholeValue, now?.vintages == then?.vintages {
                months.append(month)
                pairs.append((value, baseValue))
            } else {
                leftOut.append(month)
            }
        }
        guard !pairs.isEmpty, let current = ExactDecimal.sum(of: pairs.map(\.now)),
            let baseValue = ExactDecimal.sum(of: pairs.map(\.base)),
            let index = current.percent(of: baseValue, fractionDigits: 1)
        else { return nil }
        self.year = year
        self.base = base
        self.months = months
        self.leftOut = leftOut
        self.current = current
        self.baseValue = baseValue
        self.index = index
    }
}
