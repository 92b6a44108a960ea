import VisitorModel

/// One place in one month (and market): the smallest part of a figure.
struct CountCell {
    enum State {
        case counted(ObservedValue, vintage: String)
        case missing(ObservationStatus)
        case notYetDue
    }

    let place: String
    let month: Month
    let market: String?
    let state: State
    /// The unit a number was given in when it is not the definition's; such a number is not added.
    var foreignUnit: StatisticalUnit?

    /// The number that is added, if there is one.
    var number: ExactDecimal? {
        if case .counted(let value, _) = state { value.number } else { nil }
    }

    /// The release the number was taken from.
    var vintage: String? {
        if case .counted(_, let vintage) = state { vintage } else { nil }
    }
}

/// Reads cells for one definition: what is expected, what is due, and which release counts.
struct CellReader {
    let table: CountTable
    let definition: MetricDefinition
    /// The markets added up; a single `nil` when all visitors are counted together.
    let markets: [String?]
    let vintage: String?
    let through: Month
    private let standings: DesignationStandings?
    private let expectations: [String: [ExpectedReport]]
    private let firstMonths: [String: Month]

    init(
        table: CountTable, expected: [ExpectedReport], definition: MetricDefinition, markets: [String?],
        vintage: String?, through: Month
    ) {
        self.table = table
        self.definition = definition
        self.markets = markets
        self.vintage = vintage
        self.through = through
        var expectations: [String: [ExpectedReport]] = [:]
        var firstMonths: [String: Month] = [:]
        let segments = markets.map { definition.segment(ofMarket: $0) }
        for place in definition.cut.members {
            let reports = expected.filter { $0.measure == definition.measure && $0.places.contains(place) }
            if !reports.isEmpty { expectations[place] = reports }
            firstMonths[place] = table.firstMonth(of: definition.measure, at: place, among: segments)
        }
        self.expectations = expectations
        self.firstMonths = firstMonths
        standings = definition.designation.map { DesignationStandings($0, of: definition, markets: markets, in: table) }
    }

    /// Whether nothing says when a place should report: neither an expectation nor a count.
    func isUnheardOf(_ place: String) -> Bool { expectations[place] == nil && firstMonths[place] == nil }

    /// Whether a place should report a month; without any expectation, every month from its first count on.
    func expects(_ place: String, in month: Month) -> Bool {
        if let reports = expectations[place] { return reports.contains { $0.expects(place, in: month) } }
        return firstMonths[place].map { $0 <= month } ?? false
    }

    /// The cell; `nil` when the count is neither expected nor there.
    func cell(_ place: String, _ month: Month, _ market: String?) -> CountCell? {
        // A place below the rule is not part of that year's list, so nothing is expected of it.
        if let standings, !standings.standing(of: place, in: month.calendarYear).counts { return nil }
        let isExpected = expects(place, in: month)
        guard month <= through else {
            return isExpected ? CountCell(place: place, month: month, market: market, state: .notYetDue) : nil
        }
        let series = SeriesKey(
            measure: definition.measure, place: place, segment: definition.segment(ofMarket: market))
        let choice = table.choice(of: series, in: .month(month), preferring: definition.vintages, only: vintage)
        guard let choice, choice.entry.value.number != nil else {
            let status = choice?.entry.value.status ?? .notReported
            return isExpected ? CountCell(place: place, month: month, market: market, state: .missing(status)) : nil
        }
        guard choice.entry.unit == definition.unit else {
            return CountCell(
                place: place, month: month, market: market, state: .missing(.notReported),
                foreignUnit: choice.entry.unit)
        }
        return CountCell(
            place: place, month: month, market: market,
            state: .counted(choice.entry.value, vintage: choice.vintage))
    }

    /// The cells of some places in some months, by month; of one market when one is named, else of all.
    func cells(_ places: [String], _ months: [Month], market: String? = nil) -> [CountCell] {
        let wanted = market.map { [$0] } ?? markets
        return months.flatMap { month in
            places.flatMap { place in wanted.compactMap { cell(place, month, $0) } }
        }
    }
}
