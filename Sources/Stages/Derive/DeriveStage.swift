public import Diagnostics
import Expressions
public import Languages
public import PipelineDefinition
public import Tables

/// Adds columns, or replaces them in their place, each worked out from the columns before it.
public struct DeriveStage: Stage {
    public static let key = "derive"

    struct Step: Sendable {
        let name: String
        /// The place of the column: that of the one it replaces, or one behind the last.
        let index: Int
        let expression: CompiledExpression
        /// Whether the column is new, and not one that replaces another.
        let isNewColumn: Bool
    }

    public let outputSchema: TableSchema
    private(set) var steps: [Step] = []

    public init(parameters: DefinitionNode, input: TableSchema) throws(DiagnosticsError) {
        var reader = StageParameterReader(Self.key)
        var schema = input
        var taken: Set<String> = []
        var failed: Set<String> = []
        if parameters.entries?.isEmpty ?? true {
            reader.report(.wrongShape(Self.key, at: parameters.position, wanted: Self.mappingWording))
        }
        for entry in parameters.entries ?? [] {
            guard reader.claim(entry.key, at: entry.keyPosition, taken: &taken),
                let parsed = reader.parsed(entry.value),
                // What builds on a column that could not be made is not judged.
                failed.isDisjoint(with: parsed.columnNames),
                let expression = reader.checked(parsed, input: schema)
            else {
                failed.insert(entry.key)
                continue
            }
            let index = schema.index(of: entry.key) ?? schema.columns.count
            let isNewColumn = index == schema.columns.count
            schema = schema.setting(TableSchema.Column(entry.key, expression.type), at: index)
            steps.append(
                Step(name: entry.key, index: index, expression: expression, isNewColumn: isNewColumn))
            failed.remove(entry.key)
        }
        try reader.throwProblems()
        outputSchema = schema
    }

    public mutating func process(_ batch: RecordBatch, account: inout StageAccount) -> RecordBatch {
        account.take(batch.rowCount)
        var columns = batch.columns
        for step in steps {
            let values = step.expression.evaluate(columns: columns, rowCount: batch.rowCount)
            if step.index < columns.count { columns[step.index] = values } else { columns.append(values) }
        }
        account.give(batch.rowCount)
        return RecordBatch(schema: outputSchema, columns: columns, origins: batch.origins)
    }

    public var planText: BilingualText {
        let formulas = steps.map { "\($0.name) = \($0.expression.expression.source.text)" }
        return BilingualText(
            ja: "列を計算します: \(formulas.joined(separator: "、"))", en: "work out \(formulas.joined(separator: "; "))")
    }
}

extension TableSchema {
    /// The schema with one column set, at its place or behind the last.
    fileprivate func setting(_ column: Column, at index: Int) -> TableSchema {
        var columns = columns
        if index < columns.count { columns[index] = column } else { columns.append(column) }
        return TableSchema(columns)
    }
}

extension DeriveStage {
    public static let summary = BilingualText(ja: "列を計算して加えます。", en: "Works out new columns.")

    static let mappingWording = BilingualText(ja: "「{ 列名: 式 }」", en: "{ name: expression }")

    public static let documentation = StageDocumentation(
        text: BilingualText(
            ja: "式の結果を新しい列にします。同じ名前の列があれば置き換えます。後の式では先に作った列を使えます。"
                + "文字そのものを値にするときは、引用符を二重に付けます(例: kind: \"'観光'\")。",
            en: "Each expression becomes a column; one of the same name is replaced. Later expressions may use earlier "
                + "ones. A fixed text needs quotes within quotes: kind: \"'sightseeing'\"."),
        shape: .mapping(
            [],
            others: .init("name", .expression, summary: BilingualText(ja: "新しい列の式です。", en: "The column's formula."))),
        example: """
            - derive: { month: "year-month(datetime)", visitors: "adults + children" }
            """)
}
