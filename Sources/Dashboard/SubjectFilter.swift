import HTTPTypes
import Hummingbird
import Languages
import Workspace

/// The choice of the one place or market a page is about; what is chosen stands in the address, to be passed on.
struct SubjectFilter {
    let workspace: Workspace
    let address: PageAddress

    private var language: Language { address.language }

    /// A list to choose from, in the form with the period.
    var markup: Markup {
        let places = group(Words.places, workspace.reportedPlaces.map { (.place($0), workspace.placeName($0)) })
        let markets = group(Words.markets, workspace.reportedMarkets.map { (.market($0), workspace.marketName($0)) })
        return """
            <label for="what">\(Words.what(language))</label>
            <select id="what" name="what">
            <option value="">\(Words.everything(language))</option>
            \(places)\(markets)</select>
            """
    }

    private func group(_ title: BilingualText, _ subjects: [(PageAddress.Subject, BilingualText)]) -> Markup {
        guard !subjects.isEmpty else { return "" }
        let options: [Markup] = subjects.map { subject, name in
            let chosen: Markup = subject == address.subject ? " selected" : ""
            return "<option value=\"\(Self.name(of: subject))\"\(chosen)>\(name(language))</option>\n"
        }
        return "<optgroup label=\"\(title(language))\">\n\(options)</optgroup>\n"
    }

    private static func name(of subject: PageAddress.Subject) -> String {
        switch subject {
        case .place(let id): "place:" + id
        case .market(let id): "market:" + id
        case .figure(let id): "figure:" + id
        case .other: ""
        }
    }

    /// Leads from what the form says to the page's own address.
    static func redirect(_ address: PageAddress, _ request: Request) -> Response {
        let parameters = request.uri.queryParameters
        let page = parameters["page"].flatMap { PageAddress.Page(rawValue: String($0)) } ?? .overview
        let what = parameters["what"].map(String.init) ?? ""
        let parts = what.split(separator: ":", maxSplits: 1).map(String.init)
        let target =
            switch (parts.first, parts.last) {
            case ("place", let id?) where parts.count == 2: address.path(to: .place(id))
            case ("market", let id?) where parts.count == 2: address.path(to: .market(id))
            default: address.path(to: page)
            }
        return Response(status: .seeOther, headers: [.location: target])
    }

    private enum Words {
        static let what = BilingualText(ja: "対象", en: "About")
        static let everything = BilingualText(ja: "全体", en: "Everything")
        static let places = BilingualText(ja: "場所", en: "Places")
        static let markets = BilingualText(ja: "市場", en: "Markets")
    }
}
