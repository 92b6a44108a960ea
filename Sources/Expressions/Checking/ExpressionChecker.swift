import Diagnostics
import Tables

/// Finds columns and functions and works out types, gathering every problem.
///
/// A piece with a problem has no type; what is built on it is not judged, so that one mistake is told once.
struct ExpressionChecker {
    /// A piece that is right, and its type.
    struct Checked {
        let node: CompiledNode
        let type: ColumnType
    }

    let source: ExpressionSource
    let schema: TableSchema
    var problems: [Diagnostic] = []

    init(source: ExpressionSource, schema: TableSchema) {
        self.source = source
        self.schema = schema
    }

    /// Checks a piece; `nil` when something in it is wrong.
    mutating func check(_ node: ExpressionNode) -> Checked? {
        switch node.kind {
        case .literal(let value):
            return Checked(node: .constant(value), type: value.literalType)
        case .name(let name):
            guard let index = schema.index(of: name) else {
                problems.append(.unknownColumn(name, in: source, at: node.range, known: schema.names))
                return nil
            }
            return Checked(node: .column(index), type: schema.columns[index].type)
        case .call(let name, let arguments):
            return checkCall(name, arguments, at: node.range)
        case .not(let operand):
            return checkUnary(operand, .boolean, at: node.range) { CellOperations.negation($0) }
        case .negative(let operand):
            return checkUnary(operand, .number, at: node.range) { CellOperations.negative($0) }
        case .chain(let first, let rest):
            return checkChain(first, rest, at: node.range)
        case .membership(let subject, let members, let isNegated):
            return checkMembership(subject, members, isNegated: isNegated, at: node.range)
        }
    }

    /// Checks a piece that must have one of some types.
    mutating func check(_ node: ExpressionNode, needing types: [ColumnType]) -> Checked? {
        guard let checked = check(node) else { return nil }
        guard types.contains(checked.type) else {
            problems.append(.typeMismatch(in: source, at: node.range, needed: types, found: checked.type))
            return nil
        }
        return checked
    }

    private mutating func checkUnary(
        _ operand: ExpressionNode, _ type: ColumnType, at range: Range<Int>, _ operation: @escaping UnaryOperation
    ) -> Checked? {
        guard let checked = check(operand, needing: [type]) else { return nil }
        return folded(.unary(operation, checked.node), type, isConstant: checked.node.constant != nil, at: range)
    }

    private mutating func checkMembership(
        _ subject: ExpressionNode, _ members: [ExpressionNode], isNegated: Bool, at range: Range<Int>
    ) -> Checked? {
        let checkedSubject = check(subject)
        var nodes = checkedSubject.map { [$0.node] } ?? []
        for member in members {
            let checked = if let type = checkedSubject?.type { check(member, needing: [type]) } else { check(member) }
            if let checked { nodes.append(checked.node) }
        }
        guard nodes.count == members.count + 1 else { return nil }
        let call = CompiledNode.call(CellOperations.membership, nodes)
        let node = isNegated ? CompiledNode.unary({ CellOperations.negation($0) }, call) : call
        return folded(node, .boolean, isConstant: nodes.allSatisfy { $0.constant != nil }, at: range)
    }

    /// Works a constant piece out once, and reports one that can never have a value.
    mutating func folded(
        _ node: CompiledNode, _ type: ColumnType, isConstant: Bool, at range: Range<Int>
    ) -> Checked? {
        guard isConstant else { return Checked(node: node, type: type) }
        let value = node.evaluate([], rowCount: 0)[0]
        guard value.absence == nil else {
            problems.append(.neverAValue(in: source, at: range))
            return nil
        }
        return Checked(node: .constant(value), type: type)
    }
}

extension CellValue {
    fileprivate var literalType: ColumnType {
        switch self {
        case .text, .absent: .text
        case .number: .number
        case .period: .period
        case .boolean: .boolean
        }
    }
}
