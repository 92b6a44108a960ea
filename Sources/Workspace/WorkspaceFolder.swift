public import Diagnostics
import FoundationEssentials
import Languages
public import PipelineDefinition

/// The files of a workspace: `Pipelines/` with its definitions, and the ledger beside it.
public struct WorkspaceFolder: Sendable, Hashable {
    /// Where the workspace is.
    public let path: String

    /// Names a workspace's folder.
    public init(path: String) {
        self.path = path
        ledgerPath = path + "/visitors.sqlite"
    }

    /// The ledger's file.
    public internal(set) var ledgerPath: String

    /// The folder of the definitions.
    public var definitionsPath: String { path + "/Pipelines" }

    /// The definition files, with their texts.
    ///
    /// - Throws: `DiagnosticsError` when the folder is missing or a file cannot be read.
    public func definitionFiles() throws(DiagnosticsError) -> [WorkspaceDefinition.File] {
        let files = FileManager.default
        guard let names = try? files.subpathsOfDirectory(atPath: definitionsPath) else {
            throw DiagnosticsError(.noDefinitions(at: definitionsPath))
        }
        var definitions: [WorkspaceDefinition.File] = []
        for name in names.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            // The reference pages and schemas beside the definitions are for people and editors.
            if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            guard let bytes = files.contents(atPath: definitionsPath + "/" + name) else {
                throw DiagnosticsError(.unreadable("Pipelines/" + name))
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw DiagnosticsError(.notUTF8("Pipelines/" + name))
            }
            definitions.append(.init(path: name, displayName: "Pipelines/" + name, text: text))
        }
        return definitions
    }
}

extension Diagnostic {
    fileprivate static func noDefinitions(at path: String) -> Diagnostic {
        Diagnostic(
            code: "workspace.no-definitions", position: SourcePosition(file: path),
            message: BilingualText(
                ja: "ここはワークスペースではありません（Pipelines フォルダーがありません）。",
                en: "This is not a workspace: there is no Pipelines folder."),
            remedy: BilingualText(
                ja: "Pipelines フォルダーのある場所で実行するか、--workspace で指定してください。",
                en: "Run where the Pipelines folder is, or name it with --workspace."))
    }

    fileprivate static func unreadable(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "workspace.unreadable", position: SourcePosition(file: name),
            message: BilingualText(ja: "定義ファイルを読めません。", en: "The definition file cannot be read."),
            remedy: BilingualText(ja: "ファイルの権限を確認してください。", en: "Check the file's permissions."))
    }

    fileprivate static func notUTF8(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "workspace.not-utf-8", position: SourcePosition(file: name),
            message: BilingualText(ja: "定義ファイルが UTF-8 ではありません。", en: "The definition file is not UTF-8."),
            remedy: BilingualText(ja: "UTF-8 で保存し直してください。", en: "Save it again as UTF-8."))
    }
}
