import Diagnostics
import Languages
import Stages
import Tables
import Testing
import VisitorModel

struct DeriveStageTests {
    @Test
    func `the contract of stages is kept`() throws {
        let parameters = formulas([
            "month": "year-month(day)", "twice": "persons * 2", "place": "lower(place)", "k": "1",
        ])
        StageContract.check(try DeriveStage(parameters: parameters, input: GateTable.schema))
    }

    @Test
    func `later columns build on earlier ones, and a known name is replaced in its place`() throws {
        let parameters = formulas(["half": "persons / 2", "persons": "half + 1", "big": "persons > 5"])
        let stage = try DeriveStage(parameters: parameters, input: GateTable.schema)
        #expect(stage.outputSchema.names == ["place", "day", "persons", "status", "half", "big"])
        #expect(stage.outputSchema.type(of: "big") == .boolean)
        let outcome = StageContract.run(
            stage, over: [GateTable.batch([GateTable.row("cave", "2013-04-02", .number(7))])])
        #expect(outcome.rows[0][2] == .number(ExactDecimal("4.5")!))
        #expect(outcome.rows[0][4...] == [.number(ExactDecimal("3.5")!), .boolean(false)])
    }

    @Test
    func `a column that cannot be made causes one message, not one for each use`() {
        let found = problems { () throws(DiagnosticsError) in
            let parameters = formulas(["a": "missing + 1", "b": "a * 2", "c": "b + 1", "d": "nowhere"])
            _ = try DeriveStage(parameters: parameters, input: GateTable.schema)
        }
        #expect(found.map(\.value) == ["missing", "nowhere"])
        #expect(found.map { $0.position?.column } == [15, 45])
    }

    @Test
    func `parameters that are no mapping of expressions are refused`() {
        let found = [list("a"), formulas([:]), mapping(["a": list("b")])].map { node in
            problems { () throws(DiagnosticsError) in _ = try DeriveStage(parameters: node, input: GateTable.schema) }
        }
        #expect(found.map { $0.map(\.code) } == [["stage.wrong-shape"], ["stage.wrong-shape"], ["stage.wrong-shape"]])
    }
}
