import Diagnostics
import FoundationEssentials
public import Languages
public import VisitorLedger

/// A file of a report, to be handed to somebody.
public struct ReportFile: Sendable, Hashable {
    /// What it is called.
    public var name: String
    /// Its form; `nil` where the name does not tell it.
    public var format: ReportFormat?
    /// Its bytes.
    public var bytes: [UInt8]
}

extension Workspace {
    /// The names of the files of a publication, in order.
    ///
    /// - Throws: `LedgerError`.
    public func fileNames(ofPublication id: Int) throws(LedgerError) -> [String] {
        try readLedger()?.content(ofPublication: id).files.map(\.name) ?? []
    }

    /// A file as it was published, byte by byte.
    ///
    /// - Returns: `nil` when there is no such publication or no such file in it.
    /// - Throws: `LedgerError`.
    public func publishedFile(_ name: String, ofPublication id: Int) throws(LedgerError) -> ReportFile? {
        guard let file = try readLedger()?.content(ofPublication: id).files.first(where: { $0.name == name }) else {
            return nil
        }
        return ReportFile(name: file.name, format: Self.format(of: file.name), bytes: file.content)
    }

    /// A report drawn up now, as one file; not as PDF, which a browser prints.
    ///
    /// - Throws: As `report(_:in:)`; `DiagnosticsError` too for a PDF.
    public func draftFile(_ request: ReportRequest, as format: ReportFormat, in language: Language) throws -> ReportFile {
        guard format != .pdf else { throw DiagnosticsError(.noPageRenderer) }
        let gathering = try ReportGathering(self, request: request)
        let document = try gathering.documents(in: [language], gathering.outlook())[0]
        return ReportFile(
            name: gathering.fileName(language, format), format: format, bytes: Array(try bytes(of: document, as: format)))
    }

    private static func format(of name: String) -> ReportFormat? {
        name.split(separator: ".").last.flatMap { ReportFormat(rawValue: String($0)) }
    }
}
