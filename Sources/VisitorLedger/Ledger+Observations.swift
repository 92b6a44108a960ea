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
            // Rows come series by series, each in the order of the periods' identifiers, nearly always that of the periods.
            var read: [RecordedObservation] = []
            var runs: [Int: Range<Int>] = [:]
            let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
            while let row = try rows.next() {
                let number: Int = row[ObservationReader.seriesIndex]
                runs[number] = (runs[number]?.lowerBound ?? read.count)..<read.count + 1
                read.append(try reader.observation(row))
            }
            var ordered: [RecordedObservation] = []
            ordered.reserveCapacity(read.count)
            for record in series.sorted(by: { $0.sortKey < $1.sortKey }) {
                guard let run = runs[record.id].map({ read[$0] }) else { continue }
                let isInOrder = zip(run, run.dropFirst()).allSatisfy { $0.observation.period < $1.observation.period }
                ordered += isInOrder ? run : run.sorted { $0.observation.period < $1.observation.period }[...]
            }
            return ordered
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

    /// The histories of some counts that hold, in the order given, each oldest first.
    ///
    /// Few of thousands were ever changed: one look tells which, and only those are read.
    public func histories(
        of counts: [RecordedObservation], asOf: Timestamp? = nil
    ) throws(LedgerError) -> [[RecordedObservation]] {
        let wanted = Set(counts.map(\.observation.series))
        let periods = counts.map(\.observation.period.id)
        guard let first = periods.min(), let last = periods.max() else { return [] }
        let changed: Set<CountName> = try reading { db in
            let records = try SeriesRecord.fetchAll(db).filter { wanted.contains($0.key) }
            let keys = Dictionary(records.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT "seriesId", "periodId" FROM "observation"
                    WHERE "seriesId" IN (SELECT value FROM json_each(?)) AND "periodId" BETWEEN ? AND ?
                    GROUP BY "seriesId", "periodId" HAVING COUNT(*) > 1
                    """, arguments: [Self.json(records.map(\.id)), first, last])
            var changed: Set<CountName> = []
            while let row = try rows.next() {
                if let key = keys[row[0]] { changed.insert(CountName(series: key, period: row[1])) }
            }
            return changed
        }
        let places = counts.indices.filter { index in
            changed.contains(CountName(series: counts[index].observation.series, period: periods[index]))
        }
        var histories = counts.map { [$0] }
        let read = try self.histories(
            of: places.map { (counts[$0].observation.series, counts[$0].observation.period) }, asOf: asOf)
        for (place, history) in zip(places, read) { histories[place] = history }
        return histories
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

private struct CountName: Hashable {
    let series: SeriesKey
    let period: String
}

extension SeriesRecord {
    /// The order in which series are listed.
    fileprivate var sortKey: (String, String, String, String, Int) {
        (key.measure, key.place, key.segment.id, key.vintage, id)
    }
}
