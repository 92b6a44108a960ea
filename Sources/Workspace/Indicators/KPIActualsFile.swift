import ByteStreams
import CSVReading
public import Diagnostics
public import Ingestion
import Languages
import VisitorLedger
public import VisitorMetrics
import VisitorModel

/// Actual values of indicators as they stand in `kpi-actuals.csv`: one row an indicator and year.
///
/// Indicators differ in unit and each row brings its own evidence, so they are kept in one readable table rather than
/// in the ledger of counts. The table is added to, never rewritten: a later row for the same indicator and year
/// replaces the earlier one, which stays as its history. Every row is accepted, held or ignored.
public struct KPIActualsFile: Sendable {
    /// A value that a later row replaced.
    public struct Replaced: Sendable, Hashable {
        /// The indicator.
        public let indicator: String
        /// The earlier row.
        public let earlier: IndicatorActual
        /// The row that stands.
        public let later: IndicatorActual
    }

    /// The values that stand, by indicator.
    public private(set) var actuals: [String: [IndicatorActual]] = [:]
    /// The values that were replaced.
    public private(set) var replaced: [Replaced] = []
    /// What became of every row.
    public private(set) var account = RowAccount()
    /// What is wrong with the rows that are held, and what else is worth saying.
    public private(set) var diagnostics: [Diagnostic] = []

    /// No file: nothing is reported.
    init() {}

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - displayName: The name for messages.
    ///   - catalogue: The indicators a row may be about.
    ///   - asOf: What was known at a moment: rows reported later are set aside.
    /// - Throws: `DiagnosticsError` when the file cannot be read or has no header.
    init(
        path: String, displayName: String, catalogue: IndicatorCatalogue, asOf: Timestamp? = nil
    ) throws(DiagnosticsError) {
        var cells: [(texts: [String], position: SourcePosition)] = []
        let hash: String
        do throws(CSVReadingError) {
            var reader = try CSVRecordReader(path: path, displayName: displayName, encoding: nil, delimiter: 0x2C)
            hash = reader.hash.hexadecimal
            while let record = try reader.next() {
                let texts = try record.texts()
                // Notes and blank lines are for people.
                if record.isBlank || texts.first?.hasPrefix("#") ?? true { continue }
                cells.append((texts, record.position()))
            }
        } catch {
            throw DiagnosticsError(error.diagnostic)
        }
        guard let first = cells.first, let header = KPIActualRow.Header(first.texts) else {
            throw DiagnosticsError(.noHeader(displayName))
        }
        let parser = KPIActualRow.Parser(header: header, catalogue: catalogue, file: displayName, sha256: hash)
        for (texts, position) in cells.dropFirst() { take(parser.row(texts, at: position), asOf: asOf) }
        for (indicator, values) in actuals { actuals[indicator] = values.sorted { $0.year < $1.year } }
    }

    private mutating func take(_ row: KPIActualRow, asOf: Timestamp?) {
        account.countRead()
        diagnostics += row.diagnostics
        guard let entry = row.entry else { return account.hold() }
        if let asOf, let reported = entry.reportedOn, asOf < reported {
            return account.ignore(because: .reportedLater)
        }
        account.accept()
        let values = actuals[entry.indicator] ?? []
        if let index = values.firstIndex(where: { $0.period == entry.actual.period }) {
            let earlier = values[index]
            if earlier.value != entry.actual.value {
                replaced.append(Replaced(indicator: entry.indicator, earlier: earlier, later: entry.actual))
            }
            actuals[entry.indicator]?[index] = entry.actual
        } else {
            actuals[entry.indicator, default: []].append(entry.actual)
        }
    }
}

extension BilingualText {
    fileprivate static let reportedLater = BilingualText(
        ja: "その時点より後に報告された行", en: "reported after that moment")
}
