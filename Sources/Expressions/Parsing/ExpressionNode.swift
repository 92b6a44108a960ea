public import Tables

/// One piece of a parsed expression, before columns and types are known.
public struct ExpressionNode: Sendable, Hashable {
    /// What the piece is.
    public indirect enum Kind: Sendable, Hashable {
        /// A number, a text, `true` or `false`.
        case literal(CellValue)
        /// The name of a column.
        case name(String)
        /// A function with its arguments.
        case call(function: String, arguments: [ExpressionNode])
        /// `not x`.
        case not(ExpressionNode)
        /// `-x`.
        case negative(ExpressionNode)
        /// Operands joined by operators of one precedence, worked from left to right.
        ///
        /// A flat list, so that a long sum is no deeper than a short one.
        case chain(first: ExpressionNode, rest: [Link])
        /// `x in (a, b)` and `x not in (a, b)`.
        case membership(ExpressionNode, among: [ExpressionNode], isNegated: Bool)
    }

    /// An operator and the operand to its right.
    public struct Link: Sendable, Hashable {
        /// The operator.
        public let symbol: ExpressionOperator
        /// The operand to its right.
        public let operand: ExpressionNode
    }

    /// What the piece is.
    public let kind: Kind
    /// Where it stands in the text, in Unicode scalars.
    public let range: Range<Int>
}

extension ExpressionNode {
    /// Adds the names of the columns used here, in the order of the text.
    func collectNames(into names: inout [String]) {
        switch kind {
        case .literal: break
        case .name(let name): if !names.contains(name) { names.append(name) }
        case .call(_, let arguments): for argument in arguments { argument.collectNames(into: &names) }
        case .not(let operand), .negative(let operand): operand.collectNames(into: &names)
        case .chain(let first, let rest):
            first.collectNames(into: &names)
            for link in rest { link.operand.collectNames(into: &names) }
        case .membership(let subject, let members, _):
            subject.collectNames(into: &names)
            for member in members { member.collectNames(into: &names) }
        }
    }
}
