import Diagnostics
import Languages
import Stages
import Tables
import Testing
import VisitorModel

struct FilterStageTests {
    @Test(arguments: ["persons > 500", "place = \"cave\" or persons >= 100", "true", "false"])
    func `the contract of stages is kept`(condition: String) throws {
        StageContract.check(try FilterStage(parameters: scalar(condition), input: GateTable.schema))
    }

    @Test
    func `rows set aside are counted by reason, unknown ones apart`() throws {
        let reason = BilingualText(ja: "県外", en: "elsewhere")
        let parameters = mapping([
            "where": scalar("persons > 5"), "reason": mapping(["ja": scalar("県外"), "en": scalar("elsewhere")]),
        ])
        let rows = [
            GateTable.row("cave", "2013-04-01", .number(10)), GateTable.row("cave", "2013-04-02", .number(1)),
            GateTable.row("cave", "2013-04-03", .absent(.notReported)), GateTable.row("cave", "2013-04-04", .number(2)),
        ]
        let stage = try FilterStage(parameters: parameters, input: GateTable.schema)
        let outcome = StageContract.run(stage, over: [GateTable.batch(rows)])
        #expect(outcome.rows == [rows[0]])
        #expect(outcome.origins == [Provenance(row: 2)])
        #expect(outcome.account.ignored == [reason: 2, FilterStage.unknownReason: 1])
        #expect(stage.outputSchema == GateTable.schema)
    }

    @Test
    func `the condition is the reason where none is written`() throws {
        let stage = try FilterStage(parameters: scalar("persons > 5", isQuoted: true), input: GateTable.schema)
        let outcome = StageContract.run(
            stage, over: [GateTable.batch([GateTable.row("cave", "2013-04-02", .number(1))])])
        #expect(outcome.account.ignored.keys.map(\.en) == ["does not meet the condition persons > 5"])
        #expect(stage.planText.ja == "「persons > 5」の行だけを残します")
    }

    @Test
    func `all problems of the parameters are told, inside the expression too`() {
        let found = problems { () throws(DiagnosticsError) in
            let parameters = mapping([
                "where": scalar("person > 5", column: 15), "raeson": scalar("x"),
                "reason": mapping(["ja": scalar("県外")]),
            ])
            _ = try FilterStage(parameters: parameters, input: GateTable.schema)
        }
        #expect(found.map(\.code) == ["stage.wrong-shape", "expression.unknown-column", "stage.unknown-parameter"])
        #expect(found[2].remedy?.en == "Did you mean reason?")
        #expect(found[1].position?.column == 15)
    }

    @Test
    func `a condition must give yes or no`() {
        let found = problems { () throws(DiagnosticsError) in
            _ = try FilterStage(parameters: scalar("persons + 1"), input: GateTable.schema)
        }
        #expect(found.map(\.code) == ["expression.type-mismatch"])
        #expect(found[0].message.en == "A filter's condition gives yes or no, but this is a number.")
    }
}
