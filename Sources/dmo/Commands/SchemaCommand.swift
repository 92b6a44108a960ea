public import ArgumentParser
public import PipelineDefinition
import Workspace

/// Prints the documentation of a kind of definition file.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema, or with --page the reference page, of a kind of definition file.",
        discussion: """
            定義ファイルの JSON Schema(エディター用)か、--page で説明ページを出します。

            Example:  dmo schema profile > profile.schema.json
                      dmo schema pipeline --page
            """)

    @Argument(help: "destination, definitions, targets, profile, pipeline, register or scenario.")
    var kind: DefinitionKind

    @Flag(help: "The reference page in Markdown.")
    var page = false

    func run() {
        let reference = DefinitionReference(kind)
        print(page ? reference.page : reference.schema, terminator: "")
    }
}

extension DefinitionKind: ExpressibleByArgument {}
