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
        case reports = "/reports"
        case loads = "/loads"
        case holds = "/holds"
        case findings = "/findings"
        case definitions = "/definitions"
    }

    /// The one thing a page is about, where it is about one; the identifier is as it was asked for, whatever that is.
    enum Subject: Sendable, Hashable {
        case figure(String)
        case place(String)
        case market(String)
        /// A page outside the navigation, by its path: it is about no figure, and shows no period.
        case other(path: String)

        fileprivate var path: String {
            switch self {
            case .figure: "/figure"
            case .place: "/place"
            case .market: "/market"
            case .other(let path): path
            }
        }

        /// The identifier.
        var id: String {
            switch self {
            case .figure(let id), .place(let id), .market(let id): id
            case .other: ""
            }
        }
    }

    var page: Page
    var language: Language
    /// The last month looked at; `nil` for the latest there is.
    var through: Month?
    /// What the page is about; `nil` for the page of the navigation itself.
    var subject: Subject?

    /// The address of this page without its query.
    var path: String { subject?.path ?? page.rawValue }

    /// Whether the page changes with the last month looked at.
    var hasPeriod: Bool {
        switch subject {
        case .figure, .other: false
        case .place, .market: true
        case nil: page != .loads && page != .holds && page != .reports
        }
    }

    /// The address of a page with the same language and period.
    func path(to page: Page, in language: Language? = nil) -> String {
        page.rawValue + "?" + query(in: language ?? self.language)
    }

    /// The address of a page about one thing, with the same language and period.
    ///
    /// Every octet of its identifier but letters, digits and a few marks is written in hexadecimal.
    func path(to subject: Subject, in language: Language? = nil) -> String {
        if case .other(let path) = subject { return path + "?" + query(in: language ?? self.language) }
        return subject.path + "?id=" + Self.encoded(subject.id) + "&" + query(in: language ?? self.language)
    }

    /// The address of this very page in a language.
    func path(in language: Language) -> String {
        subject.map { path(to: $0, in: language) } ?? path(to: page, in: language)
    }

    func query(in language: Language) -> String {
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
    /// The sections of the report this page shows; `nil` for a page of the ledger's records.
    var sections: Set<String>? {
        switch self {
        case .overview: ["summary", "outlook", "progress", "months", "gaps"]
        case .places: ["places", "comparison", "seasonality"]
        case .markets: ["inbound"]
        case .progress: ["outlook", "progress", "published", "cross-check", "drift"]
        case .indicators: ["kpis", "kpi-form"]
        case .quality: ["gaps", "findings", "held", "published"]
        case .definitions: ["definitions"]
        case .reports, .loads, .holds, .findings: nil
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
        case .reports: BilingualText(ja: "報告書", en: "Reports")
        case .loads: BilingualText(ja: "読み込み", en: "Loads")
        case .holds: BilingualText(ja: "保留", en: "Held rows")
        case .findings: BilingualText(ja: "確認事項", en: "Findings")
        case .definitions: BilingualText(ja: "定義", en: "Definitions")
        }
    }
}
