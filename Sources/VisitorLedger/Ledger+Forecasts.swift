import GRDB
import VisitorModel

extension Ledger {
    /// Records a forecast by itself, outside a report.
    ///
    /// It is made inside the transaction, from the very state it is recorded
    /// at: no load can slip in between.
    ///
    /// - Parameter make: Makes the forecast for the moment it is given.
    /// - Throws: What `make` throws, unchanged; else `LedgerError`: `invalidKey` for an empty name, `busy`, `readOnly`.
    public func publishForecast(_ make: (Timestamp) throws -> PublishedForecast) throws -> PublishedForecast {
        let queue = try makeWriter()
        defer { try? queue.close() }
        return try queue.inDatabase { db in
            defer { if db.isInsideTransaction { try? db.rollback() } }
            let moment: Timestamp
            do {
                try db.beginTransaction(.immediate)
                moment = try LedgerMoment.next(clock(), in: db)
            } catch {
                throw LedgerError(error, path: path)
            }
            var forecast = try make(moment)
            do {
                forecast.by = try StoredText.said(forecast.by, .name)
                forecast.recordedAt = moment
                try Self.insert(&forecast, in: db)
                try db.commit()
            } catch {
                throw LedgerError(error, path: path)
            }
            return forecast
        }
    }

    /// Writes a forecast at its moment and gives it its number.
    static func insert(_ forecast: inout PublishedForecast, in db: Database) throws {
        forecast.id = (try Int.fetchOne(db, sql: #"SELECT MAX("id") FROM "publishedForecast""#) ?? 0) + 1
        let (total, percentiles) = (forecast.total, forecast.percentiles.map { String($0) }.joined(separator: ","))
        try db.execute(
            sql: """
                INSERT INTO "publishedForecast" VALUES
                (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                forecast.id, forecast.recordedAt.description, forecast.by, forecast.publication, forecast.target,
                forecast.definition, forecast.unit.rawValue, forecast.year.id, forecast.goal, forecast.lastMonth.id,
                forecast.knownThrough.id, forecast.known, forecast.chance, total.mean, total.range80.lowerBound,
                total.range80.upperBound, total.range95.lowerBound, total.range95.upperBound, percentiles,
                forecast.scale, forecast.model, forecast.modelVersion, forecast.product, forecast.seed,
                forecast.pathCount, forecast.inputHash, StoredText.sentence(forecast.note),
            ])
        for month in forecast.months {
            let (said, id) = (month.said, month.month.id)
            try db.execute(
                sql: #"INSERT INTO "publishedForecastMonth" VALUES (?, ?, ?, ?, ?, ?, ?)"#,
                arguments: [
                    forecast.id, id, said.mean, said.range80.lowerBound, said.range80.upperBound,
                    said.range95.lowerBound, said.range95.upperBound,
                ])
        }
    }

    /// The forecasts published before a moment, oldest first.
    ///
    /// - Parameter moment: Only those recorded earlier; `nil` for all. A publication must not know its own forecast, or
    ///   making it again would come out differently.
    public func publishedForecasts(before moment: Timestamp? = nil) throws(LedgerError) -> [PublishedForecast] {
        try reading { db in
            // A ledger that could not be brought up to date has none.
            guard try db.tableExists("publishedForecast") else { return [] }
            let months = Dictionary(
                grouping: try Row.fetchAll(
                    db, sql: #"SELECT * FROM "publishedForecastMonth" ORDER BY "forecastId", "month""#)
            ) { $0["forecastId"] as Int }
            return try Row.fetchAll(
                db, sql: #"SELECT * FROM "publishedForecast" WHERE "recordedAt" < ? ORDER BY "id""#,
                arguments: [(moment ?? .distantFuture).description]
            ).map { try Self.forecast($0, months: months[$0["id"] as Int] ?? []) }
        }
    }

    private static func forecast(_ row: Row, months: [Row]) throws -> PublishedForecast {
        let percentiles = (row["percentiles"] as String).split(separator: ",").map { Double($0) }
        guard let unit = StatisticalUnit(rawValue: row["unit"]), let year = Period(id: row["year"] as String),
            let moment = Timestamp(row["recordedAt"] as String), !percentiles.contains(nil)
        else { throw StoredValue.unreadable(row) }
        var forecast = PublishedForecast(
            by: row["publishedBy"], target: row["target"], definition: row["definition"], unit: unit, year: year,
            goal: row["goal"], lastMonth: try month(row, "lastMonth"), knownThrough: try month(row, "knownThrough"),
            known: row["known"], chance: row["chance"], total: said(row), percentiles: percentiles.compactMap(\.self),
            months: try months.map { .init(month: try month($0, "month"), said: said($0)) }, scale: row["scale"],
            model: row["model"], modelVersion: row["modelVersion"], product: row["product"], seed: row["seed"],
            pathCount: row["pathCount"], inputHash: row["inputHash"])
        forecast.id = row["id"]
        forecast.recordedAt = moment
        forecast.publication = row["publicationId"]
        forecast.note = row["note"]
        return forecast
    }

    private static func month(_ row: Row, _ column: String) throws -> Month {
        guard let month = Month(id: row[column] as String) else { throw StoredValue.unreadable(row) }
        return month
    }

    // The table's checks keep the ends in order; a damaged row must not stop the program.
    private static func said(_ row: Row) -> PublishedForecast.Said {
        func range(_ low: String, _ high: String) -> ClosedRange<Double> {
            let (low, high): (Double, Double) = (row[low], row[high])
            return min(low, high)...max(low, high)
        }
        return PublishedForecast.Said(
            mean: row["mean"], range80: range("low80", "high80"), range95: range("low95", "high95"))
    }
}
