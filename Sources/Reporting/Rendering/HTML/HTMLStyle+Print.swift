extension HTMLStyle {
    /// A4, with the banners on each page: a table's head repeats on every page, so on paper they are one.
    static let print = """
        @page { size: A4; margin: 14mm 16mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #59626d; } }
        @media print {
          html { font-size: 9.5pt; }
          body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .skip, .contents { display: none; }
          .paper { display: table; width: 100%; table-layout: fixed; }
          .banners { display: table-header-group; break-inside: avoid; background: none; }
          .banner { max-width: none; padding: 1.5mm 3mm; font-size: 8.5pt; background: var(--warning-ground); }
          .banner:last-child { margin-bottom: 5mm; }
          .sheet { display: table-row-group; padding: 0; max-width: none; }
          .headline { font-size: 17pt; margin: 5mm 0 6mm; max-width: none; }
          main > section { margin-top: 7mm; }
          main > .contents + section { margin-top: 0; }
          h2, h3, figcaption, caption, .figure-value { break-after: avoid; }
          figure, .key-figures, .notices li, .definitions > div, tr, .passports dl { break-inside: avoid; }
          thead { display: table-header-group; }
          .body > .table, .table table { break-inside: avoid; }
          tbody tr:nth-child(-n+2), tbody tr:last-child { break-before: avoid; }
          .many, .many td small, .many thead small { font-size: 6.5pt; }
          .many th, .many td { padding-left: 1.5mm; }
          .many td.text { min-width: 4.5em; }
          .many th[scope="row"] { min-width: 9em; }
          .passports .body { columns: 2; column-gap: 9mm; font-size: 7.5pt; line-height: 1.5; }
          .passports .prose { column-span: all; font-size: 9pt; }
          .passports article { break-inside: avoid; padding: 1.25mm 0; }
          .passports h3 { font-size: 8.5pt; }
          .figure-value span { font-size: 10pt; }
          .passports dl { font-size: 7.5pt; margin: 0; }
          .passports dl > div { grid-template-columns: 15mm minmax(0, 1fr); padding: 0; }
          .code { font-size: 7pt; }
          .table { overflow: visible; }
          .prose, .notices, .definitions { orphans: 3; widows: 3; }
          .drawing svg { max-height: 95mm; }
          details { display: none; }
          a { color: inherit; }
          td a, .value a { text-decoration: none; }
          .colophon { break-inside: avoid; }
        }
        """
}
