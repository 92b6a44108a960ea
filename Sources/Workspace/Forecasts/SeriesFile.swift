import CSVReading
public import Diagnostics
public import Forecasting
import Languages

/// The series of a file with columns `series_id`, `period` and `value`.
public struct SeriesFile: Sendable {
    /// One series, gaps between its first and last period filled with absent figures.
    public struct Entry: Sendable {
        /// The series' identifier.
        public var id: String
        /// Its figures.
        public var series: TimeSeries
        /// The last period.
        public var last: SeriesPeriod
    }

    /// The series that could be read, in the order of their first rows.
    public let entries: [Entry]
    /// What was noticed; errors name rows that keep their series out.
    public let diagnostics: [Diagnostic]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - frequency: What the periods must be; detected series by series when `nil`.
    /// - Throws: `DiagnosticsError` when the file cannot be read or lacks a column.
    public init(path: String, frequency: SeriesFrequency? = nil) throws(DiagnosticsError) {
        var builder: SeriesBuilder?
        var reader = try Self.reading { () throws(CSVReadingError) in
            try CSVRecordReader(path: path, displayName: path, encoding: nil, delimiter: nil)
        }
        while let record = try Self.next(from: &reader) {
            if record.isBlank { continue }
            let cells = try Self.reading { () throws(CSVReadingError) in try record.texts() }
            if builder == nil {
                builder = try SeriesBuilder(header: cells, position: record.position(), frequency: frequency)
            } else {
                builder?.append(cells, of: record)
            }
        }
        guard let builder else {
            throw DiagnosticsError(
                Diagnostic(
                    code: "forecast.empty-file", position: SourcePosition(file: path),
                    message: BilingualText(ja: "ファイルが空です。", en: "The file is empty.")))
        }
        let result = builder.result()
        entries = result.entries
        diagnostics = result.diagnostics
    }

    private static func reading<Result: ~Copyable>(
        _ body: () throws(CSVReadingError) -> Result
    ) throws(DiagnosticsError) -> Result {
        do throws(CSVReadingError) {
            return try body()
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
    }

    private static func next(from reader: inout CSVRecordReader) throws(DiagnosticsError) -> CSVRecord? {
        do throws(CSVReadingError) {
            return try reader.next()
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
    }
}
