import GRDB
import VisitorModel

/// A load being written: its number and what must be remembered between two batches.
///
/// It is a plain value; the connection comes as an argument, because the same steps serve a body that runs at once
/// (``LoadWriter``) and a caller that comes and goes (``LoadSession``).
struct OpenLoad: Sendable {
    let id: Int
    let header: LoadHeader
    private var series: SeriesRegister
    private var periods: [Period: StoredPeriod] = [:]
    /// The first error; a load that failed once cannot be committed, whatever its caller makes of the error.
    private(set) var failure: LedgerError?

    /// Takes the write lock and begins the transaction.
    init(_ header: LoadHeader, in db: Database) throws {
        var header = header
        header.pipeline = try StoredText.name(header.pipeline)
        header.profileHash = try StoredText.name(header.profileHash)
        header.sha256 = try StoredText.name(header.sha256)
        header.profile = StoredText.sentence(header.profile)
        header.fileName = StoredText.sentence(header.fileName)
        self.header = header
        try db.beginTransaction(.immediate)
        id = (try Int.fetchOne(db, sql: "SELECT MAX(\"id\") FROM \"load\"") ?? 0) + 1
        series = try SeriesRegister(db)
    }

    /// Runs one step, unless the load has failed or SQLite has rolled it back.
    mutating func step<Result>(
        path: String, in db: Database, _ work: (inout OpenLoad) throws -> Result
    ) throws(LedgerError) -> Result {
        if let failure { throw failure }
        guard db.isInsideTransaction else { throw .loadEnded }
        do {
            return try work(&self)
        } catch {
            let reason = LedgerError(error, path: path)
            failure = reason
            throw reason
        }
    }

    /// Adds observations; the same key with an equal value again is passed over.
    ///
    /// They are written series by series, whatever their order in the file: the index by key then grows in a few places
    /// and not in all, and a series is later read from neighbouring pages.
    mutating func append(_ observations: [Observation], in db: Database) throws {
        let insert = try db.cachedStatement(sql: Self.insertion)
        var keys: [Key] = []
        keys.reserveCapacity(observations.count)
        for (index, observation) in observations.enumerated() {
            keys.append(
                Key(
                    series: try series.id(of: observation.series, unit: observation.unit, in: db),
                    period: try storedPeriod(observation.period), index: index))
        }
        keys.sort()
        for key in keys {
            let (observation, seriesID, period) = (observations[key.index], key.series, key.period)
            let (value, source) = (observation.value, observation.provenance)
            try insert.execute(arguments: [
                id, seriesID, period.kind, period.id, period.firstMonth, period.lastMonth,
                value.number?.coefficient, value.number?.fractionDigits ?? 0, value.status.rawValue,
                value.roundingHalfWidth, source.firstRow, source.lastRow, source.column, source.line,
                source.path.map(StoredText.sentence), source.rowCount, source.heldCount,
            ])
            if db.changesCount == 0 {
                try checkRepetition(of: observation, seriesID: seriesID, periodID: period.id, in: db)
            }
        }
    }

    /// Where an observation goes, in the order of the index by key.
    private struct Key: Comparable {
        let series: Int
        let period: StoredPeriod
        let index: Int

        static func == (left: Key, right: Key) -> Bool { left.index == right.index }

        static func < (left: Key, right: Key) -> Bool {
            if left.series != right.series { return left.series < right.series }
            if left.period.id != right.period.id { return left.period.id < right.period.id }
            return left.index < right.index
        }
    }

    private mutating func storedPeriod(_ period: Period) throws(LedgerError) -> StoredPeriod {
        if let stored = periods[period] { return stored }
        let stored = try StoredPeriod(period)
        periods[period] = stored
        return stored
    }

    private func checkRepetition(
        of observation: Observation, seriesID: Int, periodID: String, in db: Database
    ) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT "coefficient", "fractionDigits", "status", "roundingHalfWidth" FROM "observation"
                WHERE "seriesId" = ? AND "periodId" = ? AND "loadId" = ?
                """, arguments: [seriesID, periodID, id])
        guard let row, try StoredValue.value(row, from: 0) == observation.value else {
            throw LedgerError.duplicateKey(observation.series, observation.period)
        }
    }

    private static let insertion = """
        INSERT INTO "observation" (
            "loadId", "seriesId", "periodKind", "periodId", "firstMonth", "lastMonth", "coefficient",
            "fractionDigits", "status", "roundingHalfWidth", "firstRow", "lastRow", "columnNumber", "lineNumber",
            "path", "rowCount", "heldCount")
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT ("seriesId", "periodId", "loadId") DO NOTHING
        """
}
