import Diagnostics
import Languages
import Testing
import VisitorModel

@testable import VisitorLedger

struct LoadSessionTests {
    @Test func `batches of asynchronous code become one load`() async throws {
        let fixture = try LedgerFixture()
        let session = try await fixture.ledger.beginLoad(.named("a.csv"))
        try await session.append([visitors(1_000)])
        await Task.yield()
        try await session.append([visitors("akiyoshi-do", "2019-04", 900)])
        #expect(try fixture.ledger.loads().isEmpty)
        let result = try await session.commit(LoadOutcome(.accepted(2)))
        #expect(result.load.newKeys == 2)
        #expect(try fixture.values() == ["akiyoshi-do 2019-03 1000", "akiyoshi-do 2019-04 900"])
        await #expect(throws: LedgerError.loadEnded) { try await session.append([]) }
    }

    @Test func `a session rolled back or dropped leaves nothing and frees the ledger`() async throws {
        let fixture = try LedgerFixture()
        let session = try await fixture.ledger.beginLoad(.named("a.csv"))
        try await session.append([visitors(1_000)])
        session.rollback()
        session.rollback()
        do {
            let dropped = try await fixture.ledger.beginLoad(.named("b.csv"))
            try await dropped.append([visitors(1_000)])
        }
        #expect(try fixture.ledger.counts().series == 0)
        try fixture.load([visitors(5)])
        #expect(try fixture.values() == ["akiyoshi-do 2019-03 5"])
    }

    @Test func `a copy taken while a load is open holds the state before it, and the load goes on`() async throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000)])
        let session = try await fixture.ledger.beginLoad(.named("b.csv"))
        try await session.append([visitors(2_000)])
        try Ledger.copy(from: fixture.path, to: fixture.folder + "/copy.sqlite")
        let copy = try Ledger(path: fixture.folder + "/copy.sqlite") { Timestamp(secondsSinceEpoch: 0) }
        #expect(try copy.observations().compactMap(\.observation.value.number) == [1_000])
        // Nothing in the copy was recorded later, though its clock stands at 1970.
        #expect(try copy.nextMoment() == copy.loads().last?.recordedAt)
        #expect(try await session.commit(LoadOutcome(.accepted(1))).load.revisedKeys == 1)
        #expect(try fixture.values() == ["akiyoshi-do 2019-03 2000"])
    }

    @Test func `an error ends the session`() async throws {
        let fixture = try LedgerFixture()
        let session = try await fixture.ledger.beginLoad(.named("a.csv"))
        let twice = try [visitors(1), visitors(2)]
        await #expect { try await session.append(twice) } throws: { ($0 as? LedgerError)?.code == .duplicateKey }
        await #expect(throws: LedgerError.loadEnded) { _ = try await session.commit(LoadOutcome(.accepted(1))) }
        #expect(try fixture.ledger.loads().isEmpty)
    }

    @Test func `a cancelled task leaves nothing`() async throws {
        let fixture = try LedgerFixture()
        let session = try await fixture.ledger.beginLoad(.named("a.csv"))
        let observations = try [visitors(1)]
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            try await session.append(observations)
        }
        task.cancel()
        await #expect { try await task.value } throws: { ($0 as? LedgerError)?.code == .cancelled }
        #expect(try fixture.ledger.counts().observations == 0)
        try fixture.load([visitors(5)])
    }

    @Test func `many tasks may append to one session`() async throws {
        let fixture = try LedgerFixture()
        let session = try await fixture.ledger.beginLoad(.named("a.csv"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for place in 0..<20 {
                let batch = try (1...12).map { try visitors("place-\(place)", "2018-\($0 < 10 ? "0" : "")\($0)", 10) }
                group.addTask { try await session.append(batch) }
            }
            try await group.waitForAll()
        }
        #expect(try await session.commit(LoadOutcome(.accepted(240))).load.newKeys == 240)
    }

    @Test func `a busy ledger is waited for, then given up`() async throws {
        let fixture = try LedgerFixture()
        let other = try fixture.reopened(busyTimeoutInSeconds: 0.05)
        let session = try await fixture.ledger.beginLoad(.named("a.csv"))
        await #expect { try await other.beginLoad(.named("b.csv")) } throws: {
            ($0 as? LedgerError)?.code == .busy
        }
        session.rollback()
    }
}
