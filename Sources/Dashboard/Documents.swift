import Languages
import Reporting
import Synchronization
import VisitorModel
import Workspace

/// The reports behind the pages, drawn up once for each state of the ledger.
///
/// Definitions are read when the server starts.
final class Documents: Sendable {
    private struct Key: Hashable {
        var language: Language
        var through: Month?
    }

    private struct Kept {
        var state: LedgerState?
        var documents: [Key: ReportDocument] = [:]
    }

    /// No more reports are kept than a meeting looks at; the address decides how many there could be.
    private static let limit = 24

    private let workspace: Workspace
    private let kept = Mutex(Kept())

    init(_ workspace: Workspace) { self.workspace = workspace }

    /// The report of a period in a language, as a draft.
    ///
    /// - Throws: `DiagnosticsError` when there is nothing to report on, `LedgerError`.
    func document(in language: Language, through: Month?) throws -> ReportDocument {
        // Read before the report is drawn up: a load that ends meanwhile is seen the next time.
        let present = workspace.ledgerState
        let key = Key(language: language, through: through)
        if let document = kept.withLock({ $0.state == present ? $0.documents[key] : nil }) { return document }
        let request = ReportRequest(month: through, folder: "", languages: [language], formats: [])
        let document = try workspace.report(request, in: language)
        kept.withLock { kept in
            if kept.state != present || kept.documents.count >= Self.limit { kept.documents = [:] }
            kept.state = present
            kept.documents[key] = document
        }
        return document
    }
}
