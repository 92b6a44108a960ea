import Synchronization
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
    /// What formulas need beside the counts.
    public let parameters: MetricParameters
    /// What was forecast before.
    let shelf: ForecastShelf
    /// The unit each measure is counted in.
    private let units: [String: StatisticalUnit]
    /// The definitions others are a share of, by id.
    private let totals: [String: MetricDefinition]

    /// The counts of one place and segment, whatever their release.
    private struct Line: Hashable {
        var measure: String
        var place: String
        var segment: Segment
    }

    private let drawnUp = FigureCache()

    /// Where the counts of a line stand among all, a run for each release.
    private let runs: [Line: [Range<Int>]]

    init(
        recorded: [RecordedObservation], expected: [ExpectedReport], changes: KnownChanges = KnownChanges(),
        through: Month?, parameters: MetricParameters = MetricParameters(), units: [String: StatisticalUnit] = [:],
        totals: [MetricDefinition] = [], shelf: ForecastShelf
    ) {
        self.shelf = shelf
        self.parameters = parameters
        self.totals = Dictionary(totals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.units = units
        self.recorded = recorded
        figures = Figures(
            table: CountTable(recorded.lazy.map(\.observation)), expected: expected, changes: changes)
        self.through = through
        var runs: [Line: [Range<Int>]] = [:]
        var start = 0
        while start < recorded.count {
            let series = recorded[start].observation.series
            var end = start + 1
            while end < recorded.count, recorded[end].observation.series == series { end += 1 }
            let line = Line(measure: series.measure, place: series.place, segment: series.segment)
            runs[line, default: []].append(start..<end)
            start = end
        }
        self.runs = runs
    }

    /// The counts of a line in a month.
    private func counts(of line: Line, in month: Month) -> [RecordedObservation] {
        var found: [RecordedObservation] = []
        for run in runs[line] ?? [] {
            // A run is in the order of its periods.
            let period = Period.month(month)
            var (index, end) = (run.lowerBound, run.upperBound)
            while index < end {
                let middle = index + (end - index) / 2
                if recorded[middle].observation.period < period { index = middle + 1 } else { end = middle }
            }
            if index < run.upperBound, recorded[index].observation.period == period { found.append(recorded[index]) }
        }
        return found
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
        if let total = total(of: definition) {
            return figures.shares(
                FigureQuery(of: definition, by: grain, split: split, from: from, through: through, vintage: vintage),
                of: total, baseUnit: units[definition.measure] ?? definition.unit)
        }
        if definition.derivation != .sum, split == .none {
            return derived(definition, by: grain, from: from, vintage: vintage).map(\.figure)
        }
        let query = FigureQuery(of: definition, by: grain, split: split, from: from, through: through, vintage: vintage)
        if let known = drawnUp.figures(query) { return known }
        let found = figures.figures(query)
        drawnUp.keep(found, query)
        return found
    }

    /// The definition a share is taken of; `nil` for definitions that are no share.
    public func total(of definition: MetricDefinition) -> MetricDefinition? {
        definition.derivation.shareTotal.flatMap { totals[$0] }
    }

    /// The sum of counts behind a definition, in the unit of its measure.
    public func base(of definition: MetricDefinition) -> MetricDefinition {
        definition.base(unit: units[definition.measure] ?? definition.unit)
    }

    /// The months behind a share, by market or all together; none when the definition is no share.
    public func shareSeries(of definition: MetricDefinition, split: FigureQuery.Split) -> [ShareSeries] {
        guard let total = total(of: definition) else { return [] }
        return figures.shareSeries(
            FigureQuery(of: definition, by: .month, split: split, through: through), of: total,
            baseUnit: units[definition.measure] ?? definition.unit)
    }

    /// The figures of a derived definition with the terms that led to them.
    public func derived(
        _ definition: MetricDefinition, by grain: FigureQuery.Grain, from: Month? = nil, vintage: String? = nil
    ) -> [DerivedFigure] {
        Derivation(figures: figures, parameters: parameters).derive(
            FigureQuery(of: definition, by: grain, from: from, through: through, vintage: vintage),
            baseUnit: units[definition.measure] ?? definition.unit)
    }

    /// The counts a figure was added up from, by period, then in the order of the cut; of a share both sides', in the
    /// months that both have in full.
    public func inputs(of figure: Figure) -> [RecordedObservation] {
        let definition = figure.definition
        guard let total = total(of: definition) else {
            return inputs(of: figure, as: definition, in: figure.period.months)
        }
        let series = shareSeries(of: definition, split: figure.segment.market == nil ? .none : .market)
            .first { $0.market == figure.segment.market }
        let months = series?.share(in: figure.period)?.months ?? []
        return inputs(of: figure, as: base(of: definition), in: months) + inputs(of: figure, as: total, in: months)
    }

    private func inputs(
        of figure: Figure, as definition: MetricDefinition, in months: [Month]
    ) -> [RecordedObservation] {
        let isWhole = figure.place == figure.definition.cut.whole
        let places = isWhole ? definition.cut.members : [figure.place]
        let segments: [Segment] =
            figure.segment.market.map { [definition.segment(ofMarket: $0)] }
            ?? (definition.markets.isEmpty
                ? [definition.segment] : definition.markets.map { definition.segment(ofMarket: $0) })
        var chosen: [RecordedObservation] = []
        var standings: [CalendarYear: [String: DesignationRule.Standing]] = [:]
        for year in Set(months.map(\.calendarYear)) {
            standings[year] = figures.standings(of: definition, in: year)
        }
        for month in months where through.map({ month <= $0 }) ?? true {
            for place in places where standings[month.calendarYear]?[place]?.counts ?? true {
                for segment in segments {
                    let candidates = counts(
                        of: Line(measure: definition.measure, place: place, segment: segment), in: month)
                    guard let first = candidates.first else { continue }
                    let choice = figures.table.choice(
                        of: first.observation.series, in: .month(month), preferring: definition.vintages,
                        only: figure.requestedVintage)
                    chosen += candidates.filter { $0.observation.series.vintage == choice?.vintage }
                }
            }
        }
        return chosen
    }
}

/// The figures a view has drawn up: a report, its verdict and its passports ask for the same ones.
private final class FigureCache: Sendable {
    private let known = Mutex<[FigureQuery: [Figure]]>([:])

    func figures(_ query: FigureQuery) -> [Figure]? { known.withLock { $0[query] } }

    func keep(_ figures: [Figure], _ query: FigureQuery) { known.withLock { $0[query] = figures } }
}
