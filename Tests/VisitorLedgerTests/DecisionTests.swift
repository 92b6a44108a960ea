import Diagnostics
import FoundationEssentials
import GRDB
import Languages
import Testing
import VisitorModel

@testable import VisitorLedger

struct DecisionTests {
    @Test func `an acknowledgement is kept with reason and name, once`() throws {
        let fixture = try LedgerFixture()
        fixture.setDay("2019-05-01")
        _ = try fixture.ledger.acknowledge("jump:visitors:a:2019-03:*=9", message: "m", reason: "festival", by: "Tanaka")
        let kept = try fixture.ledger.acknowledgements()
        #expect(kept.map(\.reason) == ["festival"])
        #expect(kept.map(\.by) == ["Tanaka"])
        #expect(kept.map(\.recordedAt.description) == ["2019-05-01T12:00:00Z"])
        #expect(
            code { _ = try fixture.ledger.acknowledge("jump:visitors:a:2019-03:*=9", message: "m", reason: "r", by: "S") }
                == .alreadyDecided)
        #expect(code { _ = try fixture.ledger.acknowledge("x", message: "m", reason: " \u{3000}", by: "S") } == .invalidKey)
        #expect(try fixture.ledger.acknowledgements(asOf: Timestamp("2019-04-30T00:00:00Z")) == [])
    }

    private func holding(_ fixture: LedgerFixture) throws -> Int {
        let result = try fixture.ledger.load(.named("a.csv")) { writer in
            try writer.hold([
                HeldRow(
                    Diagnostic(
                        code: "number.unreadable", position: SourcePosition(file: "a.csv", row: 3, column: 2), value: "1,2x",
                        message: BilingualText(ja: "読めない", en: "unreadable")))
            ])
            return LoadOutcome(LoadAccount(rowsRead: 1, rowsAccepted: 0, rowsHeld: 1))
        }
        return result.load.id
    }

    @Test func `a decision keeps old and new, and falls with the load it made`() throws {
        let fixture = try LedgerFixture()
        _ = try holding(fixture)
        let hold = try #require(try fixture.ledger.holds().first?.id)
        let corrected = try fixture.load([try visitors(12)], file: "a.csv (corrected)")
        try fixture.ledger.decide([
            HoldDecision(
                hold: hold, kind: .corrected, oldText: "1,2x", newText: "12", load: corrected.load.id,
                reason: "asked by telephone", by: "Tanaka")
        ])
        let decision = try #require(try fixture.ledger.holdDecisions()[hold])
        #expect(decision.oldText == "1,2x")
        #expect(decision.newText == "12")
        #expect(decision.by == "Tanaka")
        let again = HoldDecision(hold: hold, kind: .dismissed, reason: "r", by: "S")
        #expect(code { try fixture.ledger.decide([again]) } == .alreadyDecided)
        _ = try fixture.ledger.withdraw(load: corrected.load.id, reason: "wrong", by: "S")
        #expect(try fixture.ledger.holdDecisions() == [:])
        try fixture.ledger.decide([again])
        #expect(try fixture.ledger.holdDecisions()[hold]?.kind == .dismissed)
        #expect(code { try fixture.ledger.decide([HoldDecision(hold: 99, kind: .dismissed, reason: "r", by: "S")]) } == .unknownHold)
    }

    @Test func `a clock set back does not slip a load into the past`() throws {
        let fixture = try LedgerFixture()
        fixture.setDay("2019-05-02")
        try fixture.load([try visitors(10)], file: "a.csv")
        fixture.setDay("2019-05-01")
        let late = try fixture.load([try visitors(11)], file: "b.csv")
        #expect(late.load.recordedAt.description == "2019-05-02T12:00:00Z")
        #expect(try fixture.values(asOf: "2019-05-01T23:00:00Z") == [])
    }

    private var publication: Publication {
        Publication(
            by: "Tanaka", month: Month(id: "2019-03")!, year: CalendarYear(2019), target: nil, languages: ["ja"], formats: ["csv"], product: "dmo")
    }

    @Test func `a publication holds its state even when a load shares its second`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([try visitors(10)], file: "a.csv")
        let content = PublicationContent(
            files: [.init(name: "r.csv", sha256: String(repeating: "a", count: 64), content: [1, 0, 2])],
            figures: [.init(id: "f", value: "10", status: .reported, reported: 1, expected: 1)],
            definitions: [.init(path: "destination.yaml", text: "destination: a")],
            tables: [.init(path: "kpi-actuals.csv", content: [0x8E, 0xC0, 0, 0x0A])])
        let published = try fixture.ledger.publish(publication) { _ in content }
        try fixture.load([try visitors(11)], file: "b.csv")
        #expect(try fixture.values() == ["akiyoshi-do 2019-03 11"])
        #expect(try fixture.values(asOf: published.recordedAt.description) == ["akiyoshi-do 2019-03 10"])
        #expect(try fixture.ledger.content(ofPublication: published.id) == content)
        #expect(try fixture.ledger.loads(ofPublication: published.id).map(\.header.fileName) == ["a.csv"])
        #expect(try fixture.ledger.publications() == [published])
    }

    @Test func `a publication that fails leaves nothing`() throws {
        let fixture = try LedgerFixture()
        struct Stop: Error {}
        #expect(throws: Stop.self) { try fixture.ledger.publish(publication) { _ in throw Stop() } }
        #expect(try fixture.ledger.publications() == [])
        try fixture.load([try visitors(10)])
    }

    @Test(arguments: DecisionSchema.appendOnly + PublicationSchema.appendOnly)
    func `what was decided or published cannot be changed`(table: String) throws {
        let fixture = try LedgerFixture()
        let queue = try DatabaseQueue(path: fixture.path)
        let triggers = try queue.read { db in
            try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", arguments: [table])
        }
        #expect(Set(triggers) == ["\(table)RefusesUPDATE", "\(table)RefusesDELETE"])
    }
}
