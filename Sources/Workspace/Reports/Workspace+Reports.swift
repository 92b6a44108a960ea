import Diagnostics
import FoundationEssentials
public import Languages
public import Reporting
import VisitorModel

extension Workspace {
    /// The monthly KPI report as a document.
    ///
    /// - Throws: `DiagnosticsError` when there is nothing to report on, `LedgerError` when the ledger cannot be read.
    public func report(_ request: ReportRequest, in language: Language) throws -> ReportDocument {
        KPIReport.document(from: try ReportGathering(self, request: request).input(in: language))
    }

    /// Writes the monthly KPI report in all languages and forms asked for.
    ///
    /// - Returns: The files written.
    /// - Throws: As `report(_:in:)`; `DiagnosticsError` too when a file cannot be written.
    public func writeReport(_ request: ReportRequest) throws -> [String] {
        let gathering = try ReportGathering(self, request: request)
        var written: [String] = []
        try createFolder(request.folder)
        for language in request.languages {
            let document = KPIReport.document(from: try gathering.input(in: language))
            for format in request.formats {
                let path = request.folder + "/" + gathering.fileName(language, format)
                try write(text(of: document, as: format), to: path)
                written.append(path)
            }
        }
        return written
    }

    func text(of document: ReportDocument, as format: ReportFormat) -> String {
        switch format {
        case .html: HTMLRenderer().render(document)
        case .markdown: MarkdownRenderer().render(document)
        case .csv: CSVRenderer().render(document)
        case .json: JSONRenderer().render(document)
        }
    }

    func createFolder(_ path: String) throws(DiagnosticsError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw DiagnosticsError(.cannotWrite(path, detail: "\(error)"))
        }
    }

    func write(_ text: String, to path: String) throws(DiagnosticsError) {
        do {
            // Written whole or not at all, so that nobody mails half a report.
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw DiagnosticsError(.cannotWrite(path, detail: "\(error)"))
        }
    }
}

extension Diagnostic {
    static func cannotWrite(_ path: String, detail: String) -> Diagnostic {
        Diagnostic(
            code: "report.cannot-write", position: SourcePosition(file: path), value: detail,
            message: BilingualText(ja: "書き込めません。", en: "This cannot be written."),
            remedy: BilingualText(ja: "空き容量と権限を確認してください。", en: "Check free space and permissions."))
    }
}
