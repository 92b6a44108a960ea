import Tables

/// Follows the columns of a table through stages: where each comes from, and what is asked of it on the way.
struct ColumnTrace {
    /// For each stage passed and the aggregate at the end, the columns of its input that it asks about and that come
    /// from one column of the first input alone.
    private(set) var uses: [[(column: Int, origin: Int)]] = []
    /// The columns of the first input that anything is asked of.
    private(set) var used: Set<Int> = []
    /// For each column here, the columns of the first input it comes from.
    private var origins: [Set<Int>]
    /// For each column here, the column of the first input it repeats unchanged.
    private var repeated: [Int?]
    /// Columns of the first input of which more is asked than to be added up.
    private var decisive: Set<Int> = []

    init(columnCount: Int) {
        origins = (0..<columnCount).map { [$0] }
        repeated = Array(0..<columnCount)
    }

    /// Goes through a stage.
    mutating func pass(_ stage: any RowWiseStage) {
        let sources = stage.sources
        var asked = stage.conditions
        for source in sources where source.reduce(into: Set<Int>(), { $0.formUnion(origins[$1]) }).count > 1 {
            asked.formUnion(source)
        }
        ask(asked)
        // What a formula is worked out from decides, even if it comes from one column alone.
        for (output, source) in sources.enumerated() where stage.repeatedColumn(at: output) == nil {
            for column in source { decisive.formUnion(origins[column]) }
        }
        for column in asked { decisive.formUnion(origins[column]) }
        let repeatedBefore = repeated
        let originsBefore = origins
        origins = sources.map { source in source.reduce(into: Set<Int>()) { $0.formUnion(originsBefore[$1]) } }
        repeated = sources.indices.map { output in stage.repeatedColumn(at: output).flatMap { repeatedBefore[$0] } }
    }

    /// Ends at the aggregate.
    mutating func end(at aggregate: AggregateStage, input: TableSchema) {
        var added: Set<Int> = []
        for output in aggregate.outputs {
            guard let column = output.index else { continue }
            added.insert(column)
            let isAddedUp = [.sum, .mean, .min, .max].contains(output.function)
            if !isAddedUp || repeated[column] == nil { decisive.formUnion(origins[column]) }
        }
        for column in aggregate.keyIndices { decisive.formUnion(origins[column]) }
        ask(added.union(aggregate.keyIndices))
    }

    /// The number columns that are repeated unchanged up to the aggregate and only added up there.
    func numberColumns(of input: TableSchema) -> Set<Int> {
        used.filter { input.columns[$0].type == .number && !decisive.contains($0) }
    }

    private mutating func ask(_ columns: Set<Int>) {
        uses.append(
            columns.sorted().compactMap { column in
                guard origins[column].count == 1, let origin = origins[column].first else { return nil }
                return (column, origin)
            })
        for column in columns { used.formUnion(origins[column]) }
    }
}
