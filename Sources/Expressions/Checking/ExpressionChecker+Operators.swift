import Tables
import VisitorModel

extension ExpressionChecker {
    /// Checks operands joined by operators of one precedence, from left to right.
    mutating func checkChain(
        _ first: ExpressionNode, _ rest: [ExpressionNode.Link], at range: Range<Int>
    ) -> Checked? {
        var isRight = true
        var isConstant = true
        var left = checkOperand(first, of: rest[0].symbol)
        let start = left
        if let left { isConstant = left.node.constant != nil } else { isRight = false }
        var links: [CompiledLink] = []
        for link in rest {
            let right = checkOperand(link.operand, of: link.symbol)
            guard let right else {
                isRight = false
                continue
            }
            isConstant = isConstant && right.node.constant != nil
            if link.symbol == .dividedBy, right.node.constant == .number(.zero) {
                problems.append(.neverAValue(in: source, at: link.operand.range))
                isRight = false
            }
            if let known = left, known.type != right.type {
                let place = link.operand.range
                problems.append(
                    .operandMismatch(link.symbol, in: source, at: place, left: known.type, right: right.type))
                left = nil
                isRight = false
            }
            links.append(CompiledLink(operation: CellOperations.operation(of: link.symbol), operand: right.node))
        }
        guard isRight, let start else { return nil }
        let type = rest[0].symbol.level.resultType ?? start.type
        return folded(.chain(start.node, links), type, isConstant: isConstant, at: range)
    }

    private mutating func checkOperand(_ node: ExpressionNode, of symbol: ExpressionOperator) -> Checked? {
        let types: [ColumnType] =
            switch symbol {
            case .or, .and: [.boolean]
            case .equal, .notEqual: ColumnType.allCases
            case .less, .lessOrEqual, .greater, .greaterOrEqual: [.number, .period]
            case .plus: [.text, .number]
            case .minus, .times, .dividedBy: [.number]
            }
        return check(node, needing: types)
    }
}

extension ExpressionOperator.Level {
    /// What operators of the level give; `nil` when it is what they take.
    fileprivate var resultType: ColumnType? {
        switch self {
        case .or, .and, .comparison: .boolean
        case .sum, .product: nil
        }
    }
}
