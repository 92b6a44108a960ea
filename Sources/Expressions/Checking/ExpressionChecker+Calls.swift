import Tables
import VisitorModel

extension ExpressionChecker {
    /// Checks a function call: its name, the number of its arguments, and their types.
    mutating func checkCall(_ name: String, _ arguments: [ExpressionNode], at range: Range<Int>) -> Checked? {
        guard let function = ExpressionFunction.named(name) else {
            let place = range.lowerBound..<(range.lowerBound + name.unicodeScalars.count)
            problems.append(.unknownFunction(name, in: source, at: place))
            for argument in arguments { _ = check(argument) }
            return nil
        }
        guard function.accepts(argumentCount: arguments.count) else {
            problems.append(.wrongArgumentCount(function, found: arguments.count, in: source, at: range))
            for argument in arguments { _ = check(argument) }
            return nil
        }
        var checked: [Checked] = []
        var commonType: ColumnType?
        for (index, argument) in arguments.enumerated() {
            let parameter = function.parameter(at: index)
            let sharesType = function.sharesType(at: index)
            let types = (sharesType ? commonType.map { [$0] } : nil) ?? parameter.types
            guard let one = check(argument, needing: types) else { continue }
            if parameter.isDigitCount, !one.node.isDigitCount {
                problems.append(.notADigitCount(in: source, at: argument.range))
                continue
            }
            if sharesType { commonType = one.type }
            checked.append(one)
        }
        guard checked.count == arguments.count else { return nil }
        return folded(
            function.compiled(checked.map(\.node)), function.resultType(common: commonType),
            isConstant: checked.allSatisfy { $0.node.constant != nil }, at: range)
    }
}

extension CompiledNode {
    fileprivate var isDigitCount: Bool {
        guard let digits = constant?.number?.whole else { return false }
        return (0...18).contains(digits)
    }
}
