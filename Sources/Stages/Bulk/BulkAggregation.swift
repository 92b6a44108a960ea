public import Tables
import VisitorModel

/// The first stages of a pipeline up to its first aggregate, worked on in bulk: rows are grouped by what the stages
/// will ask of them and added up, and only the groups pass through the stages.
///
/// What comes out is what the stages would have made of the single rows, to the last count of the account.
public struct BulkAggregation: Sendable {
    /// The columns whose values decide what becomes of a row, ascending.
    public let keyColumns: [Int]
    /// The number columns that are only added up, ascending.
    public let numberColumns: [Int]
    private let input: TableSchema
    private let aggregateIndex: Int
    /// For each stage, the columns of its input that a signature looks at, with the column of the first input they
    /// come from alone.
    private let uses: [[(column: Int, origin: Int)]]

    /// Looks at a pipeline's stages.
    ///
    /// - Returns: `nil` when there is no aggregate, a stage before it does more than look at single rows, or the
    ///   aggregate asks for the first of its rows.
    public init?(stages: [any Stage], input: TableSchema) {
        guard let index = stages.firstIndex(where: { $0 is AggregateStage }),
            let aggregate = stages[index] as? AggregateStage,
            !aggregate.outputs.contains(where: { $0.function == .first })
        else { return nil }
        var trace = ColumnTrace(columnCount: input.columns.count)
        for stage in stages[..<index] {
            guard let stage = stage as? any RowWiseStage else { return nil }
            trace.pass(stage)
        }
        trace.end(at: aggregate, input: input)
        self.input = input
        aggregateIndex = index
        uses = trace.uses
        numberColumns = trace.numberColumns(of: input).sorted()
        keyColumns = trace.used.subtracting(numberColumns).sorted()
    }

    /// What the stages will see of a value in one key column. Values with equal signatures are one to them.
    public func signature(of value: CellValue, inColumn column: Int, stages: [any Stage]) -> [CellValue] {
        var batch = RecordBatch(schema: input)
        var row = input.columns.map { _ in CellValue.absent(.notApplicable) }
        row[column] = value
        batch.append(row, origin: Provenance(row: 1))
        var signature: [CellValue] = []
        for index in 0...aggregateIndex {
            signature += uses[index].filter { $0.origin == column }.map { batch.columns[$0.column][0] }
            // A filter changes no column, and must not take the row away.
            if index < aggregateIndex, !(stages[index] is FilterStage) {
                var stage = stages[index]
                var account = StageAccount()
                batch = stage.process(batch, account: &account)
            }
        }
        return signature
    }

    /// Takes groups through the stages into the aggregate.
    ///
    /// - Parameters:
    ///   - groups: The groups.
    ///   - column: The spreadsheet column of the rows' first number, as the origin of single rows has it.
    ///   - stages: The pipeline's stages, of which those up to the aggregate take the groups in.
    ///   - accounts: Their accounts.
    public func absorb(
        _ groups: [BulkGroup], column: Int?, stages: inout [any Stage], accounts: inout [StageAccount]
    ) {
        for start in stride(from: 0, to: groups.count, by: RecordBatch.preferredRowCount) {
            let part = Array(groups[start..<min(groups.count, start + RecordBatch.preferredRowCount)])
            var batch = batch(of: part)
            for index in 0..<aggregateIndex {
                batch = pass(batch, part, through: &stages[index], account: &accounts[index])
            }
            guard var aggregate = stages[aggregateIndex] as? AggregateStage else { return }
            aggregate.absorb(
                batch, groups: part, column: column, numberColumns: numberOutputs(of: aggregate),
                account: &accounts[aggregateIndex])
            stages[aggregateIndex] = aggregate
        }
    }

    /// One row a group. Its origin carries the group's place in `groups`, to know it again behind filters.
    private func batch(of groups: [BulkGroup]) -> RecordBatch {
        var batch = RecordBatch(schema: input)
        for (place, group) in groups.enumerated() {
            var row = input.columns.map { _ in CellValue.absent(.notApplicable) }
            for (column, value) in zip(keyColumns, group.keys) { row[column] = value }
            for column in numberColumns { row[column] = .number(.zero) }
            batch.append(row, origin: Provenance(row: place))
        }
        return batch
    }

    private func pass(
        _ batch: RecordBatch, _ groups: [BulkGroup], through stage: inout any Stage, account: inout StageAccount
    ) -> RecordBatch {
        func rows(_ batch: RecordBatch) -> Int {
            batch.origins.reduce(0) { $0 + groups[$1.firstRow].rowCount }
        }
        var scratch = StageAccount()
        let passed = stage.process(batch, account: &scratch)
        account.take(rows(batch))
        account.give(rows(passed))
        guard passed.rowCount < batch.rowCount else { return passed }
        let kept = Set(passed.origins.map(\.firstRow))
        for (row, origin) in batch.origins.enumerated() where !kept.contains(origin.firstRow) {
            // Asked about this group alone, the stage tells for which reason.
            var alone = StageAccount()
            _ = stage.process(batch.selecting([row]), account: &alone)
            for (reason, _) in alone.ignored { account.ignore(groups[origin.firstRow].rowCount, because: reason) }
        }
        return passed
    }

    /// For each column of the aggregate's input, the place among the groups' numbers it takes them from.
    private func numberOutputs(of aggregate: AggregateStage) -> [Int: Int] {
        var places: [Int: Int] = [:]
        for use in uses[aggregateIndex] {
            if let place = numberColumns.firstIndex(of: use.origin) { places[use.column] = place }
        }
        return places
    }
}
