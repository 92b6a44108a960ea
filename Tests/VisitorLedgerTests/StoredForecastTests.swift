import FoundationEssentials
import GRDB
import Testing
import VisitorModel

@testable import VisitorLedger

/// The store of forecasts: kept beside the history, never part of it.
struct StoredForecastTests {
    private func kept(_ digit: String, bytes: Int = 3) -> StoredForecast {
        StoredForecast(
            key: String(repeating: digit, count: 64), sha256: String(repeating: "0", count: 64),
            content: Array(repeating: 7, count: bytes))
    }

    @Test func `what is kept is found again, and can be forgotten`() throws {
        let fixture = try LedgerFixture()
        try fixture.ledger.store([kept("a"), kept("b")])
        let reader = try Ledger.openReadOnly(path: fixture.path)
        #expect(try reader.storedForecast(kept("a").key) == kept("a"))
        #expect(try reader.storedForecast(kept("c").key) == nil)
        // The same key again is the same forecast, made anew.
        try fixture.ledger.store([kept("a", bytes: 5)])
        #expect(try reader.storedForecast(kept("a").key)?.content.count == 5)
        #expect(try fixture.ledger.forgetStoredForecasts() == 2)
        #expect(try reader.storedForecast(kept("a").key) == nil)
    }

    @Test func `the oldest go when there are too many`() throws {
        let fixture = try LedgerFixture()
        let third = Ledger.storedForecastLimitInBytes / 3 + 1
        for digit in ["a", "b", "c", "d"] { try fixture.ledger.store([kept(digit, bytes: third)]) }
        #expect(try fixture.ledger.storedForecast(kept("b").key) == nil)
        #expect(try fixture.ledger.storedForecast(kept("c").key) != nil)
        #expect(try fixture.ledger.storedForecast(kept("d").key) != nil)
    }

    @Test func `a reader keeps nothing and a ledger in use is not waited for`() throws {
        let fixture = try LedgerFixture()
        let reader = try Ledger.openReadOnly(path: fixture.path)
        #expect(code { try reader.store([kept("a")]) } == .readOnly)
        let writer = try DatabaseQueue(path: fixture.path)
        try writer.inDatabase { db in
            try db.inTransaction(.immediate) {
                let impatient = try fixture.reopened(busyTimeoutInSeconds: 0)
                #expect(code { try impatient.store([kept("a")]) } == .busy)
                return .rollback
            }
        }
    }

    @Test func `a backup carries the store, and a rescue does without it`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([try visitors(5)])
        try fixture.ledger.store([kept("a")])
        let copy = try fixture.ledger.backup(to: fixture.folder + "/copy.sqlite")
        #expect(try Ledger.openReadOnly(path: copy.path).storedForecast(kept("a").key) == kept("a"))
        let saved = try LedgerRescue(from: fixture.path, into: fixture.folder + "/rescued")
        #expect(try Ledger.openReadOnly(path: saved.ledgerPath).storedForecast(kept("a").key) == nil)
        #expect(saved.observations == 1)
    }
}
