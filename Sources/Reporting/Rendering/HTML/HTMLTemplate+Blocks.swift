extension HTMLTemplate {
    static let block = """
        {{#.paragraph}}
        <p class="prose">{{.}}</p>
        {{/.paragraph}}
        {{#.keyFigures}}
        {{> keyFigures}}
        {{/.keyFigures}}
        {{#.table}}
        {{> table}}
        {{/.table}}
        {{#.chart}}
        <figure class="chart">
        <figcaption>{{.title}}</figcaption>
        <div class="drawing {{.width}}">
        {{{.svg}}}
        </div>
        {{#.hasNarrow}}
        <div class="drawing narrow">
        {{{.narrowSVG}}}
        </div>
        {{/.hasNarrow}}
        <details>
        <summary>{{.tableTitle}}</summary>
        {{#.table}}
        {{> table}}
        {{/.table}}
        </details>
        </figure>
        {{/.chart}}
        {{#.hasNotices}}
        <ul class="notices">
        {{#.notices}}
        <li class="{{.kind}}"><strong>{{.name}}</strong> <span>{{.text}}{{#.remedy}} <em>{{.}}</em>{{/.remedy}}{{#.link}} <a class="more" href="{{.}}">{{passportLink}}</a>{{/.link}}</span></li>
        {{/.notices}}
        </ul>
        {{/.hasNotices}}
        {{#.hasDefinitions}}
        <dl class="definitions">
        {{#.definitions}}
        <div><dt>{{.term}}</dt><dd>{{.detail}}</dd></div>
        {{/.definitions}}
        </dl>
        {{/.hasDefinitions}}

        """

    static let keyFigures = """
        <dl class="key-figures">
        {{#.figures}}
        <div class="{{.tone}}">
        <dt>{{.label}}{{#.toneName}} <b class="tone">{{.}}</b>{{/.toneName}}</dt>
        <dd class="value">{{#.link}}<a href="{{.}}">{{/.link}}<span{{#.isLong}} class="long"{{/.isLong}}>{{.value}}</span>{{#.unit}} <small>{{.}}</small>{{/.unit}}{{#.link}}</a>{{/.link}}{{#.status}} <i class="status">{{.}}</i>{{/.status}}</dd>
        {{#.note}}
        <dd class="note">{{.}}</dd>
        {{/.note}}
        </div>
        {{/.figures}}
        </dl>

        """

    static let table = """
        <div class="table{{#.isLong}} long{{/.isLong}}" role="region" aria-label="{{.caption}}" tabindex="0">
        <table{{#.isWide}} class="many"{{/.isWide}}>
        <caption>{{.caption}}</caption>
        <thead>
        <tr>{{#.columns}}<th scope="col" class="{{.alignment}}">{{.title}}{{#.unit}} <small>{{.}}</small>{{/.unit}}{{#.note}} <small>{{.}}</small>{{/.note}}</th>{{/.columns}}</tr>
        </thead>
        <tbody>
        {{#.rows}}
        <tr{{#.rowClass}} class="{{.}}"{{/.rowClass}}><th scope="row"{{#.indent}} class="{{.}}"{{/.indent}}{{#.span}} colspan="{{.}}"{{/.span}}>{{.header}}</th>{{#.cells}}<td class="{{.alignment}} {{.emphasis}}">{{#.status}}<i class="status">{{.}}</i> {{/.status}}{{#.link}}<a href="{{.}}">{{/.link}}{{.text}}{{#.link}}</a>{{/.link}}{{#.note}} <small>{{.}}</small>{{/.note}}</td>{{/.cells}}</tr>
        {{/.rows}}
        </tbody>
        </table>
        </div>

        """
}
