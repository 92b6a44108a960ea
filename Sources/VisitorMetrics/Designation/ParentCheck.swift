public import VisitorModel

/// A figure printed for a place as a whole, held against the sum of the places inside it.
///
/// A printed parent is a check and never an addend: `residual = printed − Σ parts`, which is 0 when the parts are all
/// there is, above 0 when something inside is not counted apart, and below 0 only by mistake or rounding.
public struct ParentCheck: Sendable, Hashable {
    /// How the two stand to each other.
    public enum Outcome: Sendable, Hashable {
        /// Equal within rounding.
        case agrees
        /// The printed figure is larger: something inside is not counted apart.
        case remainder(ExactDecimal)
        /// The parts are larger, which cannot be.
        case partsExceed(by: ExactDecimal)
    }

    /// The place that has a figure of its own.
    public let parent: String
    /// The places added up against it.
    public let parts: [String]
    /// The period.
    public let period: Period
    /// What was printed.
    public let printed: ExactDecimal
    /// What the parts add up to.
    public let sum: ExactDecimal
    /// printed − Σ parts.
    public let residual: ExactDecimal
    /// How the two stand to each other.
    public let outcome: Outcome
}

extension Figures {
    /// Checks every place that has figures of its own beside those of the places inside it.
    ///
    /// - Parameters:
    ///   - definition: Gives measure, segment, unit and releases.
    ///   - tree: All places.
    ///   - through: The last month looked at.
    /// - Returns: One check for each parent and period (months and printed years) that both sides have in full.
    public func parentChecks(of definition: MetricDefinition, in tree: PlaceTree, through: Month? = nil)
        -> [ParentCheck]
    {
        let last = through ?? table.latestMonth(of: definition.measure, at: tree.places.map(\.id))
        guard let last else { return [] }
        return tree.places.map(\.id).flatMap { parent -> [ParentCheck] in
            let parts = tree.children(of: parent)
            let series = SeriesKey(measure: definition.measure, place: parent, segment: definition.segment)
            guard !parts.isEmpty else { return [] }
            return table.periods(of: series).filter { $0.lastMonth <= last }.compactMap { period in
                parentCheck(parent, parts, period, definition)
            }
        }
    }

    private func parentCheck(
        _ parent: String, _ parts: [String], _ period: Period, _ definition: MetricDefinition
    ) -> ParentCheck? {
        func entry(_ place: String, _ period: Period) -> CountTable.Entry? {
            let series = SeriesKey(measure: definition.measure, place: place, segment: definition.segment)
            let entry = table.choice(of: series, in: period, preferring: definition.vintages)?.entry
            return entry?.unit == definition.unit && entry?.value.number != nil ? entry : nil
        }
        guard let printed = entry(parent, period), let value = printed.value.number else { return nil }
        var entries: [CountTable.Entry] = []
        for part in parts {
            // A part is printed for the same period, or adds up from its months.
            let own = entry(part, period).map { [$0] } ?? period.months.compactMap { entry(part, .month($0)) }
            let isWhole = own.count == 1 || own.count == period.months.count
            guard isWhole, !own.isEmpty else { return nil }
            entries += own
        }
        guard let sum = ExactDecimal.sum(of: entries.compactMap(\.value.number)),
            let residual = value.subtracting(sum)
        else { return nil }
        let tolerance = ExactDecimal(
            printed.value.roundingHalfWidth + entries.reduce(0) { $0 + $1.value.roundingHalfWidth })
        let outcome: ParentCheck.Outcome =
            residual.magnitude <= tolerance
            ? .agrees : residual.isNegative ? .partsExceed(by: residual.magnitude) : .remainder(residual)
        return ParentCheck(
            parent: parent, parts: parts, period: period, printed: value, sum: sum, residual: residual,
            outcome: outcome)
    }
}
