import Diagnostics
import PipelineDefinition
import Stages
import Tables
import VisitorModel

/// A position in the pipeline file of a test; the column tells nodes apart.
func at(_ column: Int = 1) -> SourcePosition { SourcePosition(file: "p.yaml", line: 1, column: column) }

func scalar(_ text: String, column: Int = 1, isQuoted: Bool = false) -> DefinitionNode {
    DefinitionNode(.scalar(text, isQuoted: isQuoted), at: at(column))
}

func list(_ texts: String...) -> DefinitionNode {
    DefinitionNode(.sequence(texts.map { scalar($0) }), at: at())
}

/// A mapping whose keys stand at columns 10, 20, 30 … and whose scalars five columns behind.
func mapping(_ pairs: KeyValuePairs<String, DefinitionNode>) -> DefinitionNode {
    let entries = pairs.enumerated().map { index, pair in
        DefinitionNode.Entry(key: pair.key, keyPosition: at(index * 10 + 10), value: pair.value)
    }
    return DefinitionNode(.mapping(entries), at: at())
}

func formulas(_ pairs: KeyValuePairs<String, String>) -> DefinitionNode {
    let entries = pairs.enumerated().map { index, pair in
        DefinitionNode.Entry(
            key: pair.key, keyPosition: at(index * 10 + 10), value: scalar(pair.value, column: index * 10 + 15))
    }
    return DefinitionNode(.mapping(entries), at: at())
}

/// `{ by: […], name: formula … }`.
func aggregate(by keys: [String], _ pairs: KeyValuePairs<String, String>) -> DefinitionNode {
    let by = DefinitionNode(.sequence(keys.map { scalar($0) }), at: at())
    let first = DefinitionNode.Entry(key: "by", keyPosition: at(2), value: by)
    return DefinitionNode(.mapping([first] + (formulas(pairs).entries ?? [])), at: at())
}

/// The problems of making something; empty when it can be made.
func problems(_ make: () throws(DiagnosticsError) -> Void) -> [Diagnostic] {
    do throws(DiagnosticsError) {
        try make()
        return []
    } catch {
        return error.diagnostics
    }
}
