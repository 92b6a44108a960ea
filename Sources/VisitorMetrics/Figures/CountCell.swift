import VisitorModel

/// One place in one month (and market): the smallest part of a figure.
struct CountCell {
    enum State {
        case counted(ObservedValue, vintage: String)
        /// The place was closed: a true zero that nobody need report.
        case closed
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
        switch state {
        case .counted(let value, _): value.number
        case .closed: .zero
        case .missing, .notYetDue: nil
        }
    }

    /// The release the number was taken from; a closed place's zero has none.
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
    /// Breaks that concern the definition's measure at one of its places.
    let breaks: [SeriesBreak]
    private let standings: DesignationStandings?
    private let expectations: [String: [ExpectedReport]]
    private let closures: [String: [Closure]]
    private let firstMonths: [String: Month]

    init(
        table: CountTable, expected: [ExpectedReport], definition: MetricDefinition, markets: [String?],
        vintage: String?, through: Month, changes: KnownChanges = KnownChanges()
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
        let members = Set(definition.cut.members)
        closures = changes.closures.reduce(into: [:]) { closures, closure in
            for place in closure.places where members.contains(place) { closures[place, default: []].append(closure) }
        }
        breaks = changes.breaks.filter { seriesBreak in
            members.contains { seriesBreak.concerns($0, definition.measure) }
        }
        standings = definition.designation.map { DesignationStandings($0, of: definition, markets: markets, in: table) }
    }

    /// Whether nothing says when a place should report: neither an expectation nor a count.
    func isUnheardOf(_ place: String) -> Bool { expectations[place] == nil && firstMonths[place] == nil }

    /// Whether a place should report a month; without any expectation, every month from its first count on.
    func expects(_ place: String, in month: Month) -> Bool {
        if let reports = expectations[place] { return reports.contains { $0.expects(month) } }
        return firstMonths[place].map { $0 <= month } ?? false
    }

    /// Whether a month lies between a place's first and last expected report, whether or not one ends in it: a festival
    /// is observed all year, and a quarter in each of its months.
    func isObserved(_ place: String, in month: Month) -> Bool {
        if let reports = expectations[place] {
            return reports.contains { $0.from <= month && ($0.to.map { month <= $0 } ?? true) }
        }
        return firstMonths[place].map { $0 <= month } ?? false
    }

    /// Whether a place reports spans longer than a number of months, so that shorter figures cannot hold its counts.
    func reportsRarely(_ place: String, forSpanOf months: Int) -> Bool {
        expectations[place]?.contains { $0.every.monthCount > months } ?? false
    }

    /// The cell; `nil` when the count is neither expected nor there.
    ///
    /// - Parameter span: How many months the figure covers: a quarter's count belongs to its last month in a year's
    ///   figure, and nowhere in a month's.
    func cell(_ place: String, _ month: Month, _ market: String?, inSpanOf span: Int = 12) -> CountCell? {
        // A place below the rule is not part of that year's list, so nothing is expected of it.
        if let standings, !standings.standing(of: place, in: month.calendarYear).counts { return nil }
        let isExpected = expects(place, in: month) && !reportsRarely(place, forSpanOf: span)
        guard month <= through else {
            return isExpected ? CountCell(place: place, month: month, market: market, state: .notYetDue) : nil
        }
        let series = SeriesKey(
            measure: definition.measure, place: place, segment: definition.segment(ofMarket: market))
        let choice = choice(of: series, in: month, isExpected: isExpected)
        guard let choice, choice.entry.value.number != nil else {
            // A closed place's dash or blank is a zero; a number that stands there is doubted elsewhere.
            if closures[place]?.contains(where: { $0.closes(place, in: month) }) ?? false {
                return CountCell(place: place, month: month, market: market, state: .closed)
            }
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

    /// The month's count, or that of the longer report that ends in it.
    private func choice(of series: SeriesKey, in month: Month, isExpected: Bool) -> CountTable.Choice? {
        let monthly = table.choice(of: series, in: .month(month), preferring: definition.vintages, only: vintage)
        guard monthly?.entry.value.number == nil, isExpected, let reports = expectations[series.place] else {
            return monthly
        }
        for report in reports where report.every != .month && report.expects(month) {
            guard let period = report.every.period(endingIn: month) else { continue }
            let longer = table.choice(of: series, in: period, preferring: definition.vintages, only: vintage)
            if let longer { return longer }
        }
        return monthly
    }

    /// The cells of some places in some months, by month; of one market when one is named, else of all.
    func cells(_ places: [String], _ months: [Month], market: String? = nil) -> [CountCell] {
        let wanted = market.map { [$0] } ?? markets
        return months.flatMap { month in
            places.flatMap { place in wanted.compactMap { cell(place, month, $0, inSpanOf: months.count) } }
        }
    }
}
