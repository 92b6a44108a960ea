import Languages
import Workspace

/// The places or the markets that have a page of their own, as links.
struct SubjectList {
    let workspace: Workspace
    let address: PageAddress

    /// Nothing on pages that list none.
    var markup: Markup {
        switch address.page {
        case .places: list(Words.places, workspace.reportedPlaces, PageAddress.Subject.place, workspace.placeName)
        case .markets: list(Words.markets, workspace.reportedMarkets, PageAddress.Subject.market, workspace.marketName)
        case .reports: ReportList(workspace: workspace, address: address).markup
        default: ""
        }
    }

    private func list(
        _ title: BilingualText, _ ids: [String], _ subject: (String) -> PageAddress.Subject,
        _ name: (String) -> BilingualText
    ) -> Markup {
        guard !ids.isEmpty else { return "" }
        let items: [Markup] = ids.map {
            "<li><a href=\"\(address.path(to: subject($0)))\">\(name($0)(address.language))</a></li>\n"
        }
        return """
            <nav class="contents subjects" aria-label="\(title(address.language))"><ul>
            \(items)</ul></nav>

            """
    }

    private enum Words {
        static let places = BilingualText(ja: "場所ごとのページ", en: "A page for each place")
        static let markets = BilingualText(ja: "市場ごとのページ", en: "A page for each market")
    }
}
