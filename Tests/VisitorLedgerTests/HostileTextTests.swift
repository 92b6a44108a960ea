import Diagnostics
import Languages
import Testing
import VisitorModel

@testable import VisitorLedger

struct HostileTextTests {
    @Test(arguments: ["x'); DROP TABLE observation; --", "\"quoted\"", "秋芳洞", "a\u{202E}b", "🏞️", "%_*?"])
    func `names come back as they were`(name: String) throws {
        let fixture = try LedgerFixture()
        let segment = Segment(market: name)
        let observation = try visitors(name, "2019-03", 1, measure: name, segment: segment, vintage: name)
        try fixture.load([observation], file: name)
        let query = ObservationQuery(measures: [name], places: [name], segments: [segment], vintages: [name])
        let recorded = try fixture.ledger.observations(matching: query)
        #expect(recorded.map(\.observation) == [observation])
        #expect(recorded.map(\.fileName) == [name])
        try fixture.ledger.checkIntegrity()
    }

    @Test(arguments: ["", "a\0b", String(repeating: "a", count: 1_000_000)])
    func `an identifier that could not be kept exactly is refused`(name: String) throws {
        let fixture = try LedgerFixture()
        #expect(code { try fixture.load([visitors(name, 1)]) } == .invalidKey)
        #expect(code { try fixture.load([visitors("a", 1, segment: Segment(market: name))]) } == .invalidKey)
        #expect(try fixture.ledger.loads().isEmpty)
    }

    @Test func `one name in two Unicode spellings is one series`() throws {
        let fixture = try LedgerFixture()
        try fixture.load([visitors("\u{304C}", 1)])
        let second = try fixture.load([visitors("\u{304B}\u{3099}", 2)])
        #expect(second.load.revisedKeys == 1)
        #expect(try fixture.ledger.observations(matching: .init(places: ["\u{304B}\u{3099}"])).count == 1)
    }

    @Test func `held rows keep position, reason and the first part of what stood there`() throws {
        let fixture = try LedgerFixture()
        let long = "a\0" + String(repeating: "秋", count: 1_000_000)
        let diagnostic = Diagnostic(
            code: "number.unreadable", position: SourcePosition(file: "ignored", line: 9, row: 8, column: 3),
            value: long, message: BilingualText(ja: "数ではありません。", en: "Not a number."),
            remedy: BilingualText(ja: "直してください。", en: "Mend it."))
        _ = try fixture.ledger.load(.named(String(repeating: "f", count: 1_000_000), sha256: "f")) { writer in
            try writer.hold([HeldRow(diagnostic, rawText: long)])
            return LoadOutcome(LoadAccount(rowsRead: 1, rowsAccepted: 0, rowsHeld: 1))
        }
        let hold = try #require(try fixture.ledger.holds(ofLoad: 1).first)
        let position = hold.row.diagnostic.position
        #expect(position?.line == 9 && position?.row == 8 && position?.column == 3 && position?.path == nil)
        #expect(position?.file == String(repeating: "f", count: 2_000))
        #expect(hold.row.diagnostic.message == diagnostic.message)
        #expect(hold.row.diagnostic.remedy == diagnostic.remedy)
        #expect(hold.row.diagnostic.value == "a\u{2400}" + String(repeating: "秋", count: 498))
        #expect(hold.row.rawText?.unicodeScalars.count == 2_000)
        try fixture.ledger.checkIntegrity()
    }

    @Test func `holds and notes go with their load`() throws {
        let fixture = try LedgerFixture()
        func diagnostic(_ code: String, _ severity: Diagnostic.Severity) -> Diagnostic {
            Diagnostic(
                code: code, severity: severity, position: SourcePosition(file: "a.csv", row: 2, path: "/r[1]"),
                message: BilingualText(verbatim: code))
        }
        _ = try fixture.ledger.load(.named("a.csv")) { writer in
            try writer.hold([HeldRow(diagnostic("a.hold", .error))])
            try writer.note([diagnostic("a.notice", .notice), diagnostic("a.warning", .warning)])
            return LoadOutcome(LoadAccount(rowsRead: 1, rowsAccepted: 0, rowsHeld: 1))
        }
        try fixture.load([visitors(1)])
        #expect(try fixture.ledger.holds().map(\.load) == [1])
        #expect(try fixture.ledger.holds(ofLoad: 2).isEmpty)
        #expect(try fixture.ledger.notes() == [diagnostic("a.notice", .notice), diagnostic("a.warning", .warning)])
        #expect(code { _ = try fixture.ledger.holds(ofLoad: 9) } == .unknownLoad)
        #expect(try fixture.ledger.counts().holds == 1)
        _ = try fixture.ledger.withdraw(load: 1, reason: "x", by: "y")
        #expect(try fixture.ledger.holds().isEmpty)
        #expect(try fixture.ledger.holds(ofLoad: 1).count == 1)
        let counts = try fixture.ledger.counts()
        #expect(counts.holds == 0 && counts.notes == 0 && counts.withdrawnLoads == 1 && counts.loads == 2)
    }
}
