import PipelineDefinition
import Stages
import Tables
import TestSupport
import Testing
import VisitorModel

/// What a stage gave for a whole input.
struct StageOutcome: Equatable {
    var rows: [[CellValue]] = []
    var origins: [Provenance] = []
    var account = StageAccount()

    mutating func take(_ batch: RecordBatch) {
        rows += (0..<batch.rowCount).map(batch.row)
        origins += batch.origins
    }
}

/// What every stage must keep to; each stage's tests run it.
enum StageContract {
    /// Runs a stage over batches to the end.
    static func run(_ stage: any Stage, over batches: [RecordBatch]) -> StageOutcome {
        var stage = stage
        var outcome = StageOutcome()
        for batch in batches {
            let output = stage.process(batch, account: &outcome.account)
            #expect(output.schema == stage.outputSchema)
            outcome.take(output)
        }
        for output in stage.finish(account: &outcome.account) {
            #expect(output.schema == stage.outputSchema)
            #expect(output.rowCount <= RecordBatch.preferredRowCount && !output.isEmpty)
            outcome.take(output)
        }
        return outcome
    }

    /// Checks a stage with no row, one row, missing values, and the same rows cut at random.
    static func check(_ stage: any Stage, sourceLocation: SourceLocation = #_sourceLocation) {
        let empty = run(stage, over: [RecordBatch(schema: GateTable.schema)])
        #expect(empty.rows.isEmpty && empty.account.rowsIn == 0, sourceLocation: sourceLocation)
        #expect(run(stage, over: []) == empty, sourceLocation: sourceLocation)

        let missing: [CellValue] = GateTable.schema.columns.map { _ in .absent(.notReported) }
        for row in [GateTable.row("cave", "2013-04-01", .number(5)), missing] {
            let single = run(stage, over: [GateTable.batch([row])])
            #expect(single.account.rowsIn == 1, sourceLocation: sourceLocation)
            #expect(single.rows.count + single.account.ignoredTotal == 1, sourceLocation: sourceLocation)
        }
        for seed: UInt64 in 1...5 { checkCuts(stage, seed: seed, sourceLocation: sourceLocation) }
    }

    private static func checkCuts(_ stage: any Stage, seed: UInt64, sourceLocation: SourceLocation) {
        let whole = GateTable.batch(GateTable.drawn(600, seed: seed))
        let expected = run(stage, over: [whole])
        #expect(expected.account.rowsIn == 600, sourceLocation: sourceLocation)
        #expect(expected.account.rowsOut == expected.rows.count, sourceLocation: sourceLocation)
        let stoodFor = expected.origins.reduce(0) { $0 + $1.rowCount }
        #expect(
            stoodFor + expected.account.ignoredTotal == 600, "every row is accounted for",
            sourceLocation: sourceLocation)
        var random = SeededGenerator(seed: seed &* 77)
        for _ in 0..<4 {
            var pieces: [RecordBatch] = []
            var start = 0
            while start < 600 {
                let end = min(600, start + random.below(120))
                pieces.append(whole.selecting(Array(start..<end)))
                start = end
            }
            #expect(run(stage, over: pieces) == expected, "cuts change nothing", sourceLocation: sourceLocation)
        }
    }
}
