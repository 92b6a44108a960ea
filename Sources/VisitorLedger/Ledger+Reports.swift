import GRDB
public import VisitorModel

/// A number that is there: all that is asked when only who has reported matters.
public struct ReportedCount: Sendable, Hashable {
    /// What was counted.
    public var measure: String
    /// Where.
    public var place: String
    /// The market; `nil` for all together.
    public var market: String?
    /// The last month of the period.
    public var month: Month
    /// Whether rows behind it are held.
    public var hasHolds: Bool

    /// A number that is there.
    public init(measure: String, place: String, market: String?, month: Month, hasHolds: Bool) {
        self.measure = measure
        self.place = place
        self.market = market
        self.month = month
        self.hasHolds = hasHolds
    }
}

extension RecordedObservation {
    /// What it says about who has reported; `nil` for a gap.
    public var reportedCount: ReportedCount? {
        guard observation.value.number != nil else { return nil }
        return ReportedCount(
            measure: observation.series.measure, place: observation.series.place,
            market: observation.series.segment.market, month: observation.period.lastMonth,
            hasHolds: observation.provenance.heldCount > 0)
    }
}

extension Ledger {
    /// The numbers that hold at a moment, in no order, without where they come from.
    ///
    /// - Parameters:
    ///   - query: Which observations.
    ///   - asOf: The moment; `nil` for now.
    public func reportedCounts(
        matching query: ObservationQuery, asOf: Timestamp? = nil
    ) throws(LedgerError) -> [ReportedCount] {
        try reading { db in
            let series = try SeriesRecord.fetchAll(db).filter { query.includes($0.key) }
            let keys = Dictionary(uniqueKeysWithValues: series.map { ($0.id, $0.key) })
            let sql = """
                SELECT o."seriesId", o."lastMonth", o."coefficient" IS NOT NULL, o."heldCount", MAX(o."loadId")
                FROM "observation" o WHERE \(Self.conditions(of: query)) GROUP BY o."seriesId", o."periodId"
                """
            var months: [String: Month] = [:]
            var counts: [ReportedCount] = []
            let rows = try Row.fetchCursor(db, sql: sql, arguments: Self.arguments(of: query, series, asOf: asOf))
            while let row = try rows.next() {
                guard row[2] as Bool, let key = keys[row[0]] else { continue }
                let id: String = row[1]
                guard let month = months[id] ?? Month(id: id) else { throw StoredValue.unreadable(row) }
                months[id] = month
                counts.append(
                    ReportedCount(
                        measure: key.measure, place: key.place, market: key.segment.market, month: month,
                        hasHolds: (row[3] as Int) > 0))
            }
            return counts
        }
    }

    /// The year after which a measure surely has no monthly, quarterly or yearly number, found from the index alone; the
    /// last number itself may lie earlier, where later ones are gaps or withdrawn.
    public func lastYear(measure: String) throws(LedgerError) -> CalendarYear? {
        try reading { db in
            // Identifiers of months, quarters and years begin with the year; FY and the like come after all of them.
            let sql = """
                SELECT MAX(substr((SELECT o."periodId" FROM "observation" o
                    WHERE o."seriesId" = s."id" AND o."periodId" < 'A' ORDER BY o."periodId" DESC LIMIT 1), 1, 4))
                FROM "series" s WHERE s."measure" = ?
                """
            return try String.fetchOne(db, sql: sql, arguments: [measure]).flatMap { Int($0) }.map { CalendarYear($0) }
        }
    }
}
