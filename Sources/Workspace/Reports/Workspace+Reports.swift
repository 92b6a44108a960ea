import Diagnostics
import FoundationEssentials
public import Languages
public import Reporting
import SpreadsheetWriting
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
    public func writeReport(_ request: ReportRequest) async throws -> [String] {
        // Asked before anything is written, so that a run without a renderer leaves nothing half done.
        let printer = try request.formats.contains(.pdf) ? makePrinter() : nil
        let gathering = try ReportGathering(self, request: request)
        var written: [String] = []
        try createFolder(request.folder)
        for language in request.languages {
            let document = KPIReport.document(from: try gathering.input(in: language))
            for format in request.formats {
                let name = "kpi-report-\(gathering.through.id).\(language.rawValue).\(format.rawValue)"
                let path = request.folder + "/" + name
                if format == .pdf, let printer {
                    try write(await printer.pdf(of: HTMLRenderer().render(document)), to: path)
                } else {
                    try write(document, as: format, to: path)
                }
                written.append(path)
            }
        }
        return written
    }

    private func write(
        _ document: ReportDocument, as format: ReportFormat, to path: String
    ) throws(DiagnosticsError) {
        switch format {
        case .html: try write(HTMLRenderer().render(document), to: path)
        case .xlsx: try writeWorkbook(document, to: path)
        case .markdown: try write(MarkdownRenderer().render(document), to: path)
        case .csv: try write(CSVRenderer().render(document), to: path)
        case .json: try write(JSONRenderer().render(document), to: path)
        case .pdf: break
        }
    }

    private func makePrinter() throws(DiagnosticsError) -> PagePrinter {
        guard let renderer = PageRenderer.onThisMachine() else { throw DiagnosticsError(.noPageRenderer) }
        return PagePrinter(renderer: renderer)
    }

    private func writeWorkbook(_ document: ReportDocument, to path: String) throws(DiagnosticsError) {
        // Beside its place first: the library writes piece by piece, and half a workbook must never be found there.
        let draft = path + ".part"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        do throws(WorkbookError) {
            let writer = WorkbookWriter(typeface: WorkbookRenderer.typeface(of: document.language))
            try writer.write(WorkbookRenderer().render(document), to: draft)
        } catch {
            throw DiagnosticsError(.cannotWrite(path, detail: "\(error)"))
        }
        guard let data = try? Data(contentsOf: URL(filePath: draft)) else {
            throw DiagnosticsError(.cannotWrite(path, detail: draft))
        }
        try write(data, to: path)
    }

    private func createFolder(_ path: String) throws(DiagnosticsError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw DiagnosticsError(.cannotWrite(path, detail: "\(error)"))
        }
    }

    private func write(_ text: String, to path: String) throws(DiagnosticsError) {
        try write(Data(text.utf8), to: path)
    }

    private func write(_ data: Data, to path: String) throws(DiagnosticsError) {
        do {
            // Written whole or not at all, so that nobody mails half a report.
            try data.write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw DiagnosticsError(.cannotWrite(path, detail: "\(error)"))
        }
    }
}

extension Diagnostic {
    fileprivate static func cannotWrite(_ path: String, detail: String) -> Diagnostic {
        Diagnostic(
            code: "report.cannot-write", position: SourcePosition(file: path), value: detail,
            message: BilingualText(ja: "書き込めません。", en: "This cannot be written."),
            remedy: BilingualText(ja: "空き容量と権限を確認してください。", en: "Check free space and permissions."))
    }
}
