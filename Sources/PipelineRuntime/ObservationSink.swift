import Diagnostics
import Ingestion
import Languages
import PipelineDefinition
import Tables
import VisitorModel

/// Makes observations of a pipeline's result and finds numbers that contradict one another.
///
/// Observations of one file are kept in memory until its end, since the last row may contradict the first; what may
/// be kept is limited, and a pipeline that gives more is told to aggregate first.
struct ObservationSink {
    /// How many observations one file may make.
    static let observationLimit = 2_000_000

    private struct Key: Hashable {
        var series: SeriesKey
        var period: Period
    }

    private let output: LedgerOutput
    private let columns: [LedgerOutput.Role: Int]
    private let file: String
    private var observations: [Observation] = []
    private var places: [Key: Int] = [:]
    private var conflicts: Set<Int> = []
    private var contradicting: [Observation] = []
    private var repeated: [Observation] = []
    private var incomplete: [Observation] = []
    private(set) var isOverfull = false

    init(output: LedgerOutput, schema: TableSchema, file: String) {
        self.output = output
        self.file = file
        columns = output.columns.compactMapValues { schema.index(of: $0) }
    }

    /// Takes in a batch of the pipeline's result.
    mutating func take(_ batch: RecordBatch) {
        for row in 0..<batch.rowCount {
            guard let observation = observation(from: batch, row: row) else { continue }
            if observation.value.status == .held {
                // All rows held: the holds say it. Some held: the sum would pass for whole.
                if observation.provenance.heldCount < observation.provenance.rowCount { incomplete.append(observation) }
                continue
            }
            add(observation)
        }
    }

    private mutating func add(_ observation: Observation) {
        let key = Key(series: observation.series, period: observation.period)
        guard let place = places[key] else {
            guard observations.count < Self.observationLimit else {
                isOverfull = true
                return
            }
            places[key] = observations.count
            observations.append(observation)
            return
        }
        if observations[place].value == observation.value, !conflicts.contains(place) {
            repeated.append(observation)
        } else {
            conflicts.insert(place)
            contradicting.append(observation)
        }
    }

    /// The observation a row makes; where the output names no value, a row counts for one.
    func observation(from batch: RecordBatch, row: Int) -> Observation? {
        func cell(_ role: LedgerOutput.Role) -> CellValue? { columns[role].map { batch.columns[$0][row] } }
        guard let place = cell(.place)?.text, let period = cell(.period)?.period else { return nil }
        let value = cell(.value) ?? .number(1)
        let origin = batch.origins[row]
        let segment = Segment(
            origin: cell(.origin)?.text.flatMap { Segment.Origin(rawValue: $0) } ?? .all, market: cell(.market)?.text,
            stay: cell(.stay)?.text.flatMap { Segment.Stay(rawValue: $0) } ?? .all)
        let status = cell(.status)?.text.flatMap { ObservationStatus(rawValue: $0) } ?? .reported
        let observed: ObservedValue
        if let number = value.number {
            observed = ObservedValue(number, status: status, roundingHalfWidth: origin.roundingHalfWidth)
        } else {
            observed = ObservedValue(absent: value.absence ?? .notReported)
        }
        return Observation(
            series: SeriesKey(
                measure: output.measure, place: place, segment: segment, vintage: cell(.vintage)?.text ?? ""),
            period: period, value: observed, unit: output.unit, provenance: origin)
    }

    /// Ends the file: what is sound is given out, what contradicts itself is held, and the account follows.
    mutating func finish(_ outcome: inout IngestionOutcome) -> [Observation] {
        for observation in repeated {
            outcome.account.ignoreAccepted(observation.acceptedRows, because: Reason.repeated)
            outcome.note(.repeated(observation, at: position(of: observation)))
        }
        let doubted = conflicts.sorted().map { observations[$0] } + contradicting
        for observation in doubted.sorted(by: { $0.provenance.firstRow < $1.provenance.firstRow }) {
            let rivals = doubted.filter { $0.series == observation.series && $0.period == observation.period }
            hold(observation, because: .conflict(observation, among: rivals, at: position(of: observation)), &outcome)
        }
        for observation in incomplete {
            hold(observation, because: .heldPart(observation, at: position(of: observation)), &outcome)
        }
        return observations.indices.filter { !conflicts.contains($0) }.map { observations[$0] }
    }

    private func hold(_ observation: Observation, because diagnostic: Diagnostic, _ outcome: inout IngestionOutcome) {
        outcome.account.holdAccepted(observation.acceptedRows)
        if outcome.held.count < IngestionOutcome.heldLimit {
            outcome.held.append(HeldEntry(diagnostics: [diagnostic], rawText: observation.described))
        }
    }

    private func position(of observation: Observation) -> SourcePosition {
        let origin = observation.provenance
        if origin.line != nil {
            return SourcePosition(file: file, line: origin.line, path: origin.path)
        }
        return SourcePosition(file: file, row: origin.firstRow, column: origin.column)
    }
}

private enum Reason {
    static let repeated = BilingualText(ja: "同じ内容の繰り返し", en: "repeats another row exactly")
}

extension Observation {
    fileprivate var acceptedRows: Int { provenance.rowCount - provenance.heldCount }

    fileprivate var described: String {
        "\(series.place) \(period.id) \(series.segment.id): \(value.number?.description ?? value.status.rawValue)"
    }
}

extension Diagnostic {
    fileprivate static func repeated(_ observation: Observation, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            code: "duplicate.identical", severity: .notice, position: position, value: observation.described,
            message: BilingualText(
                ja: "同じ場所・期間・値の行がもう一つあります。一度だけ数えました。",
                en: "Another row has the same place, period and value. It is counted once."))
    }

    fileprivate static func conflict(
        _ observation: Observation, among rivals: [Observation], at position: SourcePosition
    ) -> Diagnostic {
        let rows = rivals.map { String($0.provenance.line ?? $0.provenance.firstRow) }.joined(separator: ", ")
        return Diagnostic(
            code: "duplicate.conflict", position: position,
            value: observation.value.number?.description ?? observation.value.status.rawValue,
            message: BilingualText(
                ja: "同じ場所・期間（\(observation.series.place)、\(observation.period.id)）に違う値があります（行 \(rows)）。",
                en: "The same place and period (\(observation.series.place), \(observation.period.id)) has different values (rows \(rows))."),
            remedy: BilingualText(
                ja: "どちらが正しいか提供元に確認し、正しい行だけを残してください。",
                en: "Ask the supplier which is right and keep only that row."))
    }

    fileprivate static func heldPart(_ observation: Observation, at position: SourcePosition) -> Diagnostic {
        let origin = observation.provenance
        return Diagnostic(
            code: "aggregate.held-part", position: position, value: observation.series.place + " " + observation.period.id,
            message: BilingualText(
                ja: "合計する \(origin.rowCount) 行のうち \(origin.heldCount) 行が保留中のため、合計を出しません。",
                en: "\(origin.heldCount) of the \(origin.rowCount) rows of this sum are held, so no sum is given."),
            remedy: BilingualText(
                ja: "保留の行を直したファイルを読み込むと、合計が出ます。", en: "Load a file with the held rows mended; the sum then follows."))
    }
}
