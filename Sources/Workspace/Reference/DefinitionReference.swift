import Expressions
import Languages
public import PipelineDefinition
import Stages

/// The documentation of a kind of definition file, made from what the checkers themselves use.
public struct DefinitionReference: Sendable {
    private let kind: DefinitionKind

    /// The documentation of a kind of file.
    public init(_ kind: DefinitionKind) {
        self.kind = kind
    }

    /// The JSON Schema, for editors that check YAML while it is written.
    public var schema: String {
        guard kind == .pipeline else { return DefinitionSchema(kind).text }
        let shapes = StageRegistry.kinds.map { ($0.key, Self.shape($0.documentation.shape)) }
        return DefinitionSchema(kind, stages: Dictionary(uniqueKeysWithValues: shapes)).text
    }

    /// The reference page, in Markdown, both languages.
    public var page: String {
        switch kind {
        case .pipeline: ReferencePage(kind, appendix: Self.stagesAppendix).text
        case .profile: ReferencePage(kind, appendix: ReferencePage.messagesAppendix).text
        case .scenario: ReferencePage(kind, appendix: Self.scenarioExample).text
        default: ReferencePage(kind).text
        }
    }

    private static let scenarioExample = """
        ## Example

        ```yaml
        scenario: charter
        title: { ja: 台湾からのチャーター便, en: Charter flights from Taiwan }
        changes:
          - { market: TW, from: 2019-06, through: 2019-12, add: 1200, reason: { ja: 週2便, en: two flights a week } }
          - { place: akiyoshi-do, from: 2019-07, closed: true, reason: { ja: 改修工事, en: repairs } }
          - { whole: true, from: 2019-09, multiply: 0.9, reason: { ja: 台風の多い年, en: a year of typhoons } }
        ```

        With `s` the share of a part in a month's forecast and `f` its factor, 0 where closed, the month becomes
        whole's `f` × (1 + Σ over places `s` (`f` − 1)) × (1 + Σ over markets `s` (`f` − 1)) × forecast + Σ `add`.
        A part's share is its own forecast over the sum of all parts' forecasts. Months already counted do not change.

        `s` を月の予測に占める割合、`f` を倍率（休業は 0）として、上の式で月の数を求めます。割合は、各部分の予測を全部分の予測の合計で割ったものです。集計済みの月は変わりません。

        """

    private static func shape(_ shape: StageDocumentation.Shape) -> Shape {
        switch shape {
        case .condition, .expression, .column, .aggregate: .text
        case .bilingualText: .bilingual
        case .list(let member): .list(Self.shape(member))
        case .oneOf(let shapes): .either(shapes.map(Self.shape))
        case .mapping(let parameters, let others):
            // Keys of the author's choosing may stand beside the known ones, so neither can be forbidden.
            others != nil ? .dictionary(.free) : .mapping(Self.mapping(parameters))
        }
    }

    private static func mapping(_ parameters: [StageDocumentation.Parameter]) -> MappingShape {
        MappingShape(
            "stage", BilingualText(ja: "段階の設定", en: "A stage's parameters"),
            keys: parameters.map { parameter in
                KeyShape(
                    parameter.name, shape(parameter.shape), required: parameter.isRequired, parameter.summary.ja,
                    parameter.summary.en)
            })
    }

    private static var stagesAppendix: String {
        var lines = ["## Stages", ""]
        for stage in StageRegistry.kinds {
            let documentation = stage.documentation
            lines += [
                "### `\(stage.key)`", "", documentation.text.en, "", documentation.text.ja, "", "```yaml",
                documentation.example.trimmed, "```", "",
            ]
        }
        lines += [
            "## Expressions", "",
            "Names of columns, numbers, \"texts\", `true` and `false`; `or`, `and`, `not`, `= != < <= > >=`, `in (…)`, "
                + "`not in (…)`, `+ - * /`. A minus needs a space on both sides, since `-` may be part of a name. "
                + "A value that is missing makes the result missing.", "",
            "列の名前、数、\"文字列\"、`true`、`false` と、上の演算子を使います。名前に `-` を含められるため、引き算の前後には空白が要ります。", "",
            "| function | meaning | 意味 |", "| --- | --- | --- |",
        ]
        for function in ExpressionFunction.all {
            lines.append("| `\(function.signature)` | \(function.summary.en) | \(function.summary.ja) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
