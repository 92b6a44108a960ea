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
        let gathering = try ReportGathering(self, request: request)
        return try gathering.documents(in: [language], gathering.outlook())[0]
    }

    /// Writes the monthly KPI report in all languages and forms asked for.
    ///
    /// - Returns: The files written.
    /// - Throws: As `report(_:in:)`; `DiagnosticsError` too when a file cannot be written.
    public func writeReport(_ request: ReportRequest) async throws -> [String] {
        // Asked before anything is written, so that a run without a renderer leaves nothing half done.
        let printer = try await printer(for: request)
        let gathering = try ReportGathering(self, request: request)
        var written: [String] = []
        try createFolder(request.folder)
        for document in try gathering.documents(in: request.languages, gathering.outlook()) {
            for format in request.formats {
                let path = request.folder + "/" + gathering.fileName(document.language, format)
                if format == .pdf, let printer {
                    try write(await printer.pdf(of: HTMLRenderer().render(document)), to: path)
                } else {
                    try write(bytes(of: document, as: format), to: path)
                }
                written.append(path)
            }
        }
        return written
    }

    /// A report in one form, but for PDF, which a browser prints.
    func bytes(of document: ReportDocument, as format: ReportFormat) throws(DiagnosticsError) -> Data {
        switch format {
        case .html, .pdf: Data(HTMLRenderer().render(document).utf8)
        case .xlsx: try workbook(of: document)
        case .markdown: Data(MarkdownRenderer().render(document).utf8)
        case .csv: Data(CSVRenderer().render(document).utf8)
        case .json: Data(JSONRenderer().render(document).utf8)
        }
    }

    /// What prints the report, when a PDF is wanted; it has shown that it can write what the report holds.
    func printer(for request: ReportRequest) async throws -> PagePrinter? {
        guard request.formats.contains(.pdf) else { return nil }
        guard let renderer = PageRenderer.onThisMachine() else { throw DiagnosticsError(.noPageRenderer) }
        let printer = PagePrinter(renderer: renderer)
        if request.languages.contains(.japanese) { try await printer.checkJapaneseLetters() }
        return printer
    }

    private func workbook(of document: ReportDocument) throws(DiagnosticsError) -> Data {
        // Aside first: the library writes piece by piece, and half a workbook must never be found in its place.
        let draft = FileManager.default.temporaryDirectory.path + "/dmo-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        do throws(WorkbookError) {
            let writer = WorkbookWriter(typeface: WorkbookRenderer.typeface(of: document.language))
            try writer.write(WorkbookRenderer().render(document), to: draft)
        } catch {
            throw DiagnosticsError(.cannotWrite(draft, detail: "\(error)"))
        }
        guard let data = try? Data(contentsOf: URL(filePath: draft)) else {
            throw DiagnosticsError(.cannotWrite(draft, detail: "cannot be read back"))
        }
        return data
    }

    func createFolder(_ path: String) throws(DiagnosticsError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw DiagnosticsError(.cannotWrite(path, detail: "\(error)"))
        }
    }

    func write(_ data: Data, to path: String) throws(DiagnosticsError) {
        do {
            // Written whole or not at all, so that nobody mails half a report.
            try data.write(to: URL(filePath: path), options: .atomic)
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
