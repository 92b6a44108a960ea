import FoundationEssentials
import Languages
import Synchronization
import Testing
import VisitorModel

@testable import VisitorLedger

/// A ledger in a folder of its own, with a clock that stands still until it is set.
final class LedgerFixture: Sendable {
    let folder: String
    let path: String
    let ledger: Ledger
    private let now: SteppingClock

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/ledger-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = folder + "/visitors.sqlite"
        let clock = SteppingClock()
        now = clock
        ledger = try Ledger(path: path) { clock.now }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Sets the clock to noon UTC of a day.
    func setDay(_ day: String) { now.set(Timestamp(day + "T12:00:00Z")) }

    /// Another ledger object on the same file.
    func reopened(busyTimeoutInSeconds: Double = 10) throws -> Ledger {
        let clock = now
        return try Ledger(path: path, busyTimeoutInSeconds: busyTimeoutInSeconds) { clock.now }
    }

    /// Loads observations as one file whose account closes.
    @discardableResult
    func load(
        _ observations: [Observation], file: String = "counts.csv", disposition: LoadDisposition = .committed
    ) throws -> LoadResult {
        try ledger.load(.named(file)) { writer in
            try writer.append(observations)
            return LoadOutcome(.accepted(observations.count), disposition: disposition)
        }
    }

    /// The current numbers as text, in the order of the query.
    func values(_ query: ObservationQuery = ObservationQuery(), asOf: String? = nil) throws -> [String] {
        try ledger.observations(matching: query, asOf: asOf.flatMap { Timestamp($0) }).map { recorded in
            let value = recorded.observation.value
            let number = value.number?.description ?? value.status.rawValue
            return "\(recorded.observation.series.place) \(recorded.observation.period.id) \(number)"
        }
    }
}

/// A clock for tests.
final class SteppingClock: Sendable {
    private let moment = Mutex(Timestamp("2019-04-01T12:00:00Z"))

    var now: Timestamp { moment.withLock { $0 } ?? Timestamp(secondsSinceEpoch: 0) }

    func set(_ timestamp: Timestamp?) { moment.withLock { $0 = timestamp } }
}

extension LoadHeader {
    static func named(_ file: String, sha256: String? = nil, profileHash: String = "p1") -> LoadHeader {
        LoadHeader(
            pipeline: "akiyoshido", profile: "akiyoshido-monthly", profileHash: profileHash, fileName: file,
            sha256: sha256 ?? "sha-of-" + file, byteCount: 120, dataOrigin: .illustrative)
    }
}

extension LoadAccount {
    static func accepted(_ rows: Int) -> LoadAccount { LoadAccount(rowsRead: rows, rowsAccepted: rows) }
}

/// A count of visitors of a place for a period.
func visitors(
    _ place: String, _ period: String, _ number: ExactDecimal, status: ObservationStatus = .reported,
    measure: String = "visitors", segment: Segment = .all, unit: StatisticalUnit = .personSpots, vintage: String = ""
) throws -> Observation {
    Observation(
        series: SeriesKey(measure: measure, place: place, segment: segment, vintage: vintage),
        period: try #require(Period(id: period)), value: ObservedValue(number, status: status), unit: unit,
        provenance: Provenance(row: 2, column: 3))
}

/// A count of a place in March 2019.
func visitors(_ place: String, _ number: ExactDecimal, segment: Segment = .all) throws -> Observation {
    try visitors(place, "2019-03", number, segment: segment)
}

/// A count of Akiyoshi-do in March 2019.
func visitors(_ number: ExactDecimal, unit: StatisticalUnit = .personSpots, row: Int = 2) throws -> Observation {
    var observation = try visitors("akiyoshi-do", "2019-03", number, unit: unit)
    observation.provenance = Provenance(row: row, column: 3)
    return observation
}

/// What a ledger's refusal is called.
func code(of work: () throws -> Void) -> LedgerError.Code? {
    do {
        try work()
        return nil
    } catch {
        return (error as? LedgerError)?.code
    }
}
