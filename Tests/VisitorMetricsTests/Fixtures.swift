import Languages
import VisitorMetrics
import VisitorModel

/// A month from its identifier; the tests' own literals are known to be months.
func month(_ id: String) -> Month {
    guard let month = Month(id: id) else { preconditionFailure("\(id) is no month") }
    return month
}

/// A period from its identifier.
func period(_ id: String) -> Period {
    guard let period = Period(id: id) else { preconditionFailure("\(id) is no period") }
    return period
}

/// A decimal from its digits.
func decimal(_ text: String) -> ExactDecimal {
    guard let decimal = ExactDecimal(text) else { preconditionFailure("\(text) is no number") }
    return decimal
}

/// A text that is the same in both languages.
func text(_ text: String) -> BilingualText { BilingualText(verbatim: text) }

/// The cut of a destination with some spots.
func cut(_ members: [String], of whole: String = "mine-city") throws -> Cut {
    var places = [Place(id: whole, names: text(whole), kind: .destination)]
    places += members.filter { $0 != whole }.map { Place(id: $0, names: text($0), kind: .spot, parent: whole) }
    return try Cut(of: whole, members: members, in: PlaceTree(places))
}

/// A definition that adds up visitors over some places.
func definition(
    _ members: [String], version: Int = 1, unit: StatisticalUnit = .personSpots, markets: [String] = [],
    vintages: [String] = []
) throws -> MetricDefinition {
    MetricDefinition(
        name: "exchange-population", version: version, titles: text("exchange population"), formula: text("sum"),
        measure: "visitors", unit: unit, cut: try cut(members), markets: markets, vintages: vintages,
        source: text("city strategy"))
}

/// One monthly (or yearly) count.
func count(
    _ number: Int?, _ place: String, _ period: String, market: String? = nil, vintage: String = "",
    unit: StatisticalUnit = .personSpots, status: ObservationStatus = .reported, rounding: Int = 0
) -> Observation {
    Observation(
        series: SeriesKey(
            measure: "visitors", place: place, segment: Segment(market: market), vintage: vintage),
        period: VisitorMetricsTests.period(period),
        value: number.map { ObservedValue(ExactDecimal($0), status: status, roundingHalfWidth: rounding) }
            ?? ObservedValue(absent: status),
        unit: unit, provenance: Provenance(row: 1))
}

/// The identifiers of a year's months.
func months(of year: Int) -> [String] { CalendarYear(year).months.map(\.id) }

/// A figure made by hand.
func figure(
    _ value: Int?, _ id: String, of definition: MetricDefinition, reported: Int = 12, expected: Int = 12,
    missing: [MissingReport] = [], vintages: [String] = [""], market: String? = nil
) -> Figure {
    Figure(
        definition: definition, place: definition.cut.whole, period: period(id), segment: Segment(market: market),
        value: value.map { ExactDecimal($0) }, status: value == nil ? .notReported : .reported,
        coverage: Coverage(reported: reported, expected: expected, missing: missing), vintages: vintages)
}

extension Figures {
    /// The only figure of a query.
    func only(_ query: FigureQuery) -> Figure? {
        let found = figures(query)
        return found.count == 1 ? found[0] : nil
    }

    /// The figure of one period.
    func figure(
        of definition: MetricDefinition, in id: String, by grain: FigureQuery.Grain, through: String? = nil,
        vintage: String? = nil
    ) -> Figure? {
        figures(FigureQuery(of: definition, by: grain, through: through.map(month), vintage: vintage))
            .first { $0.period == period(id) }
    }
}
