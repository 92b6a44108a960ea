public import Diagnostics
public import Languages
public import PipelineDefinition
public import Tables
import VisitorModel

/// Adds up rows with equal keys to one row, sorted by key.
///
/// Missing is never zero: a group with a missing value has no sum. Each output row's origin covers the rows it was
/// made of and says how many of them are held. Without any row there is no output row, also without keys.
public struct AggregateStage: Stage {
    public static let key = "aggregate"
    /// How many groups are kept at most, unless ``groupLimit`` is set.
    public static let defaultGroupLimit = 1_000_000

    public let outputSchema: TableSchema
    /// How many groups are kept at most; one more, and the stage fails with `aggregate.too-many-groups`.
    public var groupLimit = AggregateStage.defaultGroupLimit
    private let position: SourcePosition
    let keyIndices: [Int]
    let outputs: [AggregateOutput]
    var groups: AggregateGroups
    private(set) var hasFailed = false

    public init(parameters: DefinitionNode, input: TableSchema) throws(DiagnosticsError) {
        let read = try AggregateParameters(parameters, input: input)
        position = parameters.position
        keyIndices = read.keyIndices
        outputs = read.outputs
        groups = AggregateGroups(outputs: read.outputs)
        outputSchema = TableSchema(
            read.keyIndices.map { input.columns[$0] }
                + read.outputs.map { output in
                    let type = output.function.resultType(of: output.index.map { input.columns[$0].type })
                    return TableSchema.Column(output.name, type)
                })
    }

    public mutating func process(_ batch: RecordBatch, account: inout StageAccount) -> RecordBatch {
        account.take(batch.rowCount)
        let added = hasFailed ? 0 : groups.add(batch, keyIndices: keyIndices, limit: groupLimit)
        if added < batch.rowCount { failForTooManyGroups(leaving: batch.rowCount - added, account: &account) }
        return RecordBatch(schema: outputSchema)
    }

    /// A result that lacks rows must not pass for a whole one: from here on there is none.
    mutating func failForTooManyGroups(leaving rows: Int, account: inout StageAccount) {
        hasFailed = true
        account.fail(.tooManyGroups(limit: groupLimit, at: position))
        account.ignore(rows, because: Self.tooManyGroupsReason)
    }

    public mutating func finish(account: inout StageAccount) -> [RecordBatch] {
        // A result that lacks rows must not pass for a whole one.
        if hasFailed { return [] }
        var batches: [RecordBatch] = []
        var batch = RecordBatch(schema: outputSchema)
        for place in groups.sortedPlaces {
            batch.append(groups.keys[place] + results(of: place, account: &account), origin: groups.origins[place])
            if batch.rowCount == RecordBatch.preferredRowCount {
                batches.append(batch)
                batch = RecordBatch(schema: outputSchema)
            }
        }
        if !batch.isEmpty { batches.append(batch) }
        account.give(groups.count)
        groups = AggregateGroups(outputs: outputs)
        return batches
    }

    private func results(of place: Int, account: inout StageAccount) -> [CellValue] {
        let group = AggregateGroupName(
            names: outputSchema.names, key: groups.keys[place], origin: groups.origins[place])
        var results: [CellValue] = []
        for (column, output) in outputs.enumerated() {
            let cell = groups.cells[column][place]
            let (value, fault) = cell.result(of: output.function)
            // Only a group that has some of its values misleads; one that has none is simply missing.
            let isPartlyKnown = cell.absentCount > 0 && cell.absentCount < groups.origins[place].rowCount
            if isPartlyKnown, let status = value.absence {
                account.report(.incompleteGroup(group, output: output, missing: cell.absentCount, status: status))
            }
            if let fault { account.report(.fault(fault, in: group, output: output)) }
            results.append(value)
        }
        return results
    }

    public var planText: BilingualText {
        let keys = outputSchema.names.prefix(keyIndices.count)
        let formulas = outputs.map { "\($0.name) = \($0.text)" }
        return BilingualText(
            ja: "\(keys.isEmpty ? "全体" : keys.joined(separator: "、") + " ごと")に集計します: "
                + formulas.joined(separator: "、"),
            en: "by \(keys.isEmpty ? "nothing, all rows together" : keys.joined(separator: ", ")): "
                + formulas.joined(separator: ", "))
    }
}
