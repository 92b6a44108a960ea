public import Diagnostics
import Expressions
public import Languages
public import PipelineDefinition
public import Tables

/// Keeps the rows for which a condition is true; the others are counted with the reason.
///
/// A row whose condition is unknown, because a value is missing, is not kept either, but counted apart.
public struct FilterStage: Stage {
    public static let key = "filter"
    public static let keepsColumns = true

    public let outputSchema: TableSchema
    let condition: CompiledExpression
    private let reason: BilingualText

    public init(parameters: DefinitionNode, input: TableSchema) throws(DiagnosticsError) {
        var reader = StageParameterReader(Self.key)
        var whereNode: DefinitionNode? = parameters
        var reason: BilingualText?
        if let entries = parameters.entries {
            whereNode = parameters["where"]
            for entry in entries {
                switch entry.key {
                case "where": break
                case "reason": reason = reader.bilingualText(entry.value)
                default:
                    reader.report(
                        .unknownParameter(
                            entry.key, stage: Self.key, at: entry.keyPosition, known: ["where", "reason"]))
                }
            }
        }
        if whereNode == nil { reader.report(.missingParameter("where", stage: Self.key, at: parameters.position)) }
        let condition = whereNode.flatMap { reader.expression($0, input: input) }
        if let condition, condition.type != .boolean {
            reader.report(.notACondition(condition, at: whereNode?.position))
        }
        try reader.throwProblems()
        guard let condition else { throw DiagnosticsError(reader.problems) }
        self.condition = condition
        self.reason = reason ?? FilterStage.defaultReason(condition.expression.source.text)
        outputSchema = input
    }

    public mutating func process(_ batch: RecordBatch, account: inout StageAccount) -> RecordBatch {
        account.take(batch.rowCount)
        var kept: [Int] = []
        var unknown = 0
        for (row, verdict) in condition.evaluate(batch: batch).enumerated() {
            switch verdict {
            case .boolean(true): kept.append(row)
            case .absent: unknown += 1
            default: break
            }
        }
        account.ignore(batch.rowCount - kept.count - unknown, because: reason)
        account.ignore(unknown, because: Self.unknownReason)
        account.give(kept.count)
        return kept.count == batch.rowCount ? batch : batch.selecting(kept)
    }

    public var planText: BilingualText {
        let text = condition.expression.source.text
        return BilingualText(ja: "「\(text)」の行だけを残します", en: "keep the rows where \(text)")
    }
}
