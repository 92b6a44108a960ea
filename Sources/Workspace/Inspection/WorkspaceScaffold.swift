public import Diagnostics
import Ingestion
public import Languages

/// A workspace for another destination, drafted from the files it gets.
public struct WorkspaceScaffold: Sendable {
    /// What was found in each file.
    public let reports: [InspectionReport]
    private let scaffold: DestinationScaffold

    /// Drafts a workspace.
    ///
    /// - Parameters:
    ///   - id: The destination's identifier: lower-case letters, digits, hyphens.
    ///   - titles: Its name.
    ///   - paths: Files and folders to learn from.
    public init(id: String, titles: BilingualText, paths: [String]) {
        let selection = FileSelection(paths: paths, in: ".")
        scaffold = DestinationScaffold(id: id, titles: titles, sources: selection.files)
        let missing = selection.missing.map { diagnostic in
            InspectionReport(file: SourceFile(path: diagnostic.position?.file ?? ""), problems: [diagnostic])
        }
        reports =
            missing + scaffold.inspections.map { InspectionReport(file: $0.file, inspection: $0) }
            + scaffold.problems.map { InspectionReport(file: $0.file, problems: $0.diagnostics) }
    }

    /// The definition files.
    public var files: DraftedFiles {
        var files = DraftedFiles()
        for (path, text) in scaffold.files { files.add(path, text) }
        return files
    }

    /// Checks what was drafted as `dmo validate` would.
    ///
    /// - Throws: `DiagnosticsError` with every mistake.
    public func validate() throws(DiagnosticsError) { try scaffold.validate() }
}
