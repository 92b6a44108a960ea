import Languages
import Testing
import VisitorModel

@testable import VisitorLedger

struct LedgerRevisionTests {
    @Test func `a changed value is a revision that keeps the old one`() throws {
        let fixture = try LedgerFixture()
        fixture.setDay("2019-04-10")
        try fixture.load([visitors(1_000), visitors("akiyoshidai", 50)], file: "a.csv")
        fixture.setDay("2019-05-10")
        let second = try fixture.load(
            [visitors(1_234), visitors("akiyoshidai", 50), visitors("taisho-do", 9)], file: "b.csv")
        #expect(second.load.newKeys == 1 && second.load.unchangedKeys == 1 && second.load.revisedKeys == 1)
        #expect(
            second.revisions == [
                Revision(
                    series: try visitors(1).series, period: try visitors(1).period, unit: .personSpots,
                    old: .init(value: ObservedValue(1_000), load: 1, fileName: "a.csv"),
                    new: .init(value: ObservedValue(1_234), load: 2, fileName: "b.csv"))
            ])
        let history = try fixture.ledger.revisions(of: visitors(1).series, period: visitors(1).period)
        #expect(history.map(\.observation.value.number) == [1_000, 1_234])
        #expect(history.map(\.fileName) == ["a.csv", "b.csv"])
        #expect(try fixture.ledger.loads().map(\.revisedKeys) == [0, 1])
    }

    @Test func `a firmer status is a revision, too`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors("akiyoshi-do", "2019-03", 1_000, status: .preliminary)])
        let second = try fixture.load([visitors("akiyoshi-do", "2019-03", 1_000, status: .final)])
        #expect(second.load.revisedKeys == 1)
        #expect(second.revisions.first?.new?.value.status == .final)
    }

    @Test func `withdrawing a load brings the former value back`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000), visitors("akiyoshidai", 50)], file: "a.csv")
        try fixture.load([visitors(9_999), visitors("akiyoshidai", 50), visitors("taisho-do", 9)], file: "wrong.csv")
        let result = try fixture.ledger.withdraw(load: 2, reason: "別の月のファイルでした", by: "田中")
        #expect(result.restoredKeys == 1 && result.vanishedKeys == 1 && result.unchangedKeys == 1)
        #expect(result.revisions.map(\.new?.fileName) == ["a.csv", nil])
        #expect(result.revisions.map(\.old.value.number) == [9_999, 9])
        #expect(result.load.withdrawal?.by == "田中")
        #expect(try fixture.values() == ["akiyoshi-do 2019-03 1000", "akiyoshidai 2019-03 50"])
        let history = try fixture.ledger.revisions(of: visitors(1).series, period: visitors(1).period)
        #expect(history.map { $0.withdrawal?.reason } == [nil, "別の月のファイルでした"])
    }

    @Test func `withdrawing an early load does not touch what a later one settled`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000)], file: "a.csv")
        try fixture.load([visitors(2_000)], file: "b.csv")
        let result = try fixture.ledger.withdraw(load: 1, reason: "x", by: "y")
        #expect(result.restoredKeys == 0 && result.vanishedKeys == 0 && result.revisions.isEmpty)
        #expect(try fixture.values() == ["akiyoshi-do 2019-03 2000"])
        #expect(try fixture.ledger.withdraw(load: 2, reason: "x", by: "y").vanishedKeys == 1)
        #expect(try fixture.values().isEmpty)
        let third = try fixture.load([visitors(3_000)], file: "c.csv")
        #expect(third.load.newKeys == 1 && third.revisions.isEmpty)
    }

    @Test func `an unknown load or one already withdrawn is a clear error`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors(1_000)])
        #expect(code { _ = try fixture.ledger.withdraw(load: 7, reason: "x", by: "y") } == .unknownLoad)
        _ = try fixture.ledger.withdraw(load: 1, reason: "x", by: "y")
        do {
            _ = try fixture.ledger.withdraw(load: 1, reason: "x", by: "y")
            Issue.record("should have failed")
        } catch {
            #expect(error.code == .alreadyWithdrawn)
            #expect(error.message.en == "Load 1 was already withdrawn at 2019-04-01T12:00:00Z.")
        }
    }

    @Test func `any earlier state can be seen, before and after a revision and a withdrawal`() throws {
        let fixture = try LedgerFixture()
        fixture.setDay("2019-04-10")
        try fixture.load([visitors(1_000)], file: "a.csv")
        fixture.setDay("2019-05-10")
        try fixture.load([visitors(2_000)], file: "b.csv")
        fixture.setDay("2019-06-10")
        _ = try fixture.ledger.withdraw(load: 2, reason: "x", by: "y")
        #expect(try fixture.values(asOf: "2019-04-09").isEmpty)
        #expect(try fixture.values(asOf: "2019-04-10") == ["akiyoshi-do 2019-03 1000"])
        #expect(try fixture.values(asOf: "2019-05-09") == ["akiyoshi-do 2019-03 1000"])
        #expect(try fixture.values(asOf: "2019-05-10") == ["akiyoshi-do 2019-03 2000"])
        #expect(try fixture.values(asOf: "2019-06-09") == ["akiyoshi-do 2019-03 2000"])
        #expect(try fixture.values(asOf: "2019-06-10") == ["akiyoshi-do 2019-03 1000"])
        let may = try #require(Timestamp("2019-05-31"))
        #expect(try fixture.ledger.loads(asOf: may).map { $0.withdrawal == nil } == [true, true])
        #expect(try fixture.ledger.loads().map { $0.withdrawal == nil } == [true, false])
        #expect(
            try fixture.ledger.revisions(
                of: visitors(1).series, period: visitors(1).period, asOf: Timestamp("2019-04-30")
            )
            .count == 1)
    }

    @Test func `a thousand revisions are listed and all are counted`() throws {
        let fixture = try LedgerFixture()
        try fixture.load((1...1_200).map { try visitors("place-\($0)", 10) })
        let second = try fixture.load((1...1_200).map { try visitors("place-\($0)", 11) })
        #expect(second.load.revisedKeys == 1_200)
        #expect(second.revisions.count == 1_000)
        #expect(second.revisions.first?.series.place == "place-1")
        try fixture.ledger.checkIntegrity()
    }
}

struct LedgerHistoryTests {
    @Test func `histories of many counts are those asked for one by one, whether changed, withdrawn or neither`() throws {
        let fixture = try LedgerFixture()
        fixture.setDay("2019-04-10")
        try fixture.load(
            [visitors("cave", 10), visitors("plateau", 20), visitors("museum", 30), visitors("cave", "2019-02", 7)],
            file: "a.csv")
        fixture.setDay("2019-05-10")
        try fixture.load([visitors("cave", 11), visitors("museum", 31)], file: "b.csv")
        fixture.setDay("2019-06-10")
        try fixture.load([visitors("museum", 99)], file: "wrong.csv")
        _ = try fixture.ledger.withdraw(load: 3, reason: "x", by: "y")
        for moment in [nil, Timestamp("2019-04-20T00:00:00Z"), Timestamp("2019-06-01T00:00:00Z")] {
            let counts = try fixture.ledger.observations(asOf: moment)
            #expect(counts.count == 4)
            let single = try counts.map {
                try fixture.ledger.revisions(of: $0.observation.series, period: $0.observation.period, asOf: moment)
            }
            #expect(try fixture.ledger.histories(of: counts, asOf: moment) == single)
        }
        #expect(try fixture.ledger.histories(of: fixture.ledger.observations()).map(\.count) == [1, 2, 3, 1])
    }
}
