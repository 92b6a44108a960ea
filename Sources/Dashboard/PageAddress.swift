import Languages
import VisitorModel

/// Which page somebody asked for: everything that shapes it stands in its address, so that an address can be passed on.
struct PageAddress: Sendable, Hashable {
    /// The pages, in the order of the navigation.
    enum Page: String, Sendable, CaseIterable {
        case overview = "/"
        case places = "/places"
        case markets = "/markets"
        case progress = "/progress"
        case indicators = "/kpis"
        case quality = "/quality"
        case definitions = "/definitions"
    }

    var page: Page
    var language: Language
    /// The last month looked at; `nil` for the latest there is.
    var through: Month?

    /// The address of a page with the same language and period.
    func path(to page: Page, in language: Language? = nil) -> String {
        page.rawValue + "?" + query(in: language ?? self.language)
    }

    /// The address of a figure's passport; every octet but letters, digits and a few marks is written in hexadecimal.
    func path(toFigure id: String) -> String {
        "/figure?id=" + Self.encoded(id) + "&" + query(in: language)
    }

    private func query(in language: Language) -> String {
        "lang=\(language.rawValue)" + (through.map { "&through=\($0.id)" } ?? "")
    }

    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { result, octet in
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                result.append(Character(Unicode.Scalar(octet)))
            default: result += "%\(digits[Int(octet >> 4)])\(digits[Int(octet & 15)])"
            }
        }
    }
}

extension PageAddress.Page {
    /// The sections of the report this page shows.
    var sections: Set<String> {
        switch self {
        case .overview: ["summary", "outlook", "progress", "months", "gaps"]
        case .places: ["places", "seasonality"]
        case .markets: ["inbound"]
        case .progress: ["outlook", "progress", "published", "cross-check"]
        case .indicators: ["kpis", "kpi-form"]
        case .quality: ["gaps", "held", "published"]
        case .definitions: ["definitions"]
        }
    }

    /// What the navigation calls it.
    var name: BilingualText {
        switch self {
        case .overview: BilingualText(ja: "概況", en: "Overview")
        case .places: BilingualText(ja: "場所", en: "Places")
        case .markets: BilingualText(ja: "市場", en: "Markets")
        case .progress: BilingualText(ja: "目標", en: "Progress")
        case .indicators: BilingualText(ja: "KPI", en: "KPI sheet")
        case .quality: BilingualText(ja: "データの状態", en: "Data quality")
        case .definitions: BilingualText(ja: "定義", en: "Definitions")
        }
    }
}
