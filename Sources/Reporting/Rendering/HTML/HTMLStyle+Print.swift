extension HTMLStyle {
    /// A4, with the banners on each page: a table's head repeats on every page, so on paper they are one.
    ///
    /// A long table breaks between its rows, its head repeated; what a heading row heads follows it to the next page.
    /// A definition is printed with the first figure it belongs to.
    static let print = """
        @page { size: A4; margin: 14mm 16mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #59626d; } }
        @media print {
          html { font-size: 9.5pt; }
          body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .skip, .contents { display: none; }
          .paper { display: table; width: 100%; table-layout: fixed; }
          .banners { display: table-header-group; break-inside: avoid; font-size: 8.5pt; line-height: 1.8; }
          .banner { display: inline; margin: 0 0 0 3mm; padding: 0; font-size: inherit; }
          .banners::after { content: ""; display: block; height: 5mm; background: var(--ground); }
          .sheet { display: table-row-group; padding: 0; max-width: none; }
          .headline { font-size: 17pt; margin: 5mm 0 6mm; max-width: none; }
          main > section { margin-top: 7mm; }
          main > .contents + section { margin-top: 0; }
          h2, h3, figcaption, caption, .figure-value { break-after: avoid; }
          figure, .key-figures, .notices li, .definitions > div, tr, .passports dl { break-inside: avoid; }
          thead { display: table-header-group; }
          .body > .table:not(.long), .table:not(.long) table { break-inside: avoid; }
          tbody tr:nth-child(-n+2), tbody tr:last-child { break-before: avoid; }
          tbody tr.heading, .notices li:first-child:not(:last-child) { break-after: avoid; }
          .notices { break-before: avoid; }
          .prose, .notices span, .definitions dd { max-width: none; }
          .notices li { grid-template-columns: 4em minmax(0, 1fr); padding: 1mm 0; }
          .notices .information { font-size: 7.5pt; line-height: 1.5; padding: .4mm 0; }
          .definitions > div { grid-template-columns: 52mm minmax(0, 1fr); padding: 1mm 0; font-size: 8.5pt; }
          .many, .many td small, .many thead small { font-size: 6.5pt; }
          .many th, .many td { padding-left: 1.5mm; }
          .many td.text { min-width: 5.5em; }
          .many td:not(.text) + td.text, .many th:not(.text) + th.text { padding-left: 3mm; }
          .many th[scope="row"] { min-width: 9em; overflow-wrap: anywhere; }
          .passports .body { columns: 2; column-gap: 9mm; font-size: 7.5pt; line-height: 1.5; }
          .passports .body > .prose { column-span: all; font-size: 9pt; }
          .passports ol, .passports ul { padding-left: 1.4em; margin: .5mm 0 0; }
          .passports article { break-inside: avoid; margin: 0; padding: 1.5mm 0 2mm; }
          .passports h3 { font-size: 8.5pt; text-wrap: wrap; }
          .figure-value span { font-size: 10pt; }
          .passports dl { font-size: 7.5pt; margin: 0; }
          .passports dl > div { grid-template-columns: 15mm minmax(0, 1fr); padding: 0; }
          .passports dl > .repeated { display: none; }
          .code { font-size: 7pt; }
          .table { overflow: visible; }
          .prose, .notices, .definitions { orphans: 3; widows: 3; }
          .drawing svg { max-height: 150mm; }
          details { display: none; }
          a { color: inherit; }
          td a, .value a { text-decoration: none; }
          .colophon { break-inside: avoid; }
        }
        """
}
