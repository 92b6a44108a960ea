import Diagnostics
import PipelineDefinition
import Stages
import Tables
import TestSupport
import Testing
import VisitorModel

/// Adding rows up before the stages see them gives what the stages make of the single rows: figures, origins, account.
struct BulkAggregationTests {
    /// Pipelines over the gate table.
    enum Case: String, CaseIterable {
        case byMonth, wholeFile, filteredByText, filteredByNumber, filteredByBoth, renamed, replaced, statistics

        var stages: [DefinitionNode] {
            let month = mapping(["derive": mapping(["month": scalar("year-month(day)")])])
            let sum = mapping([
                "aggregate": mapping([
                    "by": list("place", "month"), "visitors": scalar("sum(persons)"), "rows": scalar("count()"),
                ])
            ])
            switch self {
            case .byMonth: return [month, sum]
            case .wholeFile:
                return [mapping(["aggregate": mapping(["by": list(), "visitors": scalar("sum(persons)")])])]
            case .filteredByText: return [mapping(["filter": scalar("place != 'city'")]), month, sum]
            case .filteredByNumber: return [mapping(["filter": scalar("persons > 3")]), month, sum]
            case .filteredByBoth:
                return [
                    month, mapping(["derive": mapping(["crowd": scalar("persons > 5 and place = 'cave'")])]),
                    mapping(["filter": scalar("crowd")]), sum,
                ]
            case .renamed:
                return [
                    month,
                    mapping(["select": mapping(["place": scalar("place"), "month": scalar("month"), "n": scalar("persons")])]),
                    mapping(["aggregate": mapping(["by": list("month"), "n": scalar("sum(n)"), "most": scalar("max(n)")])]),
                ]
            case .replaced:
                return [
                    mapping(["derive": mapping(["persons": scalar("persons * 2"), "month": scalar("year-month(day)")])]), sum,
                ]
            case .statistics:
                return [
                    month,
                    mapping([
                        "aggregate": mapping([
                            "by": list("month"), "mean": scalar("mean(persons)"), "least": scalar("min(persons)"),
                            "most": scalar("max(persons)"), "firmness": scalar("weakest(status)"),
                            "until": scalar("max(day)"),
                        ])
                    ]),
                ]
            }
        }
    }

    @Test(arguments: Case.allCases, [UInt64](1...4))
    func `groups give what single rows give`(pipeline: Case, seed: UInt64) throws {
        let rows = Self.rows(400, seed: seed)
        let stages = try StageRegistry.makeStages(from: pipeline.stages, input: GateTable.schema)
        let single = Self.run(stages) { stages, accounts in
            var batch = GateTable.batch(rows)
            for index in stages.indices { batch = stages[index].process(batch, account: &accounts[index]) }
        }
        let bulk = try #require(BulkAggregation(stages: stages, input: GateTable.schema))
        let groups = Self.groups(of: rows, bulk, stages)
        let grouped = Self.run(stages) { stages, accounts in
            bulk.absorb(groups, column: nil, stages: &stages, accounts: &accounts)
        }
        #expect(grouped.0 == single.0)
        #expect(grouped.1 == single.1)
        #expect(grouped.2 == single.2)
    }

    @Test func `only what decides anything keeps rows apart`() throws {
        let stages = try StageRegistry.makeStages(from: Case.byMonth.stages, input: GateTable.schema)
        let bulk = try #require(BulkAggregation(stages: stages, input: GateTable.schema))
        #expect(bulk.keyColumns == [0, 1])
        #expect(bulk.numberColumns == [2])
        let days = ["2013-04-01", "2013-04-30", "2013-05-01"].map { CellValue.period(Period(id: $0)!) }
        let signatures = days.map { bulk.signature(of: $0, inColumn: 1, stages: stages) }
        #expect(signatures[0] == signatures[1])
        #expect(signatures[0] != signatures[2])
    }

    @Test func `a pipeline that asks for the first row, or adds nothing up, is left alone`() throws {
        let first = mapping(["aggregate": mapping(["by": list("place"), "day": scalar("first(day)")])])
        let month = mapping(["derive": mapping(["month": scalar("year-month(day)")])])
        for elements in [[first], [month], []] {
            let stages = try StageRegistry.makeStages(from: elements, input: GateTable.schema)
            #expect(BulkAggregation(stages: stages, input: GateTable.schema) == nil)
        }
    }

    @Test func `too many groups fail in bulk too`() throws {
        var stages = try StageRegistry.makeStages(from: Case.byMonth.stages, input: GateTable.schema)
        var aggregate = try #require(stages[1] as? AggregateStage)
        aggregate.groupLimit = 3
        stages[1] = aggregate
        let bulk = try #require(BulkAggregation(stages: stages, input: GateTable.schema))
        let groups = Self.groups(of: Self.rows(400, seed: 9), bulk, stages)
        var accounts = stages.map { _ in StageAccount() }
        bulk.absorb(groups, column: nil, stages: &stages, accounts: &accounts)
        #expect(accounts[1].failure?.code == "aggregate.too-many-groups")
        #expect(stages[1].finish(account: &accounts[1]).isEmpty)
        #expect(accounts[1].rowsIn == 400)
    }

    // MARK: helpers

    private static func rows(_ count: Int, seed: UInt64) -> [[CellValue]] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let month = Month(year: 2013, number: random.below(5) + 1)!
            return [
                .text(["cave", "plateau", "city"][random.below(3)]),
                .period(.day(Day(month: month, number: random.below(28) + 1)!)),
                .number(ExactDecimal(random.below(9))),
                .text(ObservationStatus.allCases[random.below(4)].rawValue),
            ]
        }
    }

    /// Groups rows as a reader would, by the signatures of their key columns.
    private static func groups(of rows: [[CellValue]], _ bulk: BulkAggregation, _ stages: [any Stage]) -> [BulkGroup] {
        var groups: [BulkGroup] = []
        var places: [[[CellValue]]: Int] = [:]
        for (index, row) in rows.enumerated() {
            let key = bulk.keyColumns.map { bulk.signature(of: row[$0], inColumn: $0, stages: stages) }
            let numbers = bulk.numberColumns.map { column in
                let number = Int64(row[column].number?.whole ?? 0)
                return BulkGroup.Numbers(sum: number, min: number, max: number)
            }
            guard let place = places[key] else {
                places[key] = groups.count
                groups.append(
                    BulkGroup(
                        keys: bulk.keyColumns.map { row[$0] }, rowCount: 1, firstRow: index + 2, lastRow: index + 2,
                        numbers: numbers))
                continue
            }
            groups[place].rowCount += 1
            groups[place].lastRow = index + 2
            for (column, more) in numbers.enumerated() {
                groups[place].numbers[column].sum += more.sum
                groups[place].numbers[column].min = min(groups[place].numbers[column].min, more.min)
                groups[place].numbers[column].max = max(groups[place].numbers[column].max, more.max)
            }
        }
        return groups
    }

    private static func run(
        _ stages: [any Stage], _ work: (inout [any Stage], inout [StageAccount]) -> Void
    ) -> ([[CellValue]], [Provenance], [StageAccount]) {
        var stages = stages
        var accounts = stages.map { _ in StageAccount() }
        work(&stages, &accounts)
        let last = stages.count - 1
        let batches = stages[last].finish(account: &accounts[last])
        return (
            batches.flatMap { batch in (0..<batch.rowCount).map(batch.row) }, batches.flatMap(\.origins), accounts
        )
    }
}
