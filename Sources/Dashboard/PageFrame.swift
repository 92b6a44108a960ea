import Languages
import Reporting
import VisitorModel

/// What stands around every page: the skip link, the navigation, the languages, the period.
struct PageFrame {
    let address: PageAddress
    /// Who looks at it.
    var visitor = Visitor.anyone
    /// Whether it stands alone, for somebody who has not logged in: without the ways to other pages.
    var isBare = false
    /// The state of the ledger the page was drawn up from; without one it does not ask whether it is up to date.
    var state = ""
    /// The choice of a place or a market.
    var filter: Markup = ""

    private var language: Language { address.language }

    /// A whole page.
    func page(title: String, banners: [ReportBanner], headline: String?, body: Markup) -> Markup {
        let parts = parts(title: title, banners: banners, headline: headline, body: body)
        return "\(parts.before)\(bar)\(parts.after)"
    }

    private static let script: Markup = "<script src=\"\(PageScript.path)\" defer></script>"

    /// What stands above the navigation for somebody who logged in.
    var bar: Markup { AccountBar(visitor: visitor, language: language).markup }

    /// What is the same whoever looks: the page before and after ``bar``.
    func parts(
        title: String, banners: [ReportBanner], headline: String?, body: Markup
    ) -> (before: Markup, after: Markup) {
        let before: Markup = """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/assets/\(language.rawValue).css">
            \(isBare ? "" : Self.script)
            </head>
            <body data-state="\(state)">
            <a class="skip" href="#page">\(Words.skip(language))</a>
            <div class="paper">
            \(notes(banners))
            <div class="sheet">
            <header class="masthead"><p class="site">\(title)</p>

            """
        let after: Markup = """
            \(isBare ? "" : navigation)
            \(isBare ? "" : period)
            </header>
            <main id="page" tabindex="-1">
            <h1 class="headline">\(headline ?? title)</h1>
            \(body)
            </main>
            </div>
            </div>
            </body>
            </html>

            """
        return (before, after)
    }

    private func notes(_ banners: [ReportBanner]) -> Markup {
        guard !banners.isEmpty else { return "" }
        let lines: [Markup] = banners.map { "<p class=\"banner \($0.kind.rawValue)\">\($0.text)</p>\n" }
        return "<div class=\"banners\" role=\"region\" aria-label=\"\(Words.notice(language))\">\(lines)</div>"
    }

    private var navigation: Markup {
        let pages: [Markup] = PageAddress.Page.allCases.map { page in
            let current: Markup = page == address.page && address.subject == nil ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(address.path(to: page))\"\(current)>\(page.name(language))</a></li>\n"
        }
        let other: Language = language == .japanese ? .english : .japanese
        let name = other == .japanese ? "日本語" : "English"
        let target = address.path(in: other)
        return """
            <nav class="contents" aria-label="\(Words.pages(language))"><ul>
            \(pages)<li><a href="\(target)" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\(name)</a></li>
            </ul></nav>
            """
    }

    private var period: Markup {
        guard address.hasPeriod else { return "" }
        return """
            <form class="period" method="get" action="/show">
            <input type="hidden" name="page" value="\(address.page.rawValue)">
            <input type="hidden" name="lang" value="\(language.rawValue)">
            \(filter)
            <label for="through">\(Words.through(language))</label>
            <input type="month" id="through" name="through" value="\(address.through?.id ?? "")" placeholder="2019-03">
            <button type="submit">\(Words.show(language))</button>
            </form>
            """
    }

    private enum Words {
        static let skip = BilingualText(ja: "本文へ", en: "Skip to the page")
        static let notice = BilingualText(ja: "重要なお知らせ", en: "Important notice")
        static let pages = BilingualText(ja: "ページ", en: "Pages")
        static let through = BilingualText(ja: "この月まで", en: "Up to month")
        static let show = BilingualText(ja: "表示", en: "Show")
    }
}

/// The style sheet: the report's own, and what only a page on a server has.
enum PageStyle {
    static func sheet(for language: Language) -> String {
        HTMLRenderer.styleSheet(for: language) + "\n" + frame
    }

    private static let frame = """
        .site { font-weight: 700; }
        .contents ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; line-height: 2; }
        .contents [aria-current] { font-weight: 700; text-decoration-color: var(--ink); }
        .period { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; font-size: .875rem; color: var(--muted); }
        .period input, .period button, .period select {
          font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--rule);
          padding: .25rem .5rem; min-height: 2rem;
        }
        .period select { max-width: 18em; }
        .subjects { border-top: 0; }
        .account { border-top: 0; font-size: .875rem; }
        .account form { display: inline; }
        .account button, .upload button, .log-in button, .upload input, .upload select, .log-in input {
          font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--rule);
          padding: .25rem .5rem; min-height: 2rem; max-width: 100%;
        }
        .upload label, .log-in label { display: block; font-size: .875rem; color: var(--muted); }
        .upload, .log-in { margin-block: 1rem; }
        .drawing[role="slider"] { touch-action: pan-y; cursor: crosshair; }
        .drawing[role="slider"]:focus-visible { outline: 2px solid var(--accent); outline-offset: 4px; }
        .mark { fill: var(--accent); fill-opacity: .12; stroke: var(--accent); pointer-events: none; }
        .readout { min-height: 3.4em; margin-top: .5rem; font-size: .875rem; color: var(--muted); font-variant-numeric: tabular-nums; }
        .readout strong { color: var(--ink); margin-right: .5em; }
        .readout span { display: inline-block; margin-right: 1.25em; color: var(--ink); }
        .news:not(:empty) {
          position: fixed; right: 1rem; bottom: 1rem; margin: 0; padding: .5rem 1rem; max-width: calc(100vw - 2rem);
          background: var(--tint); border: 1px solid var(--strong-rule);
        }
        .reports tbody th, .reports td:nth-child(-n+3):not(:last-child) { white-space: nowrap; }
        .reports td a { margin-right: 1em; white-space: nowrap; }
        #section-inputs td:nth-child(2) { white-space: nowrap; }
        #section-inputs td:nth-child(4) { overflow-wrap: anywhere; min-width: 12em; }
        #section-inputs td:last-child { overflow-wrap: anywhere; min-width: 14em; font-size: .75rem; }
        #section-loads tbody th, #section-holds tbody th { min-width: 2.5em; }
        #section-loads td:nth-child(4), #section-findings td:last-child { overflow-wrap: anywhere; min-width: 12em; font-size: .75rem; }
        #section-holds td.text:nth-last-child(-n+2), #section-findings td.text { min-width: 11em; }
        """
}
