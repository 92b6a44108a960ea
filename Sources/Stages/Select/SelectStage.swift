public import Diagnostics
public import Languages
public import PipelineDefinition
public import Tables

/// Keeps some columns, in the order given, perhaps under new names.
public struct SelectStage: Stage {
    public static let key = "select"

    public let outputSchema: TableSchema
    /// The places of the kept columns in the input.
    let indices: [Int]
    private let input: TableSchema

    public init(parameters: DefinitionNode, input: TableSchema) throws(DiagnosticsError) {
        var reader = StageParameterReader(Self.key)
        var taken: Set<String> = []
        var columns: [TableSchema.Column] = []
        var indices: [Int] = []
        let pairs = Self.pairs(parameters)
        if pairs.isEmpty { reader.report(.wrongShape(Self.key, at: parameters.position, wanted: Self.shapeWording)) }
        for (name, position, old) in pairs {
            guard let index = reader.column(old, input: input),
                reader.claim(name ?? input.columns[index].name, at: position, taken: &taken)
            else { continue }
            columns.append(TableSchema.Column(name ?? input.columns[index].name, input.columns[index].type))
            indices.append(index)
        }
        try reader.throwProblems()
        self.indices = indices
        self.input = input
        outputSchema = TableSchema(columns)
    }

    /// New names, where they stand, and the nodes that name the old columns.
    private static func pairs(
        _ parameters: DefinitionNode
    ) -> [(name: String?, position: SourcePosition, old: DefinitionNode)] {
        switch parameters.content {
        case .sequence(let members): members.map { (nil, $0.position, $0) }
        case .mapping(let entries): entries.map { ($0.key, $0.keyPosition, $0.value) }
        case .scalar: []
        }
    }

    public mutating func process(_ batch: RecordBatch, account: inout StageAccount) -> RecordBatch {
        account.take(batch.rowCount)
        account.give(batch.rowCount)
        return RecordBatch(
            schema: outputSchema, columns: indices.map { batch.columns[$0] }, origins: batch.origins)
    }

    public var planText: BilingualText {
        let names = zip(outputSchema.names, indices).map { name, index in
            let old = input.columns[index].name
            return name == old ? name : "\(name) (\(old))"
        }
        return BilingualText(
            ja: "列を選びます: \(names.joined(separator: "、"))", en: "keep the columns \(names.joined(separator: ", "))")
    }
}

extension SelectStage {
    public static let summary = BilingualText(ja: "列を選び、名前を変えます。", en: "Keeps or renames columns.")

    private static let shapeWording = BilingualText(
        ja: "「[列名, …]」か「{ 新しい名前: 元の名前 }」", en: "[column, …] or { new: old }")

    public static let documentation = StageDocumentation(
        text: BilingualText(
            ja: "書いた列だけを、書いた順に残します。「新しい名前: 元の名前」と書くと名前も変わります。",
            en: "Only the columns named go on, in that order; written as new: old they are also renamed."),
        shape: .oneOf([
            .list(of: .column),
            .mapping(
                [], others: .init("new", .column, summary: BilingualText(ja: "元の列名です。", en: "The column's old name."))),
        ]),
        example: """
            - select: { month: year-month, visitors: persons }
            """)
}
