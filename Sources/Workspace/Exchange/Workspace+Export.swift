import ByteStreams
public import Diagnostics
import FoundationEssentials
public import Languages
import PipelineDefinition
public import Reporting
import VisitorLedger
public import VisitorMetrics
import VisitorModel

extension Workspace {
    /// Figures with everything another system must know of them.
    ///
    /// - Parameters:
    ///   - figures: The figures; one that stands twice is taken once.
    ///   - view: What they were computed from.
    ///   - licence: The licence they are given away under; `nil` when nobody has said.
    ///   - language: The language of the columns for people.
    public func exportContent(
        _ figures: [Figure], from view: LedgerView, licence: String?, in language: Language
    ) -> ExportContent {
        var seen: Set<String> = []
        let once = figures.filter { seen.insert($0.id).inserted }
        var files: Set<ExportContent.Source> = []
        for figure in once {
            for input in view.inputs(of: figure) {
                files.insert(ExportContent.Source(file: input.fileName, sha256: input.sha256))
            }
        }
        return ExportContent(
            figures: once, places: definition.destination.places.places, markets: definition.destination.markets,
            sources: files.sorted { ($0.file, $0.sha256) < ($1.file, $1.sha256) }, licence: licence,
            madeAt: now.description, product: Workspace.product, language: language)
    }

    /// Writes an export.
    ///
    /// - Returns: The files written.
    /// - Throws: `DiagnosticsError` when a file cannot be written.
    public func write(_ content: ExportContent, as form: ExportForm, into folder: String) throws(DiagnosticsError)
        -> [String]
    {
        var files: [ExportFile]
        switch form {
        case .dataPackage:
            files = DataPackageExport.tables(content)
            let written = files.map {
                DataPackageExport.WrittenFile(
                    file: $0, sha256: ContentHash(of: Array($0.text.utf8)).hexadecimal)
            }
            files.append(DataPackageExport.descriptor(content, written))
        case .sdmxML: files = SDMXExport.xmlFiles(content)
        case .sdmxCSV: files = SDMXExport.csvFiles(content)
        case .openData: files = OpenDataExport.files(content)
        }
        try createFolder(folder)
        for file in files { try write(Data(file.text.utf8), to: folder + "/" + file.name) }
        return files.map { folder + "/" + $0.name }
    }
}
