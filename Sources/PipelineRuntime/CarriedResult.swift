import ByteStreams
import Diagnostics
public import Ingestion
import Languages
import VisitorModel

/// A result in a form that can be sent from one machine to another and is the same result there.
public struct CarriedResult: Codable, Sendable {
    private struct Carried: Codable {
        var measure, place, vintage, period, origin, stay, status: String
        var market: String?
        var coefficient: Int64?
        var fractionDigits: Int?
        var rounding: Int
        var unit: StatisticalUnit
        /// First row, last row, rows, held rows, rounding of the sum.
        var rows: [Int]
        var column, line: Int?
        var path: String?
    }

    private struct Held: Codable {
        var diagnostics: [Diagnostic]
        var rawText: String
    }

    private struct Ignored: Codable {
        var reason: BilingualText
        var rows: Int
    }

    /// What was carried is no result.
    public struct Damaged: Error {}

    private var observations: [Carried]
    private var read, accepted, held: Int
    private var ignored: [Ignored]
    private var heldRows: [Held]
    private var notes: [Diagnostic]
    private var unkeptNoteCount: Int
    private var truncation: Diagnostic?
    private var hash: ContentHash
    /// The size of the file that was read, in bytes.
    public let byteCount: Int

    /// Packs a result.
    public init(_ result: PipelineResult) {
        let outcome = result.outcome
        observations = result.observations.map(Self.packed)
        (read, accepted, held) = (outcome.account.read, outcome.account.accepted, outcome.account.held)
        ignored = outcome.account.ignored.map { Ignored(reason: $0.reason, rows: $0.rows) }
        heldRows = outcome.held.map { Held(diagnostics: $0.diagnostics, rawText: $0.rawText) }
        notes = outcome.notes
        unkeptNoteCount = outcome.unkeptNoteCount
        truncation = outcome.truncation
        hash = outcome.hash
        byteCount = outcome.byteCount
    }

    /// Unpacks the result of a file.
    ///
    /// - Throws: ``Damaged``.
    public func result(of file: SourceFile) throws(Damaged) -> PipelineResult {
        var outcome = IngestionOutcome(hash: hash, byteCount: byteCount)
        outcome.account.countRead(read)
        outcome.account.accept(accepted + held)
        outcome.account.holdAccepted(held)
        for one in ignored { outcome.account.ignore(one.rows, because: one.reason) }
        outcome.held = heldRows.map { HeldEntry(diagnostics: $0.diagnostics, rawText: $0.rawText) }
        outcome.notes = notes
        outcome.unkeptNoteCount = unkeptNoteCount
        outcome.truncation = truncation
        var unpacked: [Observation] = []
        for one in observations { unpacked.append(try Self.unpacked(one)) }
        return PipelineResult(file: file, observations: unpacked, outcome: outcome)
    }

    private static func packed(_ observation: Observation) -> Carried {
        let (series, origin) = (observation.series, observation.provenance)
        return Carried(
            measure: series.measure, place: series.place, vintage: series.vintage, period: observation.period.id,
            origin: series.segment.origin.rawValue, stay: series.segment.stay.rawValue,
            status: observation.value.status.rawValue, market: series.segment.market,
            coefficient: observation.value.number?.coefficient,
            fractionDigits: observation.value.number?.fractionDigits,
            rounding: observation.value.roundingHalfWidth, unit: observation.unit,
            rows: [origin.firstRow, origin.lastRow, origin.rowCount, origin.heldCount, origin.roundingHalfWidth],
            column: origin.column, line: origin.line, path: origin.path)
    }

    private static func unpacked(_ carried: Carried) throws(Damaged) -> Observation {
        guard let period = Period(id: carried.period), let origin = Segment.Origin(rawValue: carried.origin),
            let stay = Segment.Stay(rawValue: carried.stay), let status = ObservationStatus(rawValue: carried.status),
            carried.rows.count == 5
        else { throw Damaged() }
        var value = ObservedValue(absent: status)
        if let coefficient = carried.coefficient {
            guard status.hasValue,
                let number = ExactDecimal(coefficient: Int128(coefficient), fractionDigits: carried.fractionDigits ?? 0)
            else { throw Damaged() }
            value = ObservedValue(number, status: status, roundingHalfWidth: carried.rounding)
        } else if status.hasValue {
            throw Damaged()
        }
        var provenance = Provenance(
            row: carried.rows[0], column: carried.column, line: carried.line, path: carried.path)
        provenance.lastRow = carried.rows[1]
        provenance.rowCount = carried.rows[2]
        provenance.heldCount = carried.rows[3]
        provenance.roundingHalfWidth = carried.rows[4]
        return Observation(
            series: SeriesKey(
                measure: carried.measure, place: carried.place,
                segment: Segment(origin: origin, market: carried.market, stay: stay), vintage: carried.vintage),
            period: period, value: value, unit: carried.unit, provenance: provenance)
    }
}
