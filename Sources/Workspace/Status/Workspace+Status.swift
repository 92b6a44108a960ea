import PipelineDefinition
public import VisitorLedger
public import VisitorModel

extension Workspace {
    /// Who has reported what, for each measure somebody is expected to report.
    ///
    /// - Parameters:
    ///   - from: The first month to show; `nil` for the last twelve months.
    ///   - through: The last month that is due; `nil` for the latest month anybody reported.
    ///   - asOf: What was known at a moment.
    /// - Throws: `LedgerError`.
    public func reportStatus(
        from: Month? = nil, through: Month? = nil, asOf: Timestamp? = nil
    ) throws(LedgerError) -> [ReportStatus] {
        let expected = definition.destination.expectedReports
        var measures: [String] = []
        for report in expected where !measures.contains(report.measure) { measures.append(report.measure) }
        let recorded = try readLedger()?.observations(
            matching: ObservationQuery(measures: Set(measures), kinds: [.month]), asOf: asOf) ?? []
        return measures.compactMap { measure in
            status(
                of: measure, reports: expected.filter { $0.measure == measure },
                recorded: recorded.filter { $0.observation.series.measure == measure }, from: from, through: through)
        }
    }

    private func status(
        of measure: String, reports: [ExpectedReport], recorded: [RecordedObservation], from: Month?, through: Month?
    ) -> ReportStatus? {
        var known: Set<PlaceMonth> = []
        for entry in recorded where entry.observation.value.number != nil {
            known.insert(PlaceMonth(place: entry.observation.series.place, month: entry.observation.period.firstMonth))
        }
        guard let latest = through ?? known.map(\.month).max() else { return nil }
        let first = from ?? latest.advanced(by: -11)
        guard first <= latest else { return nil }
        let months = (0...first.distance(to: latest)).map { first.advanced(by: $0) }
        var places: [String] = []
        for place in reports.flatMap(\.places) where !places.contains(place) { places.append(place) }
        let lines = places.map { place in
            ReportStatus.Line(
                place: place,
                states: months.map { month in
                    if known.contains(PlaceMonth(place: place, month: month)) { return .reported }
                    let isExpected = reports.contains { $0.expects(place, in: month) }
                    return isExpected ? (month <= latest ? .missing : .notYetDue) : .notExpected
                })
        }
        return ReportStatus(measure: measure, months: months, lines: lines)
    }
}

private struct PlaceMonth: Hashable {
    var place: String
    var month: Month
}

extension Workspace {
    /// How many rows are held in loads that were not withdrawn.
    ///
    /// - Throws: `LedgerError`.
    public func openHoldCount() throws(LedgerError) -> Int {
        try readLedger()?.loads().filter { $0.withdrawal == nil }.reduce(0) { $0 + $1.account.rowsHeld } ?? 0
    }
}
