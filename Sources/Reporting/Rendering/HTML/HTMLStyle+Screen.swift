extension HTMLStyle {
    static let type = """
        *, *::before, *::after { box-sizing: border-box; }
        html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          --chart-font: "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, system-ui, sans-serif;
          margin: 0; background: var(--ground); color: var(--ink); font-family: var(--chart-font);
          font-size: 1rem; line-height: 1.6; overflow-wrap: break-word;
        }
        h1, h2, h3, p, dl, dd, ul, ol, figure { margin: 0; padding: 0; }
        h1, h2, h3 { line-height: 1.4; text-wrap: balance; }
        small { font-size: .8125rem; }
        a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em; }
        a:focus-visible, [tabindex="0"]:focus-visible, summary:focus-visible {
          outline: 2px solid var(--accent); outline-offset: 3px;
        }
        main:focus { outline: none; }
        .status { font-style: normal; font-size: .75rem; color: var(--muted); display: inline-block; max-width: 100%; }
        .skip { position: absolute; left: -100vw; top: 0; z-index: 1; padding: .5rem 1rem; background: var(--ground); }
        .skip:focus { left: 0; }
        """

    static let layout = """
        .sheet { max-width: 70rem; margin: 0 auto; padding: 2.5rem 2rem 4rem; }
        .banners { background: var(--warning-ground); color: var(--warning-ink); }
        .banner { max-width: 70rem; margin: 0 auto; padding: .5rem 2rem; font-size: .875rem; }
        .banner + .banner { padding-top: 0; }
        .banner strong { margin-right: .75em; }
        .masthead { border-top: 4px solid var(--strong-rule); padding-top: .75rem; }
        .masthead h1 { font-size: 1.0625rem; font-weight: 700; letter-spacing: .01em; }
        .subtitle { color: var(--muted); font-size: .875rem; }
        .headline {
          margin: 1.75rem 0 2rem; max-width: 24em; font-size: clamp(1.5rem, 1.05rem + 2vw, 2.375rem);
          font-weight: 700; line-height: 1.42; text-wrap: pretty;
        }
        .contents { display: flex; gap: 0 1.5rem; padding: .625rem 0; border-top: 1px solid var(--rule); font-size: .875rem; }
        .contents h2 { flex: none; font-size: inherit; font-weight: 400; color: var(--muted); line-height: 1.8; }
        .contents ol { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; line-height: 1.8; }
        .contents li { min-width: 0; overflow-wrap: anywhere; }
        .contents a { color: var(--ink); text-decoration-color: var(--rule); }
        main > section { padding-top: 1rem; border-top: 1px solid var(--strong-rule); margin-top: 2.5rem; }
        main > .contents + section { margin-top: 0; }
        main > section > h2 { font-size: 1.1875rem; margin-bottom: 1.25rem; }
        .body > * + * { margin-top: 1.75rem; }
        .body > .prose + .prose { margin-top: .75rem; }
        .prose { max-width: 42em; }
        .colophon { margin-top: 3.5rem; padding-top: 1rem; border-top: 4px solid var(--strong-rule); font-size: .8125rem; color: var(--muted); }
        .colophon h2 { font-size: inherit; color: var(--ink); }
        .colophon li { overflow-wrap: anywhere; }
        .colophon ul { padding-left: 1.2em; margin-bottom: 1rem; max-width: 60em; }
        @media screen and (min-width: 64rem) {
          main > section { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr); column-gap: 2rem; }
          main > section > h2 { position: sticky; top: 1rem; align-self: start; }
        }
        """

    static let content = """
        .key-figures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); margin-bottom: -1rem; }
        .key-figures > div {
          display: grid; grid-row: span 3; grid-template-rows: subgrid; align-items: baseline;
          min-width: 0; overflow-wrap: anywhere; padding: 0 1.25rem; margin: 0 0 1rem; border-left: 1px solid var(--rule);
        }
        .key-figures > div:nth-child(3n+1) { padding-left: 0; border-left: 0; }
        .key-figures dt { font-size: .8125rem; color: var(--muted); line-height: 1.5; }
        .tone { margin-left: .25em; font-weight: 700; white-space: nowrap; }
        .tone::before { content: "● "; font-size: .75em; }
        .good .tone { color: var(--good); }
        .caution .tone { color: var(--caution); }
        .caution .tone::before { content: "▲ "; }
        .bad .tone { color: var(--bad); }
        .bad .tone::before { content: "▼ "; }
        .value { line-height: 1.3; }
        .value small { display: inline-block; max-width: 100%; }
        .value span { font-size: 1.875rem; font-weight: 700; font-variant-numeric: tabular-nums; letter-spacing: -.01em; }
        .value span.long { font-size: 1.375rem; }
        .value a { color: inherit; text-decoration: underline dotted var(--muted) 1px; text-underline-offset: .3em; }
        .value a:hover { color: var(--accent); }
        .note { font-size: .8125rem; line-height: 1.5; margin-top: .125rem; }
        .chart figcaption { font-weight: 700; margin-bottom: .5rem; max-width: 44em; }
        .drawing svg { display: block; width: 100%; height: auto; max-width: 60rem; }
        .drawing.narrow { display: none; }
        details { margin-top: .5rem; }
        summary { cursor: pointer; font-size: .8125rem; color: var(--muted); width: fit-content; }
        summary:hover { color: var(--accent); }
        details .table { margin-top: .75rem; }
        details caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .notices { list-style: none; border-bottom: 1px solid var(--rule); font-size: .9375rem; }
        .notices li { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 1rem; padding: .5rem 0; border-top: 1px solid var(--rule); }
        .notices span { max-width: 44em; }
        .notices em { font-style: normal; color: var(--muted); }
        .notices .caution strong { color: var(--caution); }
        .notices .problem strong { color: var(--bad); }
        .notices .information { font-size: .8125rem; padding: .25rem 0; }
        .notices .information strong { color: var(--muted); font-weight: 400; }
        .notices .information + .information { border-top: 0; }
        .notices .information + .information strong { visibility: hidden; }
        .definitions > div, .passports dl > div { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 0 1.5rem; padding: .375rem 0; }
        .definitions > div { border-top: 1px solid var(--rule); }
        .definitions dt { font-weight: 700; }
        .definitions dd, .passports dd { max-width: 44em; }
        .passports article { padding: 1rem 0; border-top: 1px solid var(--rule); scroll-margin-top: 1rem; }
        .passports article:target { background: var(--tint); box-shadow: -1rem 0 var(--tint), 1rem 0 var(--tint); }
        .passports h3 { font-size: 1rem; }
        .figure-value span { font-size: 1.25rem; font-weight: 700; font-variant-numeric: tabular-nums; }
        .passports dl { font-size: .875rem; margin-top: .25rem; }
        .passports dl > div { grid-template-columns: 6rem minmax(0, 1fr); padding: .125rem 0; }
        .passports ol, .passports ul { padding-left: 1.4em; margin-top: .25rem; font-size: .875rem; }
        .passports dt { color: var(--muted); }
        .code { font-family: ui-monospace, "SFMono-Regular", Consolas, "Noto Sans Mono CJK JP", monospace; font-size: .8125rem; overflow-wrap: anywhere; }
        """

    static let tables = """
        .table { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 700; padding-bottom: .5rem; font-size: 1rem; }
        th, td { padding: .375rem 0 .375rem 1.25rem; text-align: left; vertical-align: baseline; font-weight: 400; }
        th:first-child { padding-left: 0; }
        .many th[scope="row"] { min-width: 13em; }
        thead th { vertical-align: bottom; color: var(--muted); font-size: .8125rem; border-bottom: 1px solid var(--strong-rule); }
        thead small { display: block; font-size: .75rem; }
        tbody th, tbody td { border-bottom: 1px solid var(--rule); }
        tbody th { min-width: 7em; }
        td.number, th.number { text-align: right; }
        td.number { white-space: nowrap; }
        td small { display: block; font-size: .75rem; color: var(--muted); white-space: normal; }
        td a { color: inherit; text-decoration: underline dotted var(--muted) 1px; text-underline-offset: .25em; }
        td a:hover { color: var(--accent); }
        td.missing { color: var(--caution); font-size: .8125rem; }
        td.partial { color: var(--muted); }
        td.total, .total th, .total td { font-weight: 700; }
        .total th, .total td { border-top: 1px solid var(--strong-rule); border-bottom-color: var(--strong-rule); }
        .total td small, .total .status { font-weight: 400; }
        details table, .passports table { font-size: .8125rem; }
        .many { font-size: .8125rem; }
        .many th, .many td { padding-left: .5rem; }
        .many th:first-child { padding-left: 0; }
        .many td:not(.text) + td.text, .many th:not(.text) + th.text { padding-left: 1.25rem; }
        .many td.number { white-space: normal; word-break: keep-all; }
        .many td.missing { font-size: inherit; }
        .many td.text { min-width: 6em; }
        .many th[scope="row"] { min-width: 12em; }
        .table tbody th.in1 { padding-left: 1em; }
        .table tbody th.in2 { padding-left: 2em; }
        .table tbody th.in3 { padding-left: 3em; }
        .table tbody th.in4 { padding-left: 4em; }
        .inputs { min-width: 44rem; }
        .inputs td:nth-child(2) { width: 60%; }
        .inputs td:nth-child(n+3) { overflow-wrap: anywhere; }
        """

    /// Japanese sets more air between lines and breaks them between phrases.
    static let japanese = """
        body { line-height: 1.75; line-break: strict; }
        h1, h2, h3, .headline, caption, figcaption, thead th { word-break: auto-phrase; }
        .headline { font-feature-settings: "palt"; letter-spacing: .02em; max-width: 25em; text-wrap: balance; }
        tbody th { min-width: 10em; }
        """

    static let narrow = """
        @media screen and (max-width: 40rem) {
          .sheet { padding: 1.25rem 1rem 3rem; }
          .banner { padding-left: 1rem; padding-right: 1rem; }
          .headline { margin: 1.25rem 0 1.5rem; }
          .contents { display: block; }
          .key-figures { grid-template-columns: 1fr 1fr; }
          .key-figures > div { padding: 0 .75rem 0 0; border-left: 0; }
          .value span { font-size: 1.5rem; }
          .value span.long { font-size: 1.25rem; }
          .drawing.wide { display: none; }
          .drawing.narrow { display: block; }
          .drawing.only { overflow-x: auto; }
          .drawing.only svg { min-width: 34rem; }
          .notices li { grid-template-columns: 1fr; }
          .notices .information + .information strong { display: none; }
          .definitions > div { grid-template-columns: 1fr; }
          th, td { padding-left: .75rem; }
          thead th { white-space: nowrap; }
          tbody th { min-width: 7.5em; }
          td.text { min-width: 6em; }
          td small { min-width: 8em; }
          table { border-collapse: separate; border-spacing: 0; }
          caption { position: sticky; left: 0; max-width: calc(100vw - 2rem); }
          th:first-child { position: sticky; left: 0; background: var(--ground); }
          .passports article:target th:first-child { background: var(--tint); }
        }
        """
}
