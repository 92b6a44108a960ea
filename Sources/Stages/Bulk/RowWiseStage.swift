import Expressions
import Tables

/// A stage that looks at each row by itself: what it gives for a row depends on nothing but that row.
///
/// Rows that agree in the columns it uses can then be worked on as one.
protocol RowWiseStage: Stage {
    /// Which columns of the input each output column comes from.
    var sources: [Set<Int>] { get }
    /// Which columns of the input decide whether a row goes on.
    var conditions: Set<Int> { get }
    /// The input column that an output column simply repeats.
    func repeatedColumn(at output: Int) -> Int?
}

extension DeriveStage: RowWiseStage {
    var sources: [Set<Int>] {
        var sources = (0..<inputColumnCount).map { Set([$0]) }
        for step in steps {
            let used = step.expression.expression.columnNames.compactMap { outputSchema.index(of: $0) }
            let source = used.reduce(into: Set<Int>()) { if $1 < sources.count { $0.formUnion(sources[$1]) } }
            if step.index < sources.count { sources[step.index] = source } else { sources.append(source) }
        }
        return sources
    }

    var conditions: Set<Int> { [] }

    func repeatedColumn(at output: Int) -> Int? {
        output < inputColumnCount && !steps.contains { $0.index == output } ? output : nil
    }

    private var inputColumnCount: Int {
        outputSchema.columns.count - steps.count { $0.isNewColumn }
    }
}

extension FilterStage: RowWiseStage {
    var sources: [Set<Int>] { outputSchema.columns.indices.map { [$0] } }

    var conditions: Set<Int> {
        Set(condition.expression.columnNames.compactMap { outputSchema.index(of: $0) })
    }

    func repeatedColumn(at output: Int) -> Int? { output }
}

extension SelectStage: RowWiseStage {
    var sources: [Set<Int>] { indices.map { [$0] } }
    var conditions: Set<Int> { [] }
    func repeatedColumn(at output: Int) -> Int? { indices[output] }
}
