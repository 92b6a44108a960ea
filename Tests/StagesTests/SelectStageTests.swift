import Diagnostics
import Languages
import Stages
import Tables
import Testing
import VisitorModel

struct SelectStageTests {
    @Test
    func `the contract of stages is kept`() throws {
        StageContract.check(try SelectStage(parameters: list("persons", "place"), input: GateTable.schema))
        StageContract.check(try SelectStage(parameters: formulas(["ort": "place"]), input: GateTable.schema))
    }

    @Test
    func `columns stand in the order written, under their new names`() throws {
        let stage = try SelectStage(
            parameters: formulas(["visitors": "persons", "place": "place"]), input: GateTable.schema)
        #expect(stage.outputSchema == TableSchema([.init("visitors", .number), .init("place", .text)]))
        let outcome = StageContract.run(
            stage, over: [GateTable.batch([GateTable.row("cave", "2013-04-02", .number(7))])])
        #expect(outcome.rows == [[.number(7), .text("cave")]])
        #expect(stage.planText.en == "keep the columns visitors (persons), place")
    }

    @Test
    func `unknown and repeated columns are told together`() {
        let found = problems { () throws(DiagnosticsError) in
            _ = try SelectStage(parameters: list("place", "perons", "place"), input: GateTable.schema)
        }
        #expect(found.map(\.code) == ["stage.unknown-column", "stage.duplicate-column"])
        #expect(found[0].remedy?.ja == "「persons」のことですか。")
        let wrong = problems { () throws(DiagnosticsError) in
            _ = try SelectStage(parameters: scalar("place"), input: GateTable.schema)
        }
        #expect(wrong.map(\.code) == ["stage.wrong-shape"])
    }
}
