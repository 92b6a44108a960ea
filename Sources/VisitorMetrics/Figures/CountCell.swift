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
    private let facts: [String: PlaceFacts]

    /// What is known of one place, looked up once for all its months.
    private struct PlaceFacts {
        var reports: [ExpectedReport] = []
        var closures: [Closure] = []
        var firstMonth: Month?
        /// One a market, in the order of ``markets``.
        var lines: [CountLine?] = []

        func expects(_ month: Month) -> Bool {
            guard reports.isEmpty else { return reports.contains { $0.expects(month) } }
            return firstMonth.map { $0 <= month } ?? false
        }

        func reportsRarely(forSpanOf months: Int) -> Bool { reports.contains { $0.every.monthCount > months } }
    }

    init(
        table: CountTable, expected: [ExpectedReport], definition: MetricDefinition, markets: [String?],
        vintage: String?, through: Month, changes: KnownChanges = KnownChanges()
    ) {
        self.table = table
        self.definition = definition
        self.markets = markets
        self.vintage = vintage
        self.through = through
        let segments = markets.map { definition.segment(ofMarket: $0) }
        var facts = Dictionary(definition.cut.members.map { ($0, PlaceFacts()) }) { first, _ in first }
        for report in expected where report.measure == definition.measure {
            for place in report.places.uniqued() { facts[place]?.reports.append(report) }
        }
        for closure in changes.closures {
            for place in closure.places { facts[place]?.closures.append(closure) }
        }
        for place in definition.cut.members {
            let lines = segments.map {
                table.line(of: SeriesKey(measure: definition.measure, place: place, segment: $0))
            }
            facts[place]?.lines = lines
            facts[place]?.firstMonth = lines.compactMap { $0?.firstMonthWithNumber }.min()
        }
        self.facts = facts
        let members = definition.cut.members
        breaks = changes.breaks.filter { seriesBreak in
            members.contains { seriesBreak.concerns($0, definition.measure) }
        }
        standings = definition.designation.map { DesignationStandings($0, of: definition, markets: markets, in: table) }
    }

    /// Whether nothing says when a place should report: neither an expectation nor a count.
    func isUnheardOf(_ place: String) -> Bool {
        facts[place].map { $0.reports.isEmpty && $0.firstMonth == nil } ?? true
    }

    /// Whether a month lies between a place's first and last expected report, whether or not one ends in it: a festival
    /// is observed all year, and a quarter in each of its months.
    func isObserved(_ place: String, in month: Month) -> Bool {
        guard let facts = facts[place] else { return false }
        guard facts.reports.isEmpty else {
            return facts.reports.contains { $0.from <= month && ($0.to.map { month <= $0 } ?? true) }
        }
        return facts.firstMonth.map { $0 <= month } ?? false
    }

    /// Whether a place reports spans longer than a number of months, so that shorter figures cannot hold its counts.
    func reportsRarely(_ place: String, forSpanOf months: Int) -> Bool {
        facts[place]?.reportsRarely(forSpanOf: months) ?? false
    }

    /// The cell of a place, month and market; `nil` when the count is neither expected nor there.
    ///
    /// - Parameter span: How many months the figure covers.
    func cell(_ place: String, _ month: Month, _ market: String?, inSpanOf span: Int = 12) -> CountCell? {
        guard let facts = facts[place], let index = markets.firstIndex(of: market) else { return nil }
        return cell(place, facts, month, index, inSpanOf: span)
    }

    /// The same with what is known of the place.
    ///
    /// - Parameters:
    ///   - index: The market's place in ``markets``.
    ///   - span: How many months the figure covers: a quarter's count belongs to its last month in a year's figure, and
    ///     nowhere in a month's.
    private func cell(
        _ place: String, _ facts: PlaceFacts, _ month: Month, _ index: Int, inSpanOf span: Int
    ) -> CountCell? {
        // A place below the rule is not part of that year's list, so nothing is expected of it.
        if let standings, !standings.standing(of: place, in: month.calendarYear).counts { return nil }
        let market = markets[index]
        let isExpected = facts.expects(month) && !facts.reportsRarely(forSpanOf: span)
        guard month <= through else {
            return isExpected ? CountCell(place: place, month: month, market: market, state: .notYetDue) : nil
        }
        let choice = facts.lines[index].flatMap { choiceOfMonth(month, on: $0, isExpected ? facts.reports : []) }
        guard let choice, choice.entry.value.number != nil else {
            // A closed place's dash or blank is a zero; a number that stands there is doubted elsewhere.
            if facts.closures.contains(where: { $0.closes(place, in: month) }) {
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

    /// The month's count, or that of the longer report that is expected and ends in it.
    private func choiceOfMonth(_ month: Month, on line: CountLine, _ reports: [ExpectedReport]) -> CountTable.Choice? {
        let monthly = line[.month(month)].choice(preferring: definition.vintages, only: vintage)
        guard monthly?.entry.value.number == nil else { return monthly }
        for report in reports where report.every != .month && report.expects(month) {
            guard let period = report.every.period(endingIn: month) else { continue }
            let longer = line[period].choice(preferring: definition.vintages, only: vintage)
            if let longer { return longer }
        }
        return monthly
    }

    /// The cells of some places in some months, by month; of one market when one is named, else of all.
    func cells(_ places: [String], _ months: [Month], market: String? = nil) -> [CountCell] {
        let wanted = market.map { market in markets.indices.filter { markets[$0] == market } } ?? Array(markets.indices)
        let known = places.compactMap { place in facts[place].map { (place, $0) } }
        var cells: [CountCell] = []
        cells.reserveCapacity(months.count * known.count * wanted.count)
        for month in months {
            for (place, facts) in known {
                for index in wanted {
                    if let cell = cell(place, facts, month, index, inSpanOf: months.count) { cells.append(cell) }
                }
            }
        }
        return cells
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in the order of its first.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
