import Accounts
import HTTPTypes
import Hummingbird
import Languages
import Reporting
import Workspace

/// Who did what, for editors.
struct AuditPage: Sendable {
    static let path = "/audit"
    /// How many lines the page shows; the command shows as many as one asks for.
    private static let lines = 200

    let people: People

    /// The page's section.
    func section(in language: Language) throws -> ReportSection {
        let entries = try people.store()?.audit(last: Self.lines) ?? []
        let table = AuditList(entries.reversed()).table(in: language)
        return ReportSection(
            id: "audit", title: Words.title(language), blocks: [.paragraph(Words.note(language)), .table(table)])
    }

    enum Words {
        static let title = BilingualText(ja: "操作の記録", en: "Audit log")
        static let note = BilingualText(
            ja: "新しいものから \(lines) 件です。全部は dmo audit で見られます。",
            en: "The latest \(lines) lines, the newest first. dmo audit shows all.")
    }
}
