import Diagnostics
import Languages
import PipelineDefinition
import Stages
import Tables
import Testing
import VisitorModel

struct StageRegistryTests {
    private func problemsOf(_ elements: [DefinitionNode]) -> [Diagnostic] {
        problems { () throws(DiagnosticsError) in
            _ = try StageRegistry.makeStages(from: elements, input: GateTable.schema)
        }
    }

    @Test
    func `each stage sees the columns of the one before`() throws {
        let stages = try StageRegistry.makeStages(
            from: [
                mapping(["derive": formulas(["month": "year-month(day)"])]),
                mapping(["filter": scalar("month < month(\"2013-05\")")]),
                mapping(["aggregate": aggregate(by: ["month"], ["visitors": "sum(persons)"])]),
                mapping(["select": formulas(["n": "visitors"])]),
            ], input: GateTable.schema)
        #expect(stages.map(\.outputSchema.names.count) == [5, 5, 2, 1])
        #expect(stages[2].planText.en == "by month: visitors = sum(persons)")
        #expect(stages[2].planText.ja == "month ごとに集計します: visitors = sum(persons)")
    }

    @Test
    func `a misspelt stage is named with the likely one`() {
        let found = problemsOf([mapping(["fliter": scalar("true")])])
        #expect(found.map(\.code) == ["stage.unknown"])
        #expect(found.first?.message.ja == "「fliter」という処理はありません。")
        #expect(found.first?.remedy?.en == "Did you mean filter?")
        #expect(found.first?.position?.column == 10)
    }

    @Test
    func `an element has exactly one key`() {
        let elements = [scalar("filter"), mapping([:]), mapping(["filter": scalar("true"), "select": list("place")])]
        #expect(problemsOf(elements).map(\.code) == Array(repeating: "stage.not-one-key", count: 3))
    }

    @Test
    func `problems of all stages are told, without echoes of a failed one`() {
        let found = problemsOf([
            mapping(["filter": scalar("nowhere = 1")]),
            mapping(["filter": scalar("nobody = 1")]),
            mapping(["derive": formulas(["month": "year-mont(day)"])]),
            mapping(["filter": scalar("month = 3 and")]),
            mapping(["aggregate": aggregate(by: ["month"], ["n": "cuont()"])]),
            mapping(["select": list("n")]),
        ])
        #expect(
            found.map(\.code) == [
                "expression.unknown-column", "expression.unknown-column", "expression.unknown-function",
                "expression.syntax", "aggregate.unknown-function",
            ])
    }

    @Test
    func `every stage is documented in both languages, with an example under its own key`() {
        for kind in StageRegistry.kinds {
            #expect(!kind.summary.ja.isEmpty && !kind.summary.en.isEmpty)
            #expect(kind.documentation.example.hasPrefix("- \(kind.key): "))
        }
        #expect(Set(StageRegistry.kinds.map { $0.key }).count == StageRegistry.kinds.count)
    }
}
