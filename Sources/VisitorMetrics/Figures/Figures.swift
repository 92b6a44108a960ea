public import VisitorModel

/// Draws up figures from counts: sums over one cut, with what is missing named.
///
/// A count is expected where an ``ExpectedReport`` of the definition's measure says so. A place of the cut without any
/// is expected in every month from its first count on, so that a year in progress is never taken as whole. A count
/// outside its expectation is taken in and raises both sides of the coverage. Only monthly counts are added; printed
/// yearly values are looked up by ``publishedYearly(of:in:at:vintage:)`` and compared, never added.
public struct Figures: Sendable {
    /// The counts.
    public let table: CountTable
    /// Who is to report what.
    public let expected: [ExpectedReport]
    /// Closures, events and breaks.
    public let changes: KnownChanges

    /// Makes figures from counts, expectations and what is known about the series.
    public init(table: CountTable, expected: [ExpectedReport] = [], changes: KnownChanges = KnownChanges()) {
        self.table = table
        self.expected = expected
        self.changes = changes
    }

    /// The figures of a query by period, then by place or market; none when there is no count at all.
    public func figures(_ query: FigureQuery) -> [Figure] {
        let measure = query.definition.measure
        let members = query.definition.cut.members
        guard let through = query.through ?? table.latestMonth(of: measure, at: members) else { return [] }
        let markets = markets(of: query)
        let reader = CellReader(
            table: table, expected: expected, definition: query.definition, markets: markets,
            vintage: query.vintage, through: through, changes: changes)
        let first = members.compactMap { member in
            table.firstMonth(
                of: measure, at: member, among: markets.map { query.definition.segment(ofMarket: $0) })
        }.min()
        guard let from = query.from ?? first, from <= through else { return [] }
        return periods(by: query.grain, from: from, through: through).flatMap { period in
            switch query.split {
            case .none:
                [reader.figure(of: query.definition.cut.whole, adding: members, in: period)]
            case .place:
                members.map { reader.figure(of: $0, adding: [$0], in: period) }
            case .market:
                markets.map { reader.figure(of: query.definition.cut.whole, adding: members, in: period, market: $0) }
            }
        }
    }

    /// A yearly value as its source printed it, with its unit and release.
    ///
    /// - Parameters:
    ///   - definition: Gives measure, segment and order of releases.
    ///   - year: A calendar or fiscal year.
    ///   - place: The place; `nil` for the whole of the cut.
    ///   - vintage: The one release to look at.
    public func publishedYearly(
        of definition: MetricDefinition, in year: Period, at place: String? = nil, vintage: String? = nil
    ) -> CountTable.Choice? {
        let series = SeriesKey(
            measure: definition.measure, place: place ?? definition.cut.whole, segment: definition.segment)
        return table.choice(of: series, in: year, preferring: definition.vintages, only: vintage)
    }

    /// A printed yearly value as a figure of its own, one report of one: for metrics that are only known by the year,
    /// such as scores, which cannot be added up from months.
    ///
    /// - Returns: `nil` when nothing was printed, or in another unit than the definition's.
    public func publishedFigure(
        of definition: MetricDefinition, in year: Period, vintage: String? = nil
    ) -> Figure? {
        guard let choice = publishedYearly(of: definition, in: year, vintage: vintage),
            choice.entry.unit == definition.unit
        else { return nil }
        let value = choice.entry.value
        let whole = definition.cut.whole
        let missing = MissingReport(place: whole, month: year.lastMonth, status: value.status)
        return Figure(
            definition: definition, place: whole, period: year, segment: definition.segment, value: value.number,
            status: value.status,
            coverage: Coverage(
                reported: value.number == nil ? 0 : 1, expected: 1, missing: value.number == nil ? [missing] : []),
            vintages: [choice.vintage], requestedVintage: vintage, roundingHalfWidth: value.roundingHalfWidth)
    }

    private func markets(of query: FigureQuery) -> [String?] {
        let definition = query.definition
        if !definition.markets.isEmpty { return definition.markets }
        guard query.split == .market else { return [nil] }
        return table.markets(of: definition.measure, at: definition.cut.members, stay: definition.segment.stay)
    }

    /// The periods of a grain from a month on.
    func periods(by grain: FigureQuery.Grain, from: Month, through: Month) -> [Period] {
        var periods: [Period] = []
        // The first twelve months in a row end eleven months after the first.
        var month = grain == .rolling ? from.advanced(by: 11) : from
        while month <= through {
            let period = grain.period(containing: month)
            periods.append(period)
            month = period.lastMonth.advanced(by: 1)
        }
        return periods
    }
}
