public import VisitorModel

/// A year's change split into growth and the list of places: `B − A = continuing + entered − left`, to the person.
public struct DesignationEffect: Sendable, Hashable {
    /// One place that entered or left.
    public struct Change: Sendable, Hashable {
        /// The place.
        public let place: String
        /// What it adds to the change: its count of the later year when it entered, minus that of the earlier when it left.
        public let effect: ExactDecimal
    }

    /// The earlier total, over the places designated then.
    public let before: ExactDecimal
    /// The later total, over the places designated then.
    public let now: ExactDecimal
    /// The change of the places designated in both.
    public let continuing: ExactDecimal
    /// The growth of the places designated in both, in per cent with one digit; `nil` when they had nobody.
    public let continuingGrowth: ExactDecimal?
    /// The growth of the totals as published, in per cent.
    public let publishedGrowth: ExactDecimal?
    /// Places designated only in the later year.
    public let entered: [Change]
    /// Places designated only in the earlier year.
    public let left: [Change]

    /// Splits a change.
    ///
    /// - Parameters:
    ///   - before: The earlier year's counts by place, designated places only.
    ///   - now: The later year's.
    /// - Returns: `nil` on overflow.
    public init?(before: [String: ExactDecimal], now: [String: ExactDecimal]) {
        let both = Set(before.keys).intersection(now.keys)
        let beforeBoth = ExactDecimal.sum(of: before.filter { both.contains($0.key) }.values)
        let nowBoth = ExactDecimal.sum(of: now.filter { both.contains($0.key) }.values)
        guard let beforeAll = ExactDecimal.sum(of: before.values), let nowAll = ExactDecimal.sum(of: now.values),
            let beforeBoth, let nowBoth, let continuing = nowBoth.subtracting(beforeBoth)
        else { return nil }
        self.before = beforeAll
        self.now = nowAll
        self.continuing = continuing
        continuingGrowth = continuing.percent(of: beforeBoth, fractionDigits: 1)
        publishedGrowth = nowAll.subtracting(beforeAll)?.percent(of: beforeAll, fractionDigits: 1)
        entered = now.filter { !both.contains($0.key) }.sorted { $0.key < $1.key }
            .map { Change(place: $0.key, effect: $0.value) }
        left = before.filter { !both.contains($0.key) }.sorted { $0.key < $1.key }
            .map { Change(place: $0.key, effect: $0.value.negated) }
    }
}
