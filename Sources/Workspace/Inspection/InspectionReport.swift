public import Diagnostics
public import Ingestion

/// What inspecting one file came to.
public struct InspectionReport: Sendable {
    /// The file.
    public var file: SourceFile
    /// What was found; `nil` when the file cannot be read at all.
    public var inspection: FileInspection?
    /// Why it cannot.
    public var problems: [Diagnostic] = []
}
