import GRDB
public import VisitorModel

extension Ledger {
    /// The observations that hold at a moment: of each series and period the one of the latest load that counts.
    ///
    /// - Parameters:
    ///   - query: Which observations.
    ///   - asOf: The moment; `nil` for now. Loads and withdrawals recorded later do not exist yet.
    /// - Returns: Ordered by series (measure, place, segment, vintage), then by period.
    public func observations(
        matching query: ObservationQuery = ObservationQuery(), asOf: Timestamp? = nil
    ) throws(LedgerError) -> [RecordedObservation] {
        try reading { db in
            let series = try SeriesRecord.fetchAll(db).filter { query.includes($0.key) }
            let reader = try ObservationReader(series: series, asOf: asOf, in: db)
            // With MAX, SQLite takes the other columns from the row that has it: https://sqlite.org/lang_select.html
            // (bare columns in an aggregate query).
            let sql = """
                SELECT \(ObservationReader.columns), MAX(o."loadId") FROM "observation" o
                WHERE \(Self.conditions(of: query)) GROUP BY o."seriesId", o."periodId"
                """
            let arguments = Self.arguments(of: query, series, asOf: asOf)
            var bySeries: [Int: [RecordedObservation]] = [:]
            let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
            while let row = try rows.next() {
                bySeries[row[ObservationReader.seriesIndex], default: []].append(try reader.observation(row))
            }
            return series.sorted { $0.sortKey < $1.sortKey }.flatMap { record in
                bySeries[record.id, default: []].sorted { $0.observation.period < $1.observation.period }
            }
        }
    }

    /// What the counts that hold depend on: loads only come, and withdrawals only come.
    public func countedState() throws(LedgerError) -> CountedState {
        try reading { db in
            CountedState(
                lastLoad: try Int.fetchOne(db, sql: #"SELECT MAX("id") FROM "load""#) ?? 0,
                withdrawals: try Int.fetchOne(db, sql: #"SELECT COUNT(*) FROM "withdrawal""#) ?? 0)
        }
    }

    /// Every value a series ever had for a period, oldest first; a withdrawn one says so.
    ///
    /// - Parameter asOf: The moment; `nil` for now.
    public func revisions(
        of series: SeriesKey, period: Period, asOf: Timestamp? = nil
    ) throws(LedgerError) -> [RecordedObservation] {
        try reading { db in
            guard let record = try SeriesRecord.fetchAll(db).first(where: { $0.key == series }) else { return [] }
            let reader = try ObservationReader(series: [record], asOf: asOf, in: db)
            let sql = """
                SELECT \(ObservationReader.columns) FROM "observation" o JOIN "load" l ON l."id" = o."loadId"
                WHERE o."seriesId" = ? AND o."periodId" = ? AND l."disposition" = 'committed' AND l."recordedAt" <= ?
                ORDER BY o."loadId"
                """
            return try Row.fetchAll(
                db, sql: sql, arguments: [record.id, period.id, CountedLoads.bound(asOf)]
            ).map(reader.observation)
        }
    }

    /// Every value some series ever had for some periods, in the order asked, each oldest first: one look at the ledger
    /// for all of them.
    ///
    /// - Parameter asOf: The moment; `nil` for now.
    public func histories(
        of counts: [(series: SeriesKey, period: Period)], asOf: Timestamp? = nil
    ) throws(LedgerError) -> [[RecordedObservation]] {
        try reading { db in
            let records = try SeriesRecord.fetchAll(db)
            let numbers = Dictionary(records.map { ($0.key, $0.id) }, uniquingKeysWith: { first, _ in first })
            let reader = try ObservationReader(series: records, asOf: asOf, in: db)
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(ObservationReader.columns) FROM "observation" o JOIN "load" l ON l."id" = o."loadId"
                    WHERE o."seriesId" = ? AND o."periodId" = ? AND l."disposition" = 'committed' AND l."recordedAt" <= ?
                    ORDER BY o."loadId"
                    """)
            return try counts.map { count in
                guard let number = numbers[count.series] else { return [] }
                let arguments: StatementArguments = [number, count.period.id, CountedLoads.bound(asOf)]
                return try Row.fetchAll(statement, arguments: arguments).map(reader.observation)
            }
        }
    }

    /// The last month for which a measure has a number in any place, from monthly or daily observations: a yearly
    /// figure says nothing about how far the months have come.
    public func latestMonth(measure: String, asOf: Timestamp? = nil) throws(LedgerError) -> Month? {
        let query = ObservationQuery(measures: [measure], kinds: [.day, .month])
        return try reading { db in
            let series = try SeriesRecord.fetchAll(db).filter { query.includes($0.key) }
            let sql = """
                SELECT MAX("lastMonth") FROM (
                    SELECT o."lastMonth", o."coefficient", MAX(o."loadId") FROM "observation" o
                    WHERE \(Self.conditions(of: query)) GROUP BY o."seriesId", o."periodId")
                WHERE "coefficient" IS NOT NULL
                """
            let month = try String.fetchOne(
                db, sql: sql,
                arguments: ["asOf": CountedLoads.bound(asOf), "series": Self.json(series.map(\.id))])
            return month.flatMap { Month(id: $0) }
        }
    }

    // The unary plus makes SQLite walk `observationByKey`, which is already in the order of the groups.
    static func conditions(of query: ObservationQuery) -> String {
        var conditions = [#"+o."loadId" IN \#(CountedLoads.sql)"#]
        if !query.includesEverySeries { conditions.append(#"o."seriesId" IN (SELECT value FROM json_each(:series))"#) }
        if let kinds = query.kinds {
            let names = kinds.map(\.rawValue).sorted().map { "'\($0)'" }.joined(separator: ", ")
            conditions.append(#"o."periodKind" IN (\#(names))"#)
        }
        if query.from != nil { conditions.append(#"o."firstMonth" >= :from"#) }
        if query.through != nil { conditions.append(#"o."lastMonth" <= :through"#) }
        if query.kinds?.isSubset(of: [.day, .month, .quarter, .calendarYear]) ?? false {
            // Their identifiers begin with the year, so the index leads to the years wanted.
            if let from = query.from { conditions.append(#"o."periodId" >= '\#(from.calendarYear.id)'"#) }
            if let through = query.through { conditions.append(#"o."periodId" < '\#(through.calendarYear.id)-Z'"#) }
        }
        return conditions.joined(separator: " AND ")
    }

    static func arguments(of query: ObservationQuery, _ series: [SeriesRecord], asOf: Timestamp?) -> StatementArguments {
        var arguments: StatementArguments = ["asOf": CountedLoads.bound(asOf)]
        if !query.includesEverySeries { arguments += ["series": json(series.map(\.id))] }
        if let from = query.from { arguments += ["from": from.id] }
        if let through = query.through { arguments += ["through": through.id] }
        return arguments
    }

    static func json(_ ids: [Int]) -> String { "[" + ids.map(String.init).joined(separator: ",") + "]" }
}

extension SeriesRecord {
    /// The order in which series are listed.
    fileprivate var sortKey: (String, String, String, String, Int) {
        (key.measure, key.place, key.segment.id, key.vintage, id)
    }
}
