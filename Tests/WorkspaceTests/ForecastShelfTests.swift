import Forecasting
import FoundationEssentials
import Synchronization
import Testing
import VisitorLedger
import VisitorModel

@testable import Workspace

/// Forecasts kept in the ledger: read only when nothing has changed, and never trusted for being there.
struct ForecastShelfTests {
    /// A ledger in a folder of its own.
    private final class Fixture {
        let folder = FileManager.default.temporaryDirectory.path + "/shelf-" + UUID().uuidString
        var path: String { folder + "/visitors.sqlite" }

        init() throws {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            _ = try Ledger(path: path, clock: Self.clock)
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        static let clock: @Sendable () -> Timestamp = { Timestamp(secondsSinceEpoch: 1_550_000_000) }

        /// What a new shelf, as in another run of the program, answers; and whether it worked it out.
        func ask(_ input: ForecastInput, edition: String? = "a") -> (counts: [Double], isWorkedOut: Bool) {
            let shelf = ForecastShelf(path: path, clock: Self.clock, edition: edition)
            let worked = Mutex(false)
            let forecast = try? shelf.forecast(of: input) { input throws(ForecastingError) in
                worked.withLock { $0 = true }
                return try PartForecast(input)
            }
            shelf.flush()
            return (forecast?.counts ?? [], worked.withLock { $0 })
        }

        func rows() throws -> [StoredForecast] {
            var rows: [StoredForecast] = []
            try Ledger.openReadOnly(path: path).eachStoredForecast { rows.append($0) }
            return rows
        }
    }

    @Test func `the second run reads what the first worked out, to the last bit`() throws {
        let fixture = try Fixture()
        let input = try ForecastInputTests.input()
        let first = fixture.ask(input)
        let second = fixture.ask(input)
        #expect(first.isWorkedOut && !second.isWorkedOut)
        #expect(first.counts.map(\.bitPattern) == second.counts.map(\.bitPattern))
        #expect(first.counts.count == 9)
    }

    @Test func `a changed count, or another build of the program, never reads an old forecast`() throws {
        let fixture = try Fixture()
        let input = try ForecastInputTests.input()
        let old = fixture.ask(input)
        var changed = input
        for (index, factor) in [(35, 3.0), (0, 1.5), (20, 0.5)] {
            changed.entries[index].lesson = (input.entries[index].lesson ?? 0) * factor
            let new = fixture.ask(changed)
            #expect(new.isWorkedOut && new.counts != old.counts)
            #expect(try new.counts == PartForecast(changed).counts)
        }
        #expect(fixture.ask(input, edition: "b").isWorkedOut)
        #expect(fixture.ask(input, edition: nil).isWorkedOut)
    }

    @Test func `a row that was damaged or exchanged is worked out again`() throws {
        let fixture = try Fixture()
        let input = try ForecastInputTests.input()
        let sound = fixture.ask(input)
        let row = try #require(try fixture.rows().first)
        let ledger = try Ledger(path: fixture.path, clock: Fixture.clock)
        // A bit that turned over.
        var damaged = row
        damaged.content[damaged.content.count - 3] ^= 1
        try ledger.store([damaged])
        #expect(!ForecastShelf.isSound(damaged))
        #expect(fixture.ask(input).isWorkedOut)
        #expect(try fixture.rows() == [row])
        // Another forecast's bytes, whole, under this key.
        var other = input
        other.seed = 2
        other.entries[35].lesson = 9_000
        #expect(fixture.ask(other).isWorkedOut)
        var exchanged = try #require(try fixture.rows().last)
        exchanged.key = row.key
        try ledger.store([exchanged])
        let again = fixture.ask(input)
        #expect(again.isWorkedOut && again.counts == sound.counts)
    }

    @Test func `a whole's futures and record come back as they were`() throws {
        let input = try ForecastInputTests.input()
        let made = try WholeForecast(input)
        #expect(made.paths.count == 2_000 && made.paths.horizon == 9)
        var writer = ByteWriter()
        made.write(to: &writer)
        var reader = ByteReader(writer.bytes)
        #expect(WholeForecast(from: &reader) == made && reader.isAtEnd)
    }

    @Test func `bytes cut off anywhere are refused and stop nothing`() throws {
        var writer = ByteWriter()
        PartForecast(counts: [1, 2, 3]).write(to: &writer)
        for length in 0..<writer.bytes.count {
            var reader = ByteReader(Array(writer.bytes.prefix(length)))
            #expect(PartForecast(from: &reader) == nil)
        }
        var endless = ByteReader(Array(repeating: 0xFF, count: 64))
        #expect(endless.doubles() == nil && endless.text() == nil)
    }

    @Test func `where there is no ledger nothing is kept and no file is made`() throws {
        let path = FileManager.default.temporaryDirectory.path + "/none-" + UUID().uuidString
        let shelf = ForecastShelf(path: path, clock: Fixture.clock, edition: "a")
        let forecast = try shelf.forecast(of: try ForecastInputTests.input()) { input throws(ForecastingError) in
            try PartForecast(input)
        }
        shelf.flush()
        #expect(forecast.counts.count == 9)
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
