import Languages

/// Turns a document into what the templates see, giving every part its anchor.
struct HTMLViewBuilder {
    let document: ReportDocument
    var language: Language { document.language }

    /// The names too long for a page, cut in every part of it.
    let names: LongNames
    private var anchors = AnchorNames()
    private let passportsAnchor: String
    /// The anchors of the passports by figure id; a figure without a passport is not linked.
    private var passportAnchors: [String: String] = [:]
    private var passports: [FigurePassport] = []

    /// Leads from a figure to a passport outside the page; the page's own passports when nil.
    private let linkElsewhere: (@Sendable (String) -> String?)?

    init(_ document: ReportDocument, linkingFigures linkElsewhere: (@Sendable (String) -> String?)? = nil) {
        self.document = document
        self.linkElsewhere = linkElsewhere
        names = LongNames(document)
        passportsAnchor = anchors.claim("", prefix: "passports")
        for passport in document.passports where passportAnchors[passport.id] == nil {
            passportAnchors[passport.id] = anchors.claim(passport.id, prefix: "figure")
            passports.append(passport)
        }
    }

    /// The anchor of a figure's passport, if it has one.
    func anchor(of figureID: String?) -> String? {
        figureID.flatMap { passportAnchors[$0] }
    }

    /// Where a figure's passport is found, if anywhere.
    func link(of figureID: String?) -> String? {
        guard let figureID else { return nil }
        if let linkElsewhere { return linkElsewhere(figureID) }
        return anchor(of: figureID).map { "#" + $0 }
    }

    /// The body alone, for a page that somebody else frames.
    mutating func fragments() -> HTMLView {
        var view = HTMLView(names)
        view.set("passportLink", DocumentWording.passportLink(language))
        view.set("sections", document.sections.map { section($0) })
        return view
    }

    mutating func page() -> HTMLView {
        var view = HTMLView(names)
        view.set("language", language.rawValue)
        view.setRaw("style", HTMLStyle.sheet(language))
        view.set("title", document.title)
        view.set("subtitle", document.subtitle)
        view.set("headline", document.headline, .sentence)
        view.set("product", document.product)
        view.set("skip", DocumentWording.skip(language))
        view.set("importantNotice", DocumentWording.importantNotice(language))
        view.set("contents", DocumentWording.contents(language))
        view.set("passportLink", DocumentWording.passportLink(language))
        view.set("placeTitle", DocumentWording.place(language))
        view.set("valuesTitle", DocumentWording.inputValues(language))
        view.set("fileTitle", DocumentWording.file(language))
        view.set("hashTitle", DocumentWording.hash(language))
        view.set("generated", DocumentWording.generated(by: document.product, at: document.generatedAt)(language))
        view.set("hasBanners", !document.banners.isEmpty)
        view.set("banners", document.banners.map(banner))
        let sections = document.sections.map { section($0) }
        view.set("sections", sections)
        view.set("hasContents", sections.count + (passports.isEmpty ? 0 : 1) > 2)
        if !passports.isEmpty { view.set("passports", passportSection()) }
        let remarks = [(DocumentWording.sources, document.sources), (DocumentWording.footnotes, document.footnotes)]
        view.set("remarks", remarks.filter { !$1.isEmpty }.map { remark($0(language), $1) })
        view.set("hasLongNames", !names.whole.isEmpty)
        view.set("longNamesTitle", DocumentWording.longNames(language))
        view.set(
            "longNames",
            names.whole.map { name in
                var view = HTMLView(names)
                view.setWhole("name", name)
                return view
            })
        return view
    }

    private func banner(_ banner: ReportBanner) -> HTMLView {
        var view = HTMLView(names)
        view.set("kind", banner.kind.rawValue)
        view.set("name", banner.kind.name(language))
        // Browsers repeat the head of a page only while it takes less than a quarter of it.
        view.set("text", banner.text)
        return view
    }

    private mutating func section(_ section: ReportSection) -> HTMLView {
        var view = HTMLView(names)
        view.set("anchor", anchors.claim(section.id, prefix: "section"))
        view.set("title", section.title)
        view.set("blocks", section.blocks.map(block))
        return view
    }

    private func passportSection() -> HTMLView {
        var view = HTMLView(names)
        view.set("anchor", passportsAnchor)
        view.set("title", DocumentWording.passports(language))
        view.set("introduction", DocumentWording.passportsIntroduction(language), .prose)
        view.set("entries", entries(passports))
        return view
    }

    private func remark(_ title: String, _ items: [String]) -> HTMLView {
        var view = HTMLView(names)
        view.set("title", title)
        view.set(
            "items",
            items.map { item in
                var view = HTMLView(names)
                view.set("text", item, .prose)
                return view
            })
        return view
    }
}
