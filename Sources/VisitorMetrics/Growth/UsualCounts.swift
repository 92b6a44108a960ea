public import VisitorModel

extension Figures {
    /// What an incomplete figure would come to if the missing reporters had counted as in the same month a year before.
    ///
    /// An estimate to be shown beside the figure, never in its place. `nil` when nothing is missing, when months are
    /// still to come, or when one of the missing counts has no counterpart a year before.
    public func totalWithUsualCounts(_ figure: Figure) -> ExactDecimal? {
        figure.value.flatMap { totalWithUsualCounts(figure, startingAt: $0) }
    }

    /// The same for a part of a whole, which may have no count at all: its sum then starts at zero, since the usual
    /// counts are all there is of it.
    public func totalWithUsualCounts(_ figure: Figure, startingAt value: ExactDecimal) -> ExactDecimal? {
        guard !figure.coverage.missing.isEmpty, figure.coverage.notYetDue == 0 else { return nil }
        let definition = figure.definition
        return figure.coverage.missing.reduce(value as ExactDecimal?) { total, missing in
            let series = SeriesKey(
                measure: definition.measure, place: missing.place,
                segment: definition.segment(ofMarket: missing.market))
            let usual = table.choice(
                of: series, in: .month(missing.month.advanced(by: -12)), preferring: definition.vintages,
                only: figure.requestedVintage)
            guard let entry = usual?.entry, entry.unit == definition.unit else { return nil }
            return entry.value.number.flatMap { total?.adding($0) }
        }
    }
}
