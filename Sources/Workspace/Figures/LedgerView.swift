public import VisitorLedger
public import VisitorMetrics
public import VisitorModel

/// What was known at a moment, cut at a month: the counts, ready to be added up, and where each came from.
public struct LedgerView: Sendable {
    /// The counts with their loads, files and cells.
    public let recorded: [RecordedObservation]
    /// The same counts for adding up.
    public let figures: Figures
    /// The last month looked at; `nil` for the latest there is.
    public let through: Month?

    init(recorded: [RecordedObservation], expected: [ExpectedReport], through: Month?) {
        self.recorded = recorded
        figures = Figures(table: CountTable(recorded.map(\.observation)), expected: expected)
        self.through = through
    }

    /// The figures of a definition.
    ///
    /// - Parameters:
    ///   - definition: What to add up.
    ///   - grain: The span of each figure.
    ///   - split: Whether to split by place or market.
    ///   - from: The first month.
    ///   - vintage: The one release to use.
    public func figures(
        of definition: MetricDefinition, by grain: FigureQuery.Grain, split: FigureQuery.Split = .none,
        from: Month? = nil, vintage: String? = nil
    ) -> [Figure] {
        figures.figures(
            FigureQuery(of: definition, by: grain, split: split, from: from, through: through, vintage: vintage))
    }

    /// The counts a figure was added up from, by period, then in the order of the cut.
    public func inputs(of figure: Figure) -> [RecordedObservation] {
        let definition = figure.definition
        let places = figure.place == definition.cut.whole ? definition.cut.members : [figure.place]
        let segments: [Segment] =
            figure.segment.market == nil && !definition.markets.isEmpty
            ? definition.markets.map { definition.segment(ofMarket: $0) } : [figure.segment]
        let months = Set(figure.period.months)
        var chosen: [RecordedObservation] = []
        for entry in recorded where entry.observation.series.measure == definition.measure {
            let observation = entry.observation
            guard case .month(let month) = observation.period, months.contains(month),
                places.contains(observation.series.place), segments.contains(observation.series.segment)
            else { continue }
            let choice = figures.table.choice(
                of: observation.series, in: observation.period, preferring: definition.vintages,
                only: figure.requestedVintage)
            if choice?.vintage == observation.series.vintage { chosen.append(entry) }
        }
        let order = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        return chosen.sorted { left, right in
            let leftKey = (left.observation.period, order[left.observation.series.place] ?? 0)
            let rightKey = (right.observation.period, order[right.observation.series.place] ?? 0)
            return leftKey < rightKey
        }
    }
}
