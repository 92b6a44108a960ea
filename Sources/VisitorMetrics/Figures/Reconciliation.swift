public import Languages
public import VisitorModel

/// A computed figure set against the same value as somebody printed it.
public struct Reconciliation: Sendable, Hashable {
    /// How the two stand to each other.
    public enum Outcome: Sendable, Hashable {
        /// They agree within the rounding of both; the difference is computed minus printed.
        case agrees(difference: ExactDecimal)
        /// They differ by more than rounding explains; computed minus printed.
        case differs(by: ExactDecimal)
        /// They cannot be compared, and why.
        case notComparable(BilingualText)
    }

    /// The computed figure.
    public let computed: Figure
    /// The printed value.
    public let published: CountTable.Entry
    /// How the two stand to each other.
    public let outcome: Outcome

    /// Compares a figure with a printed value; both roundings count as half widths.
    public init(of computed: Figure, with published: CountTable.Entry) {
        self.computed = computed
        self.published = published
        outcome = Self.compare(computed, published)
    }

    private static func compare(_ computed: Figure, _ published: CountTable.Entry) -> Outcome {
        guard let printed = published.value.number else {
            return .notComparable(.nothingPrinted(published.value.status))
        }
        guard published.unit == computed.unit else { return .notComparable(.units(computed.unit, published.unit)) }
        guard let value = computed.wholeValue else { return .notComparable(.incomplete(computed.coverage)) }
        guard let difference = value.subtracting(printed) else { return .notComparable(.outOfRange) }
        let tolerance = ExactDecimal(computed.roundingHalfWidth + published.value.roundingHalfWidth)
        return difference.magnitude <= tolerance ? .agrees(difference: difference) : .differs(by: difference)
    }
}

extension BilingualText {
    fileprivate static func nothingPrinted(_ status: ObservationStatus) -> Self {
        BilingualText(
            ja: "公表値がありません(\(status.name.ja))。", en: "No value was published (\(status.name.en)).")
    }

    fileprivate static func units(_ computed: StatisticalUnit, _ printed: StatisticalUnit) -> Self {
        BilingualText(
            ja: "単位が異なります(集計値は\(computed.name.ja)、公表値は\(printed.name.ja))。",
            en: "The units differ: \(computed.name.en) computed, \(printed.name.en) published.")
    }

    fileprivate static func incomplete(_ coverage: Coverage) -> Self {
        let summary = coverage.summary()
        return BilingualText(
            ja: "集計値が全期間そろっていないため比較できません(\(summary.ja))。",
            en: "The computed figure is not whole, so the two cannot be compared (\(summary.en)).")
    }

    fileprivate static let outOfRange = BilingualText(
        ja: "差が扱える桁数を超えました。", en: "The difference has more digits than can be held.")
}
