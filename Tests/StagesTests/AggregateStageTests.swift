import Diagnostics
import Languages
import PipelineDefinition
import Stages
import Tables
import Testing
import VisitorModel

struct AggregateStageTests {
    private func outcome(_ parameters: DefinitionNode, _ rows: [[CellValue]]) throws -> StageOutcome {
        StageContract.run(
            try AggregateStage(parameters: parameters, input: GateTable.schema), over: [GateTable.batch(rows)])
    }

    @Test(arguments: [["place"], ["place", "day"], []])
    func `the contract of stages is kept`(keys: [String]) throws {
        let parameters = aggregate(
            by: keys,
            [
                "total": "sum(persons)", "rows": "count()", "least": "min(persons)", "latest": "max(day)",
                "any": "first(persons)", "firmness": "weakest(status)", "mean": "mean(persons)",
            ])
        StageContract.check(try AggregateStage(parameters: parameters, input: GateTable.schema))
    }

    @Test
    func `groups are sorted by key, numbers exact, origins merged`() throws {
        let result = try outcome(
            aggregate(
                by: ["place"],
                [
                    "total": "sum(persons)", "rows": "count()", "least": "min(persons)", "latest": "max(day)",
                    "any": "first(persons)", "firmness": "weakest(status)", "mean": "mean(persons)",
                ]),
            [
                GateTable.row("plateau", "2013-04-01", .number(ExactDecimal("0.1")!)),
                GateTable.row("cave", "2013-04-03", .number(5), "final"),
                GateTable.row("cave", "2013-04-01", .number(1), "preliminary"),
                GateTable.row("cave", "2013-04-02", .number(1), "provisional"),
                GateTable.row("plateau", "2013-04-02", .number(ExactDecimal("0.2")!)),
            ])
        #expect(
            result.rows == [
                [
                    .text("cave"), .number(7), .number(3), .number(1), .period(Period(id: "2013-04-03")!), .number(5),
                    .text("preliminary"), .number(ExactDecimal("2.333333333")!),
                ],
                [
                    .text("plateau"), .number(ExactDecimal("0.3")!), .number(2), .number(ExactDecimal("0.1")!),
                    .period(Period(id: "2013-04-02")!), .number(ExactDecimal("0.1")!), .text("final"),
                    .number(ExactDecimal("0.15")!),
                ],
            ])
        #expect(result.origins.map(\.firstRow) == [3, 2])
        #expect(result.origins.map(\.lastRow) == [5, 6])
        #expect(result.origins.map(\.rowCount) == [3, 2])
        #expect(result.account.messages.isEmpty)
    }

    @Test
    func `a missing count leaves the sum missing with the weakest status and a warning`() throws {
        let result = try outcome(
            aggregate(by: ["place"], ["total": "sum(persons)", "rows": "count()", "any": "first(persons)"]),
            [
                GateTable.row("cave", "2013-04-01", .absent(.suppressed)),
                GateTable.row("cave", "2013-04-02", .number(3)),
                GateTable.row("cave", "2013-04-03", .absent(.notReported)),
                GateTable.row("plateau", "2013-04-01", .number(0)),
            ])
        #expect(
            result.rows == [
                [.text("cave"), .absent(.notReported), .number(3), .number(3)],
                [.text("plateau"), .number(0), .number(1), .number(0)],
            ])
        #expect(result.account.messages.map(\.code) == ["aggregate.incomplete-group"])
        #expect(
            result.account.messages.first?.message.en
                == "total of place=cave has no value: 2 of its rows are missing (not reported; rows 2 to 4).")
        #expect(result.account.messages.first?.severity == .warning)
    }

    @Test
    func `held rows are counted in the origin`() throws {
        let result = try outcome(
            aggregate(by: [], ["total": "sum(persons)"]),
            [
                GateTable.row("cave", "2013-04-01", .absent(.held)), GateTable.row("cave", "2013-04-02", .number(3)),
                GateTable.row("cave", "2013-04-03", .absent(.held)),
            ])
        #expect(result.rows == [[.absent(.held)]])
        #expect(result.origins.map(\.heldCount) == [2])
    }

    @Test
    func `a sum fits or not whatever the order, and says so when it does not`() throws {
        let largest = CellValue.number(ExactDecimal("9223372036854775807")!)
        let result = try outcome(
            aggregate(by: ["place"], ["total": "sum(persons)"]),
            [
                GateTable.row("a", "2013-04-01", largest), GateTable.row("a", "2013-04-02", .number(1)),
                GateTable.row("b", "2013-04-01", largest), GateTable.row("b", "2013-04-02", .number(1)),
                GateTable.row("b", "2013-04-03", .number(-1)),
            ])
        #expect(result.rows == [[.text("a"), .absent(.notApplicable)], [.text("b"), largest]])
        #expect(result.account.messages.map(\.code) == ["aggregate.overflow"])
    }

    @Test
    func `unknown statuses and mixed periods are named`() throws {
        let result = try outcome(
            aggregate(by: [], ["firmness": "weakest(status)", "latest": "max(day)"]),
            [GateTable.row("a", "2013-04-01", .number(1), "sure"), GateTable.row("a", "FY2013", .number(1))])
        #expect(result.rows == [[.absent(.notApplicable), .absent(.notApplicable)]])
        #expect(result.account.messages.map(\.code) == ["aggregate.unknown-status", "aggregate.mixed-periods"])
    }

    @Test
    func `too many groups fail the stage, give nothing, and count every row`() throws {
        var stage = try AggregateStage(parameters: aggregate(by: ["day"], ["rows": "count()"]), input: GateTable.schema)
        stage.groupLimit = 2
        let rows = (1...5).map { GateTable.row("a", "2013-04-0\($0)", .number(1)) }
        let result = StageContract.run(stage, over: [GateTable.batch(rows)])
        let cut = StageContract.run(
            stage, over: [GateTable.batch(Array(rows[0..<1])), GateTable.batch(Array(rows[1...]))])
        #expect(result.account.failure?.code == "aggregate.too-many-groups")
        #expect(result.account.ignored == [AggregateStage.tooManyGroupsReason: 3])
        #expect(result.rows.isEmpty)
        #expect(cut == result)
    }

    @Test
    func `many groups leave in bounded batches, and many warnings are counted`() throws {
        let parameters = aggregate(by: ["persons"], ["latest": "max(day)", "rows": "count()"])
        let stage = try AggregateStage(parameters: parameters, input: GateTable.schema)
        // Each group has one day that is known and one that is missing, so its latest day cannot be told.
        let known = try #require(Month(id: "2013-04").flatMap { Day(month: $0, number: 1) })
        let rows: [[CellValue]] = (0..<5_000).flatMap { group in
            [CellValue.absent(.notReported), .period(.day(known))].map {
                [.text("a"), $0, .number(ExactDecimal(group)), .text("")]
            }
        }
        let result = StageContract.run(stage, over: [GateTable.batch(rows.reversed())])
        #expect(result.rows.map { $0[0] } == (0..<5_000).map { CellValue.number(ExactDecimal($0)) })
        #expect(result.account.messages.count == 100)
        #expect(result.account.unkeptMessageCount == 4_900)
    }

    @Test
    func `a group with nothing known is missing, and needs no warning`() throws {
        let parameters = aggregate(by: ["place"], ["total": "sum(persons)"])
        let stage = try AggregateStage(parameters: parameters, input: GateTable.schema)
        let rows = (1...3).map { GateTable.row("a", "2013-04-0\($0)", .absent(.notSurveyed)) }
        let result = StageContract.run(stage, over: [GateTable.batch(rows)])
        #expect(result.rows.map { $0[1] } == [.absent(.notSurveyed)])
        #expect(result.account.messages.isEmpty)
    }

    @Test
    func `all problems of the parameters are told, inside the formulas too`() {
        let found = problems { () throws(DiagnosticsError) in
            let parameters = aggregate(
                by: ["plce", "place"],
                [
                    "a": "summ(persons)", "b": "sum(place)", "c": "sum(persons + 1)", "d": "persons",
                    "e": "count(place)",
                    "f": "sum(person)", "place": "count()", "h": "sum(",
                ])
            _ = try AggregateStage(parameters: parameters, input: GateTable.schema)
        }
        #expect(
            found.map(\.code) == [
                "stage.unknown-column", "aggregate.unknown-function", "stage.wrong-column-type", "stage.wrong-shape",
                "stage.wrong-shape", "expression.wrong-argument-count", "stage.unknown-column",
                "stage.duplicate-column",
                "expression.syntax",
            ])
        #expect(found[2].position?.column == 29)
        #expect(found[1].remedy?.en == "Did you mean sum?")
        let shapes = [
            list("a"), aggregate(by: ["place"], [:]), formulas(["by": "place", "n": "count()"]),
            formulas(["n": "count()"]),
        ]
        let codes = shapes.map { node in
            problems { () throws(DiagnosticsError) in _ = try AggregateStage(parameters: node, input: GateTable.schema)
            }
            .map(\.code)
        }
        #expect(
            codes == [["stage.wrong-shape"], ["stage.wrong-shape"], ["stage.wrong-shape"], ["stage.missing-parameter"]])
    }
}
