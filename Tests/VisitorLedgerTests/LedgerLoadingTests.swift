import Diagnostics
import Languages
import Testing
import VisitorModel

@testable import VisitorLedger

struct LedgerLoadingTests {
    private struct Interruption: Error {}

    @Test func `a body that throws leaves nothing and its error passes through`() throws {
        let fixture = try LedgerFixture()
        #expect(throws: Interruption.self) {
            try fixture.ledger.load(.named("a.csv")) { writer in
                try writer.append([visitors(1_000)])
                try writer.note([Diagnostic(code: "x", message: BilingualText(verbatim: "x"))])
                throw Interruption()
            }
        }
        #expect(try fixture.ledger.counts().observations == 0)
        #expect(try fixture.ledger.counts().series == 0)
        #expect(try fixture.ledger.loads().isEmpty)
        try fixture.load([visitors(1_000)])
        #expect(try fixture.ledger.loads().map(\.id) == [1])
    }

    @Test func `the same bytes under the same profile are known, a mended profile is not`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000)], file: "a.csv")
        let same = try fixture.ledger.recordedLoad(sha256: "sha-of-a.csv", pipeline: "akiyoshido", profileHash: "p1")
        #expect(same?.id == 1)
        #expect(same?.header == .named("a.csv"))
        let ledger = fixture.ledger
        #expect(try ledger.recordedLoad(sha256: "sha-of-a.csv", pipeline: "akiyoshido", profileHash: "p2") == nil)
        #expect(try ledger.recordedLoad(sha256: "sha-of-a.csv", pipeline: "other", profileHash: "p1") == nil)
        _ = try ledger.withdraw(load: 1, reason: "誤り", by: "田中")
        #expect(try ledger.recordedLoad(sha256: "sha-of-a.csv", pipeline: "akiyoshido", profileHash: "p1") == nil)
    }

    @Test func `a load that changes nothing is recorded all the same`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000), visitors("akiyoshidai", 50)], file: "a.csv")
        let second = try fixture.load([visitors(1_000), visitors("akiyoshidai", 50)], file: "b.csv")
        #expect(second.load.newKeys == 0 && second.load.unchangedKeys == 2 && second.load.revisedKeys == 0)
        #expect(second.revisions.isEmpty)
        #expect(try fixture.ledger.loads().map(\.header.fileName) == ["a.csv", "b.csv"])
    }

    @Test func `every row read must be accounted for`() throws {
        let fixture = try LedgerFixture()
        #expect(
            code {
                _ = try fixture.ledger.load(.named("a.csv")) { writer in
                    try writer.append([visitors(1_000)])
                    return LoadOutcome(LoadAccount(rowsRead: 3, rowsAccepted: 1, rowsHeld: 1))
                }
            } == .accountDoesNotClose)
        #expect(try fixture.values().isEmpty)
        let total = BilingualText(ja: "合計の行", en: "a total line")
        let account = LoadAccount(
            rowsRead: 3, rowsAccepted: 1, rowsHeld: 1, ignored: [.init(reason: total, rows: 1)])
        _ = try fixture.ledger.load(.named("a.csv")) { writer in
            try writer.append([visitors(1_000)])
            return LoadOutcome(account)
        }
        #expect(try fixture.ledger.loads().map(\.account) == [account])
    }

    @Test func `a truncated document is kept but does not count`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000)])
        let reason = BilingualText(ja: "文書が途中で終わっています。", en: "The document ends early.")
        let held = try fixture.load([visitors(7)], file: "cut.xml", disposition: .held(reason: reason))
        #expect(held.load.revisedKeys == 0 && held.revisions.isEmpty)
        #expect(try fixture.values() == ["akiyoshi-do 2019-03 1000"])
        #expect(try fixture.ledger.counts().observations == 2)
        #expect(try fixture.ledger.loads().last?.disposition == .held(reason: reason))
        #expect(try fixture.ledger.revisions(of: visitors(7).series, period: visitors(7).period).count == 1)
        #expect(try fixture.ledger.withdraw(load: 2, reason: "再送", by: "田中").vanishedKeys == 0)
    }

    @Test func `a series keeps its unit`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000)])
        do {
            try fixture.load([visitors("akiyoshidai", 3), visitors("akiyoshi-do", "2019-04", 900, unit: .personTrips)])
            Issue.record("the load should have failed")
        } catch let error as LedgerError {
            #expect(error.code == .unitMismatch)
            #expect(
                error.message.en
                    == "visitors:akiyoshi-do is kept in person-spots, but this file gives person-trips.")
        }
        #expect(try fixture.values() == ["akiyoshi-do 2019-03 1000"])
    }

    @Test func `one key twice with one value keeps the first, with two values fails`() throws {
        let fixture = try LedgerFixture()
        let result = try fixture.ledger.load(.named("a.csv")) { writer in
            try writer.append([visitors(1_000, row: 2), visitors(1_000, row: 9)])
            return LoadOutcome(.accepted(2))
        }
        #expect(result.load.newKeys == 1)
        #expect(try fixture.ledger.observations().map(\.observation.provenance.firstRow) == [2])
        #expect(code { try fixture.load([visitors(1_001), visitors(1_002)]) } == .duplicateKey)
        #expect(try fixture.values() == ["akiyoshi-do 2019-03 1000"])
    }

    @Test func `a load that failed once cannot be committed by swallowing the error`() throws {
        let fixture = try LedgerFixture()
        #expect(
            code {
                _ = try fixture.ledger.load(.named("a.csv")) { writer in
                    do { try writer.append([visitors(1), visitors(2)]) } catch {}
                    return LoadOutcome(.accepted(1))
                }
            } == .duplicateKey)
        #expect(try fixture.ledger.loads().isEmpty)
    }

    @Test func `a period that could not be read back is refused`() throws {
        let fixture = try LedgerFixture()
        var far = try visitors(1)
        far.period = .calendarYear(CalendarYear(12_019))
        #expect(code { try fixture.load([far]) } == .invalidKey)
        far.period = .fiscalYear(FiscalYear(9_999))
        #expect(code { try fixture.load([far]) } == .invalidKey)
    }

    @Test func `two ledgers on one file, a reader during a load sees the state before`() throws {
        let fixture = try LedgerFixture()
        let reader = try fixture.reopened()
        try fixture.load([visitors(1_000)])
        _ = try fixture.ledger.load(.named("b.csv")) { writer in
            try writer.append([visitors(2_000), visitors("akiyoshidai", 5)])
            #expect(try reader.observations().map(\.observation.value.number) == [1_000])
            #expect(try fixture.values() == ["akiyoshi-do 2019-03 1000"])
            return LoadOutcome(.accepted(2))
        }
        #expect(try reader.observations().map(\.observation.value.number) == [2_000, 5])
    }

    @Test func `of eight who load one file at once, one records it and seven are told`() async throws {
        let fixture = try LedgerFixture()
        let results = try await withThrowingTaskGroup(of: OnceResult.self) { group in
            for _ in 0..<8 {
                let ledger = try fixture.reopened()
                group.addTask {
                    try ledger.loadOnce(.named("counts.csv")) { writer in
                        try writer.append([visitors(1_000), visitors("akiyoshidai", 5)])
                        return LoadOutcome(.accepted(2))
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let recorded = results.compactMap { if case .loaded(let result) = $0 { result.load.id } else { nil } }
        let told = results.compactMap { if case .known(let summary) = $0 { summary.id } else { nil } }
        #expect(recorded == [1])
        #expect(told == Array(repeating: 1, count: 7))
        #expect(try fixture.ledger.loads().map(\.newKeys) == [2])
        // Once it is withdrawn, the same bytes may come again.
        _ = try fixture.ledger.withdraw(load: 1, reason: "wrong", by: "Sato")
        guard
            case .loaded = try fixture.ledger.loadOnce(.named("counts.csv"), { _ in LoadOutcome(.accepted(0)) })
        else {
            Issue.record("a withdrawn load stands in the way")
            return
        }
    }

    @Test func `a second load gives up when the first takes too long`() throws {
        let fixture = try LedgerFixture()
        let other = try fixture.reopened(busyTimeoutInSeconds: 0.05)
        try fixture.load([visitors(1_000)])
        _ = try fixture.ledger.load(.named("b.csv")) { _ in
            #expect(code { _ = try other.load(.named("c.csv")) { _ in LoadOutcome(.accepted(0)) } } == .busy)
            #expect(code { _ = try other.withdraw(load: 1, reason: "x", by: "y") } == .busy)
            return LoadOutcome(.accepted(0))
        }
        #expect(try fixture.ledger.loads().map(\.header.fileName) == ["counts.csv", "b.csv"])
    }
}
