import ArgumentParser
import PipelineDefinition
import Reporting
import Workspace

/// Prints the documentation of a kind of definition file, or the schema of a command's JSON.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema, or with --page the reference page, of a definition file or a command's JSON.",
        discussion: """
            定義ファイル、またはコマンドの JSON 出力の JSON Schema を出します。定義ファイルは --page で説明ページも出せます。

            Example:  dmo schema profile > profile.schema.json
                      dmo schema pipeline --page
                      dmo schema comparison
            """)

    @Argument(
        help: """
            A definition file: destination, definitions, targets, profile, pipeline, register or scenario. \
            A command's JSON: figures, comparison, seasonality, drift or survey.
            """)
    var kind: String

    @Flag(help: "The reference page in Markdown (definition files only).")
    var page = false

    /// What commands print with --format json.
    private static let outputs: [String: JSONValue] = [
        "figures": FigureSchema.value, "comparison": ComparisonSchema.value, "seasonality": SeasonalitySchema.value,
        "drift": DriftSchema.value, "survey": SurveySchema.value,
    ]

    func validate() throws {
        let kinds = DefinitionKind.allCases.map(\.rawValue)
        guard !kinds.contains(kind) else { return }
        guard Self.outputs[kind] != nil else {
            let names = (kinds + Self.outputs.keys.sorted()).joined(separator: ", ")
            throw ValidationError("There is no schema “\(kind)”; there are \(names).")
        }
        if page { throw ValidationError("Only definition files have a reference page.") }
    }

    func run() {
        if let kind = DefinitionKind(rawValue: kind) {
            let reference = DefinitionReference(kind)
            return print(page ? reference.page : reference.schema, terminator: "")
        }
        if let schema = Self.outputs[kind] { print(schema.text(pretty: true)) }
    }
}
