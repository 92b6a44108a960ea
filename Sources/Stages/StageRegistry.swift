public import Diagnostics
public import PipelineDefinition
public import Tables

/// The stages that pipelines know.
public enum StageRegistry {
    /// Every stage, one line each, in the order of the reference page.
    public static let kinds: [any Stage.Type] = [
        FilterStage.self,
        DeriveStage.self,
        SelectStage.self,
        AggregateStage.self,
    ]

    /// The stage of a key.
    public static func kind(of key: String) -> (any Stage.Type)? { kinds.first { $0.key == key } }

    /// Makes the stages of a pipeline, each checked against the columns that the one before gives.
    ///
    /// After a stage that cannot be made, the columns are uncertain: problems that follow from that are not told.
    ///
    /// - Parameters:
    ///   - elements: The members of the pipeline's `stages` list, each a mapping with one key.
    ///   - input: The columns of the source.
    /// - Throws: The problems of all stages.
    public static func makeStages(
        from elements: [DefinitionNode], input: TableSchema
    ) throws(DiagnosticsError) -> [any Stage] {
        var stages: [any Stage] = []
        var problems: [Diagnostic] = []
        var schema = input
        var isSchemaCertain = true
        for element in elements {
            guard let (kind, parameters) = readElement(element, problems: &problems) else {
                isSchemaCertain = false
                continue
            }
            do throws(DiagnosticsError) {
                let stage = try kind.init(parameters: parameters, input: schema)
                schema = stage.outputSchema
                stages.append(stage)
            } catch {
                problems += error.diagnostics.filter { isSchemaCertain || !codesOfColumns.contains($0.code) }
                isSchemaCertain = isSchemaCertain && kind.keepsColumns
            }
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        return stages
    }

    /// Problems that may only echo an earlier stage's failure.
    private static let codesOfColumns: Set<String> = [
        "expression.unknown-column", "expression.type-mismatch", "stage.unknown-column", "stage.wrong-column-type",
        "stage.duplicate-column",
    ]

    private static func readElement(
        _ element: DefinitionNode, problems: inout [Diagnostic]
    ) -> (kind: any Stage.Type, parameters: DefinitionNode)? {
        guard let entries = element.entries, entries.count == 1 else {
            problems.append(.notOneStage(at: element.position, keys: element.entries?.map(\.key)))
            return nil
        }
        guard let kind = kind(of: entries[0].key) else {
            problems.append(.unknownStage(entries[0].key, at: entries[0].keyPosition, known: kinds.map { $0.key }))
            return nil
        }
        return (kind, entries[0].value)
    }
}
