import Diagnostics
import Expressions
import PipelineDefinition
import Tables

/// The checked parameters of an aggregate.
struct AggregateParameters {
    private(set) var keyIndices: [Int] = []
    private(set) var outputs: [AggregateOutput] = []

    private let stage = AggregateStage.key
    private var reader = StageParameterReader(AggregateStage.key)
    private var taken: Set<String> = []

    init(_ parameters: DefinitionNode, input: TableSchema) throws(DiagnosticsError) {
        guard let entries = parameters.entries else {
            throw DiagnosticsError(
                .wrongShape(stage, at: parameters.position, wanted: AggregateStage.shapeWording))
        }
        if let by = parameters["by"] {
            readKeys(by, input: input)
        } else {
            reader.report(.missingParameter("by", stage: stage, at: parameters.position))
        }
        for entry in entries where entry.key != "by" { readOutput(entry, input: input) }
        if !entries.contains(where: { $0.key != "by" }) {
            reader.report(.wrongShape(stage, at: parameters.position, wanted: AggregateStage.shapeWording))
        }
        try reader.throwProblems()
    }

    private mutating func readKeys(_ node: DefinitionNode, input: TableSchema) {
        guard let members = node.members else {
            reader.report(.wrongShape(stage, at: node.position, wanted: AggregateStage.keysWording))
            return
        }
        for member in members {
            guard let index = reader.column(member, input: input),
                reader.claim(input.columns[index].name, at: member.position, taken: &taken)
            else { continue }
            keyIndices.append(index)
        }
    }

    private mutating func readOutput(_ entry: DefinitionNode.Entry, input: TableSchema) {
        let isNew = reader.claim(entry.key, at: entry.keyPosition, taken: &taken)
        guard let parsed = reader.parsed(entry.value) else { return }
        guard case .call(let name, let arguments) = parsed.root.kind else {
            reader.report(.notAnAggregate(parsed.source.text, at: entry.value.position))
            return
        }
        guard let function = AggregateFunction(rawValue: name) else {
            reader.report(.unknownAggregate(name, at: parsed.source.position(atOffset: parsed.root.range.lowerBound)))
            return
        }
        guard arguments.count == (function.inputTypes.isEmpty ? 0 : 1) else {
            reader.report(.wrongAggregateArguments(function, found: arguments.count, at: entry.value.position))
            return
        }
        var index: Int?
        if let argument = arguments.first {
            let place = parsed.source.position(atOffset: argument.range.lowerBound) ?? entry.value.position
            index = column(argument, of: function, in: parsed.source.text, at: place, input: input)
            if index == nil { return }
        }
        if isNew {
            outputs.append(
                AggregateOutput(name: entry.key, function: function, index: index, text: parsed.source.text))
        }
    }

    private mutating func column(
        _ argument: ExpressionNode, of function: AggregateFunction, in text: String, at position: SourcePosition,
        input: TableSchema
    ) -> Int? {
        guard case .name(let name) = argument.kind else {
            reader.report(.notAColumn(in: text, at: position))
            return nil
        }
        guard let index = input.index(of: name) else {
            reader.report(.unknownColumn(name, stage: stage, at: position, known: input.names))
            return nil
        }
        guard function.inputTypes.contains(input.columns[index].type) else {
            reader.report(.wrongColumnType(input.columns[index], function: function, at: position))
            return nil
        }
        return index
    }
}
