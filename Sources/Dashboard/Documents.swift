import Languages
import Reporting
import VisitorModel
import Workspace

/// The reports behind the pages, drawn up once for each state of the ledger.
///
/// Definitions are read when the server starts.
actor Documents {
    private struct Key: Hashable {
        var language: Language
        var through: Month?
    }

    /// No more reports are kept than a meeting looks at; the address decides how many there could be.
    private static let limit = 24

    private let workspace: Workspace
    private var state: LedgerState?
    private var kept: [Key: ReportDocument] = [:]

    init(_ workspace: Workspace) { self.workspace = workspace }

    /// The report of a period in a language, as a draft.
    ///
    /// - Throws: `DiagnosticsError` when there is nothing to report on, `LedgerError`.
    func document(in language: Language, through: Month?) throws -> ReportDocument {
        // Read before the report is drawn up: a load that ends meanwhile is seen the next time.
        let present = workspace.ledgerState
        if present != state || kept.count >= Self.limit { kept = [:] }
        state = present
        let key = Key(language: language, through: through)
        if let document = kept[key] { return document }
        let request = ReportRequest(month: through, folder: "", languages: [language], formats: [])
        let document = try workspace.report(request, in: language)
        kept[key] = document
        return document
    }
}
