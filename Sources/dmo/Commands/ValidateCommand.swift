import ArgumentParser
import Languages
import PipelineDefinition
import VisitorModel
import Workspace

/// Checks the definitions.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check the definitions in Pipelines/: every mistake with file, line and column.",
        discussion: """
            定義ファイル(Pipelines/)を検査し、誤りを行と桁で示します。

            Example:  dmo validate
            Exit codes: 0 nothing wrong; 2 mistakes were found.
            """)

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workspace = try options.openWorkspace()
        let definition = workspace.definition
        options.terminal.say(
            BilingualText(
                ja: "誤りはありません（場所 \(definition.destination.places.places.count)、定義 \(definition.definitions.count)、目標 \(definition.targets.count)、profile \(definition.profiles.count)、pipeline \(definition.pipelines.count)）。",
                en: "Nothing is wrong (\(definition.destination.places.places.count) places, \(definition.definitions.count) definitions, \(definition.targets.count) targets, \(definition.profiles.count) profiles, \(definition.pipelines.count) pipelines)."))
    }
}
