public import Languages

/// A finished report, free of any format, in one language.
///
/// It holds texts and figures only; nothing is computed from here on. Two equal documents give the same bytes
/// in every format: no renderer reads a clock, a locale or the machine's name.
public struct ReportDocument: Sendable, Hashable {
    /// The language every text of the document is in.
    public var language: Language
    /// What the report is, such as "観光 KPI 月次報告 2019年3月".
    public var title: String
    /// Whom and what it covers, if the title leaves that open.
    public var subtitle: String?
    /// The verdict in one sentence: what a reader takes away who reads nothing else.
    public var headline: String
    /// What must be known before any figure is believed; stands on every printed page.
    public var banners: [ReportBanner]
    /// The body, in reading order.
    public var sections: [ReportSection]
    /// Where the figures of the document come from; figure ids link here.
    public var passports: [FigurePassport]
    /// Sources to be named, such as surveys and their publishers.
    public var sources: [String]
    /// Remarks that hold for the document as a whole.
    public var footnotes: [String]
    /// The name and version of what wrote the document.
    public var product: String
    /// When it was written, as text chosen by the caller; nil where the same bytes are wanted every time.
    public var generatedAt: String?

    /// A document; everything but its verdict may be filled in later.
    public init(
        language: Language, title: String, subtitle: String? = nil, headline: String, banners: [ReportBanner] = [],
        sections: [ReportSection] = [], passports: [FigurePassport] = [], sources: [String] = [],
        footnotes: [String] = [], product: String, generatedAt: String? = nil
    ) {
        self.language = language
        self.title = title
        self.subtitle = subtitle
        self.headline = headline
        self.banners = banners
        self.sections = sections
        self.passports = passports
        self.sources = sources
        self.footnotes = footnotes
        self.product = product
        self.generatedAt = generatedAt
    }
}
