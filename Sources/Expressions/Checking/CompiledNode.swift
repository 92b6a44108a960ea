import Tables

/// A checked expression, ready to run over whole columns.
indirect enum CompiledNode: Sendable {
    case constant(CellValue)
    case column(Int)
    case unary(UnaryOperation, CompiledNode)
    case chain(CompiledNode, [CompiledLink])
    case call(CellOperation, [CompiledNode])
}

/// An operation and the operand to its right.
struct CompiledLink: Sendable {
    let operation: BinaryOperation
    let operand: CompiledNode
}

/// The values of a piece of an expression: one for all rows, or one a row.
enum EvaluatedColumn {
    case constant(CellValue)
    case rows([CellValue])

    subscript(row: Int) -> CellValue {
        switch self {
        case .constant(let value): value
        case .rows(let values): values[row]
        }
    }
}

extension CompiledNode {
    /// The value, when it is the same in every row.
    var constant: CellValue? { if case .constant(let value) = self { value } else { nil } }

    /// Works the piece out for all rows.
    func evaluate(_ columns: [[CellValue]], rowCount: Int) -> EvaluatedColumn {
        switch self {
        case .constant(let value):
            return .constant(value)
        case .column(let index):
            return .rows(columns[index])
        case .unary(let operation, let operand):
            switch operand.evaluate(columns, rowCount: rowCount) {
            case .constant(let value): return .constant(operation(value))
            case .rows(let values): return .rows(values.map(operation))
            }
        case .chain(let first, let links):
            var result = first.evaluate(columns, rowCount: rowCount)
            for link in links {
                let operand = link.operand.evaluate(columns, rowCount: rowCount)
                result = Self.combine(link.operation, result, operand, rowCount: rowCount)
            }
            return result
        case .call(let operation, let arguments):
            return Self.call(operation, arguments.map { $0.evaluate(columns, rowCount: rowCount) }, rowCount: rowCount)
        }
    }

    private static func combine(
        _ operation: BinaryOperation, _ left: EvaluatedColumn, _ right: EvaluatedColumn, rowCount: Int
    ) -> EvaluatedColumn {
        if case .constant(let one) = left, case .constant(let other) = right { return .constant(operation(one, other)) }
        return .rows((0..<rowCount).map { operation(left[$0], right[$0]) })
    }

    private static func call(
        _ operation: CellOperation, _ arguments: [EvaluatedColumn], rowCount: Int
    ) -> EvaluatedColumn {
        let isConstant = arguments.allSatisfy { if case .constant = $0 { true } else { false } }
        if isConstant { return .constant(operation(arguments.map { $0[0] })) }
        // One array serves all rows: no allocation a row.
        var cells = arguments.map { _ in CellValue.boolean(false) }
        var results: [CellValue] = []
        results.reserveCapacity(rowCount)
        for row in 0..<rowCount {
            for index in arguments.indices { cells[index] = arguments[index][row] }
            results.append(operation(cells))
        }
        return .rows(results)
    }
}
