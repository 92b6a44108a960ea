import ByteStreams
import FoundationEssentials
import Synchronization
import VisitorLedger

/// What was forecast before, looked up by the hash of everything it depends on.
///
/// It lies in the ledger's file and is no part of its history. Nothing is believed for being there: a row whose bytes do
/// not have their hash, or do not say that they belong to its key, is worked out again, and so is everything when the
/// program was built anew. Where the file cannot be written, or somebody else writes it, nothing is kept.
final class ForecastShelf: Sendable {
    private struct State {
        /// Opened when it is first asked; `.some(nil)` when it cannot be.
        var ledger: Ledger??
        /// Worked out since, not yet written.
        var pending: [String: StoredForecast] = [:]
    }

    private let path: String
    private let clock: @Sendable () -> Timestamp
    private let edition: String?
    private let state = Mutex(State())

    /// A shelf in a ledger's file.
    ///
    /// - Parameter edition: Which build of the program works things out; `nil` to keep nothing.
    init(
        path: String, clock: @escaping @Sendable () -> Timestamp, edition: String? = ProgramStamp.current
    ) {
        self.path = path
        self.clock = clock
        self.edition = edition
    }

    /// The forecast of an input: as it was kept, or else worked out and kept.
    func forecast<Forecast: KeptForecast, Failure: Error>(
        of input: ForecastInput, orElse workOut: (ForecastInput) throws(Failure) -> Forecast
    ) throws(Failure) -> Forecast {
        guard let key = key(of: input, kind: Forecast.kind) else { return try workOut(input) }
        if let kept: Forecast = content(for: key).flatMap({ Self.read($0, key: key) }) { return kept }
        let made = try workOut(input)
        var writer = ByteWriter()
        writer.write(key)
        made.write(to: &writer)
        let bytes = writer.bytes
        let kept = StoredForecast(key: key, sha256: ContentHash(of: bytes).hexadecimal, content: bytes)
        state.withLock { $0.pending[key] = kept }
        return made
    }

    /// Writes what was worked out into the ledger, unless that would mean waiting for somebody.
    func flush() {
        let pending = state.withLock { state in
            defer { state.pending = [:] }
            return state.pending.values.sorted { $0.key < $1.key }
        }
        guard !pending.isEmpty, FileManager.default.fileExists(atPath: path) else { return }
        try? Ledger.openExisting(path: path, busyTimeoutInSeconds: 0, clock: clock).store(pending)
    }

    private func key(of input: ForecastInput, kind: String) -> String? {
        edition.map { ContentHash(of: Array("\(kind)\n\($0)\n\(input.hash)".utf8)).hexadecimal }
    }

    private func content(for key: String) -> [UInt8]? {
        let (pending, ledger) = state.withLock { state in
            if state.ledger == nil { state.ledger = .some(try? Ledger.openReadOnly(path: path)) }
            return (state.pending[key], state.ledger ?? nil)
        }
        guard let row = pending ?? (try? ledger?.storedForecast(key)), Self.isSound(row) else { return nil }
        return row.content
    }

    /// Whether a kept row is what was kept.
    static func isSound(_ row: StoredForecast) -> Bool { ContentHash(of: row.content).hexadecimal == row.sha256 }

    private static func read<Forecast: KeptForecast>(_ bytes: [UInt8], key: String) -> Forecast? {
        var reader = ByteReader(bytes)
        guard reader.text() == key, let forecast = Forecast(from: &reader), reader.isAtEnd else { return nil }
        return forecast
    }
}

/// Which build of the program is running: what one build worked out is not taken for another's.
enum ProgramStamp {
    /// Size and time of the program's file; `nil` where it cannot be found, as when it was replaced while running.
    static let current: String? = {
        let files = FileManager.default
        let linked = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        guard let path = linked ?? CommandLine.arguments.first, path.contains("/"),
            let attributes = try? files.attributesOfItem(atPath: path), let size = attributes[.size],
            let time = attributes[.modificationDate] as? Date
        else { return nil }
        return "\(Workspace.product) \(size) \(time.timeIntervalSince1970)"
    }()
}
