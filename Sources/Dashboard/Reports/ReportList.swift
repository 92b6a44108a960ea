import Languages
import Reporting
import VisitorLedger
import VisitorModel
import Workspace

/// The reports there are: what was published, as it was published, and the draft of the present.
struct ReportList {
    let workspace: Workspace
    let address: PageAddress

    private var language: Language { address.language }

    /// The drafts, then the publications with the latest first.
    var markup: Markup {
        let drafts: [Markup] = Language.allCases.map { language in
            let links: [Markup] = ReportFormat.usual.map {
                let target = "/report?draft=\($0.rawValue)&lang=\(language.rawValue)"
                return link(target, $0, language)
            }
            return "<tr><th scope=\"row\">\(name(of: language))</th><td>\(links)</td></tr>\n"
        }
        return """
            <section class="reports" aria-labelledby="drafts"><h2 id="drafts">\(Words.draft(language))</h2><div class="body">
            <div class="table"><table><caption>\(Words.draftCaption(language))</caption>
            <thead><tr><th scope="col">\(Words.language(language))</th><th scope="col">\(Words.files(language))</th></tr></thead>
            <tbody>
            \(drafts)</tbody></table></div></div></section>
            <section class="reports" aria-labelledby="published"><h2 id="published">\(Words.published(language))</h2><div class="body">
            \(publications)
            </div></section>

            """
    }

    private var publications: Markup {
        guard let publications = try? workspace.publications(), !publications.isEmpty else {
            return "<p class=\"prose\">\(Words.none(language))</p>"
        }
        let rows: [Markup] = publications.reversed().map { publication in
            let names = (try? workspace.fileNames(ofPublication: publication.id)) ?? []
            let links: [Markup] = names.map { name in
                let target = "/report?publication=\(publication.id)&name=" + PageAddress.encoded(name)
                return "<a href=\"\(target)\">\(name)</a> "
            }
            let period = Period.month(publication.month).label(language)
            return """
                <tr><th scope="row">\(publication.id)</th><td>\(period)</td><td>\(publication.recordedAt.description)</td>
                <td>\(publication.by)</td><td>\(publication.note)</td><td>\(links)</td></tr>

                """
        }
        let heads: [Markup] = [Words.number, Words.month, Words.moment, Words.by, Words.note, Words.files].map {
            "<th scope=\"col\">\($0(language))</th>"
        }
        return """
            <div class="table" role="region" aria-label="\(Words.publishedCaption(language))" tabindex="0">
            <table><caption>\(Words.publishedCaption(language))</caption><thead><tr>\(heads)</tr></thead><tbody>
            \(rows)</tbody></table></div>
            """
    }

    private func link(_ target: String, _ format: ReportFormat, _ language: Language) -> Markup {
        let name = format == .xlsx ? "Excel" : format == .markdown ? "Markdown" : format.rawValue.uppercased()
        return "<a href=\"\(target)\" hreflang=\"\(language.rawValue)\">\(name)</a> "
    }

    private func name(of language: Language) -> String { language == .japanese ? "日本語" : "English" }

    private enum Words {
        static let draft = BilingualText(ja: "いまの下書き", en: "The draft of the present")
        static let draftCaption = BilingualText(ja: "いまの台帳から作る、公表前の報告書", en: "Drawn up from the ledger now, not published")
        static let publishedCaption = BilingualText(ja: "公表した時のままのファイル", en: "Files as they were published")
        static let published = BilingualText(ja: "公表した報告書", en: "Published reports")
        static let none = BilingualText(ja: "まだ何も公表していません。", en: "Nothing was published yet.")
        static let language = BilingualText(ja: "言語", en: "Language")
        static let files = BilingualText(ja: "ファイル", en: "Files")
        static let number = BilingualText(ja: "番号", en: "No.")
        static let month = BilingualText(ja: "対象の月", en: "About")
        static let moment = BilingualText(ja: "公表の時", en: "Published")
        static let by = BilingualText(ja: "公表した人", en: "By")
        static let note = BilingualText(ja: "備考", en: "Note")
    }
}
