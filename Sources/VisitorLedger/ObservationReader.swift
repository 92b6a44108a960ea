import GRDB
import VisitorModel

/// Turns rows of `observation` back into values, with their series and loads looked up in memory.
struct ObservationReader {
    /// The columns read, of `observation` named `o`.
    static let columns = """
        o."seriesId", o."loadId", o."periodId", o."coefficient", o."fractionDigits", o."status",
        o."roundingHalfWidth", o."firstRow", o."lastRow", o."columnNumber", o."lineNumber", o."path", o."rowCount",
        o."heldCount"
        """
    /// Where the series' number stands in them.
    static let seriesIndex = 0

    private let series: [Int: SeriesRecord]
    private let loads: [Int: RecordedObservation.Source]
    private let words = StoredWords()

    init(series: [SeriesRecord], asOf: Timestamp?, in db: Database) throws {
        self.series = Dictionary(uniqueKeysWithValues: series.map { ($0.id, $0) })
        loads = Dictionary(uniqueKeysWithValues: try LoadRecord.fetchAll(db, asOf: asOf).map { ($0.id, .init($0)) })
    }

    func observation(_ row: Row) throws -> RecordedObservation {
        guard let series = series[row[0]], let load = loads[row[1]] else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "observation without series or load: \(row)")
        }
        var provenance = Provenance(row: row[7], column: row[9], line: row[10], path: row[11])
        provenance.lastRow = row[8]
        provenance.rowCount = row[12]
        provenance.heldCount = row[13]
        return RecordedObservation(
            Observation(
                series: series.key, period: try words.period(row, at: 2),
                value: try words.value(row, from: 3), unit: series.unit, provenance: provenance),
            from: load)
    }
}
