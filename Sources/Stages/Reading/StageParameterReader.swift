import Diagnostics
import Expressions
import Languages
import PipelineDefinition
import Tables

/// Reads a stage's parameters and gathers every problem on the way.
struct StageParameterReader {
    let stage: String
    private(set) var problems: [Diagnostic] = []

    init(_ stage: String) { self.stage = stage }

    mutating func report(_ problem: Diagnostic) { problems.append(problem) }

    /// Throws what was gathered, if anything, in the order of the file.
    func throwProblems() throws(DiagnosticsError) {
        guard !problems.isEmpty else { return }
        throw DiagnosticsError(problems.sorted { Self.place($0) < Self.place($1) })
    }

    private static func place(_ problem: Diagnostic) -> (Int, Int) {
        (problem.position?.line ?? 0, problem.position?.column ?? 0)
    }

    /// The text of a scalar.
    mutating func text(_ node: DefinitionNode, expecting wanted: BilingualText) -> String? {
        if let text = node.text { return text }
        report(.wrongShape(stage, at: node.position, wanted: wanted))
        return nil
    }

    /// Parses the expression in a scalar and checks it against the columns.
    mutating func expression(_ node: DefinitionNode, input: TableSchema) -> CompiledExpression? {
        guard let parsed = parsed(node) else { return nil }
        return checked(parsed, input: input)
    }

    /// Parses the expression in a scalar.
    mutating func parsed(_ node: DefinitionNode) -> Expression? {
        guard let text = text(node, expecting: Wording.expression) else { return nil }
        do throws(DiagnosticsError) {
            return try Expression.parse(ExpressionSource(text, position: node.position, isPlain: node.isPlainScalar))
        } catch {
            problems += error.diagnostics
            return nil
        }
    }

    /// Checks an expression against the columns.
    mutating func checked(_ expression: Expression, input: TableSchema) -> CompiledExpression? {
        do throws(DiagnosticsError) {
            return try expression.checked(against: input)
        } catch {
            problems += error.diagnostics
            return nil
        }
    }

    /// The place of a column that a scalar names.
    mutating func column(_ node: DefinitionNode, input: TableSchema) -> Int? {
        guard let name = text(node, expecting: Wording.column) else { return nil }
        if let index = input.index(of: name) { return index }
        report(.unknownColumn(name, stage: stage, at: node.position, known: input.names))
        return nil
    }

    /// Whether a new column's name can be used; the names taken so far grow by it.
    mutating func claim(_ name: String, at position: SourcePosition, taken: inout Set<String>) -> Bool {
        guard !name.isEmpty else {
            report(.wrongShape(stage, at: position, wanted: Wording.column))
            return false
        }
        guard taken.insert(name).inserted else {
            report(.duplicateColumn(name, stage: stage, at: position))
            return false
        }
        return true
    }

    /// A text in both languages.
    mutating func bilingualText(_ node: DefinitionNode) -> BilingualText? {
        guard let entries = node.entries, entries.count == 2, let ja = node["ja"]?.text, let en = node["en"]?.text,
            !ja.isEmpty, !en.isEmpty
        else {
            report(.wrongShape(stage, at: node.position, wanted: Wording.bilingual))
            return nil
        }
        return BilingualText(ja: ja, en: en)
    }
}

extension DefinitionNode {
    fileprivate var isPlainScalar: Bool {
        if case .scalar(_, let isQuoted) = content { !isQuoted } else { false }
    }
}

private enum Wording {
    static let expression = BilingualText(ja: "式", en: "an expression")
    static let column = BilingualText(ja: "列名", en: "a column's name")
    static let bilingual = BilingualText(ja: "「{ ja: 日本語, en: 英語 }」", en: "{ ja: …, en: … }")
}
