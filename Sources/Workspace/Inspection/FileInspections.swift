import Diagnostics
public import Ingestion
import Languages
import PipelineDefinition
import VisitorModel

/// Inspections of files, with a workspace's knowledge or without any.
public struct FileInspections: Sendable {
    private let workspace: Workspace?

    /// Inspections that know a workspace's places and profiles, or none.
    public init(in workspace: Workspace?) {
        self.workspace = workspace
    }

    /// Inspects files and the files of folders.
    ///
    /// - Parameter name: The name of the drafted profile, for a single file.
    public func inspect(_ paths: [String], name: String? = nil) -> [InspectionReport] {
        let selection = FileSelection(paths: paths, in: workspace?.folder.path ?? ".")
        let missing = selection.missing.map { diagnostic in
            InspectionReport(file: SourceFile(path: diagnostic.position?.file ?? ""), problems: [diagnostic])
        }
        let inspector = FileInspector(workspace: workspace?.definition)
        return missing
            + selection.files.map { file in
                do throws(DiagnosticsError) {
                    return InspectionReport(file: file, inspection: try inspector.inspect(file, name: name))
                } catch {
                    return InspectionReport(file: file, problems: error.diagnostics)
                }
            }
    }

    /// The definition files that read an inspected file.
    public func drafts(of inspection: FileInspection) -> DraftedFiles {
        var files = DraftedFiles()
        guard var draft = inspection.draft else { return files }
        let measures = workspace?.definition.destination.measures ?? []
        let measure = measures.first { $0.unit == draft.unit } ?? measures.first
        if let measure { draft.unit = measure.unit }
        files.add("profiles/\(draft.name).yaml", draft.yaml)
        files.add(
            "\(draft.name).yaml",
            PipelineDraft(
                profile: draft, fileNames: [inspection.file.name], measure: measure?.id ?? "visitors",
                unit: measure?.unit ?? draft.unit
            ).yaml)
        return files
    }
}
