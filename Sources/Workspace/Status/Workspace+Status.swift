import Diagnostics
import PipelineDefinition
public import VisitorLedger
public import VisitorModel

extension Workspace {
    /// Who has reported what, for each measure somebody is expected to report.
    ///
    /// - Parameters:
    ///   - from: The first month to show; `nil` for the last twelve months.
    ///   - through: The last month to show. When `nil`, the latest month anybody reported; where the description says
    ///     by which day reports are due, the month before the present one.
    ///   - asOf: What was known at a moment; then that day is the present one, too.
    /// - Throws: `LedgerError`.
    public func reportStatus(
        from: Month? = nil, through: Month? = nil, asOf: Timestamp? = nil
    ) throws(LedgerError) -> [ReportStatus] {
        let expected = definition.destination.expectedReports
        var measures: [String] = []
        for report in expected where !measures.contains(report.measure) { measures.append(report.measure) }
        guard let ledger = try readLedger() else {
            return reportStatus(among: [], from: from, through: through, asOf: asOf, measures: measures)
        }
        var statuses: [ReportStatus] = []
        for measure in measures {
            // The latest year or two hold what is shown, unless months long past are asked for, or the latest are gaps.
            let years = try ledger.lastYear(measure: measure).map { ($0.number - 1)...$0.number }
            let first = from ?? through?.advanced(by: -11) ?? years.flatMap { Month(year: $0.lowerBound, number: 1) }
            let recent = try counts(of: measure, from: first, asOf: asOf, in: ledger)
            let isEnough = from != nil || through != nil || recent.contains { $0.month.year == years?.upperBound }
            let known = isEnough ? recent : try counts(of: measure, from: nil, asOf: asOf, in: ledger)
            statuses += reportStatus(among: known, from: from, through: through, asOf: asOf, measures: [measure])
        }
        return statuses
    }

    private func counts(
        of measure: String, from: Month?, asOf: Timestamp?, in ledger: Ledger
    ) throws(LedgerError) -> [ReportedCount] {
        // A quarter or a year that ends in a month shown begins before it.
        let start = from.flatMap { Month(year: $0.year, number: 1) }
        return try ledger.reportedCounts(
            matching: ObservationQuery(
                measures: [measure], kinds: [.month, .quarter, .calendarYear], from: start), asOf: asOf)
    }

    /// The same from counts at hand, for some measures.
    func reportStatus(
        among recorded: [ReportedCount], from: Month?, through: Month?, asOf: Timestamp?, measures: [String]
    ) -> [ReportStatus] {
        let expected = definition.destination.expectedReports
        let byMeasure = Dictionary(grouping: recorded, by: \.measure)
        let today = (asOf ?? now).day(minutesAheadOfUTC: Timestamp.minutesOfJapan)
        return measures.compactMap { measure in
            StatusMatrix(
                measure: measure, reports: expected.filter { $0.measure == measure }, recorded: byMeasure[measure] ?? [],
                definitions: definition.definitions.filter { $0.measure == measure },
                closures: definition.changes.closures, today: today
            ).status(from: from, through: through)
        }
    }

    /// How many rows are held in loads that were not withdrawn, and not yet decided about.
    ///
    /// - Throws: `LedgerError`.
    public func openHoldCount() throws(LedgerError) -> Int {
        // A row may be held for several reasons.
        let rows = try holdEntries().filter(\.isOpen).map { entry in
            let position = entry.hold.row.diagnostic.position
            return HeldPlace(load: entry.hold.load, row: position?.row, line: position?.line)
        }
        return Set(rows).count
    }
}

private struct HeldPlace: Hashable {
    let load: Int
    let row: Int?
    let line: Int?
}

/// One measure's place × month matrix.
private struct StatusMatrix {
    private struct PlaceMonth: Hashable {
        var place: String
        var month: Month
    }

    let measure: String
    let reports: [ExpectedReport]
    let closures: [Closure]
    let today: Day?
    /// What is there, by place and last month of the report: the markets counted, `nil` for all together.
    private var known: [PlaceMonth: Set<String?>] = [:]
    /// Where rows are held among those behind the number.
    private var withHolds: Set<PlaceMonth> = []
    /// The markets that make a place's count whole.
    private var markets: [String: Set<String>] = [:]

    init(
        measure: String, reports: [ExpectedReport], recorded: [ReportedCount], definitions: [MetricDefinition],
        closures: [Closure], today: Day?
    ) {
        self.measure = measure
        self.reports = reports
        self.closures = closures
        self.today = today
        for count in recorded {
            let key = PlaceMonth(place: count.place, month: count.month)
            known[key, default: []].insert(count.market)
            if count.hasHolds { withHolds.insert(key) }
        }
        for definition in definitions where !definition.markets.isEmpty {
            for place in definition.cut.members { markets[place, default: []].formUnion(definition.markets) }
        }
    }

    func status(from: Month?, through: Month?) -> ReportStatus? {
        guard let latest = through ?? lastDue ?? known.keys.map(\.month).max() else { return nil }
        let first = from ?? latest.advanced(by: -11)
        guard first <= latest else { return nil }
        let months = (0...first.distance(to: latest)).map { first.advanced(by: $0) }
        var places: [String] = []
        var seen: Set<String> = []
        for place in reports.flatMap(\.places) where seen.insert(place).inserted { places.append(place) }
        let byPlace = Dictionary(uniqueKeysWithValues: places.map { ($0, reports(of: $0)) })
        let lines = places.map { place in
            ReportStatus.Line(place: place, states: months.map { state(place, $0, byPlace[place] ?? []) })
        }
        return ReportStatus(measure: measure, months: months, lines: lines)
    }

    private func reports(of place: String) -> [ExpectedReport] { reports.filter { $0.places.contains(place) } }

    /// The month before the present one, where somebody said when reports are due.
    private var lastDue: Month? {
        guard !known.isEmpty, reports.contains(where: { $0.dueDay != nil && $0.to == nil }) else { return nil }
        return today?.month.advanced(by: -1)
    }

    private func state(_ place: String, _ month: Month, _ reports: [ExpectedReport]) -> ReportStatus.State {
        let key = PlaceMonth(place: place, month: month)
        if let found = known[key] {
            if withHolds.contains(key) { return .partly }
            guard !found.contains(nil), let wanted = markets[place] else { return .reported }
            return wanted.isSubset(of: found.compactMap(\.self)) ? .reported : .partly
        }
        if closures.contains(where: { $0.closes(place, in: month) }) { return .closed }
        guard let report = reports.first(where: { $0.expects(month) }) else { return .notExpected }
        guard report.dueDay != nil, let today else { return .late }
        return report.isOverdue(month, on: today) ? .late : .notYetDue
    }
}
