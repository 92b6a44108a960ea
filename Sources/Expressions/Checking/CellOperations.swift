import Tables
import VisitorModel

/// A function from one cell to another.
typealias UnaryOperation = @Sendable (CellValue) -> CellValue
/// A function from two cells to one.
typealias BinaryOperation = @Sendable (CellValue, CellValue) -> CellValue
/// A function from several cells to one.
typealias CellOperation = @Sendable ([CellValue]) -> CellValue

/// What operators do to single cells.
///
/// Operand types were checked before anything runs; what cannot happen gives a missing value, never a trap.
enum CellOperations {
    /// What a result without meaning is: division by zero, overflow, a text that is no number.
    static let noValue = CellValue.absent(.notApplicable)

    /// The weakest status of the missing cells; `nil` when none is missing.
    static func weakestAbsence(_ left: CellValue, _ right: CellValue) -> CellValue? {
        switch (left.absence, right.absence) {
        case (nil, nil): nil
        case (let status?, nil), (nil, let status?): .absent(status)
        case (let one?, let other?): .absent(one.weaker(other))
        }
    }

    /// The operation of an operator.
    static func operation(of symbol: ExpressionOperator) -> BinaryOperation {
        switch symbol {
        case .or: { either($0, $1, deciding: true) }
        case .and: { either($0, $1, deciding: false) }
        case .equal: { weakestAbsence($0, $1) ?? .boolean($0 == $1) }
        case .notEqual: { weakestAbsence($0, $1) ?? .boolean($0 != $1) }
        case .less: { ordered($0, $1) { $0 < 0 } }
        case .lessOrEqual: { ordered($0, $1) { $0 <= 0 } }
        case .greater: { ordered($0, $1) { $0 > 0 } }
        case .greaterOrEqual: { ordered($0, $1) { $0 >= 0 } }
        case .plus: { sum($0, $1) }
        case .minus: { arithmetic($0, $1) { $0.difference(from: $1) } }
        case .times: { arithmetic($0, $1) { $0.product(with: $1) } }
        case .dividedBy: { arithmetic($0, $1) { $0.quotient(by: $1) } }
        }
    }

    /// `not x`.
    static func negation(_ cell: CellValue) -> CellValue {
        if case .boolean(let truth) = cell { .boolean(!truth) } else { cell }
    }

    /// `-x`.
    static func negative(_ cell: CellValue) -> CellValue {
        arithmetic(.number(.zero), cell) { $0.difference(from: $1) }
    }

    /// Whether the first cell equals one of the others; missing when only a missing one could tell.
    static func membership(_ cells: [CellValue]) -> CellValue {
        var result = CellValue.boolean(false)
        for member in cells.dropFirst() {
            result = either(result, weakestAbsence(cells[0], member) ?? .boolean(cells[0] == member), deciding: true)
        }
        return result
    }

    /// `and` and `or` with three values: one cell that decides is enough, whatever is missing.
    private static func either(_ left: CellValue, _ right: CellValue, deciding: Bool) -> CellValue {
        let decision = CellValue.boolean(deciding)
        if left == decision || right == decision { return decision }
        return weakestAbsence(left, right) ?? .boolean(!deciding)
    }

    /// Orders numbers, and periods of one kind: a month does not come before a fiscal year, nor after it.
    static func ordered(_ left: CellValue, _ right: CellValue, _ test: (Int) -> Bool) -> CellValue {
        if let absence = weakestAbsence(left, right) { return absence }
        guard let order = order(left, right) else { return noValue }
        return .boolean(test(order))
    }

    /// -1, 0 or 1; `nil` for cells that have no order.
    static func order(_ left: CellValue, _ right: CellValue) -> Int? {
        switch (left, right) {
        case (.number(let one), .number(let other)): one < other ? -1 : one == other ? 0 : 1
        case (.period(let one), .period(let other)) where one.kind == other.kind:
            one < other ? -1 : one == other ? 0 : 1
        default: nil
        }
    }

    private static func sum(_ left: CellValue, _ right: CellValue) -> CellValue {
        if case .text(let one) = left, case .text(let other) = right { return .text(one + other) }
        return arithmetic(left, right) { $0.adding($1) }
    }

    private static func arithmetic(
        _ left: CellValue, _ right: CellValue, _ operation: (ExactDecimal, ExactDecimal) -> ExactDecimal?
    ) -> CellValue {
        if let absence = weakestAbsence(left, right) { return absence }
        guard let one = left.number, let other = right.number, let result = operation(one, other) else {
            return noValue
        }
        return .number(result)
    }
}
