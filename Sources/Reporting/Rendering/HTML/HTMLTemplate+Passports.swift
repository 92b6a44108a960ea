extension HTMLTemplate {
    static let passports = """
        <section id="{{.anchor}}" class="passports" aria-labelledby="{{.anchor}}-title">
        <h2 id="{{.anchor}}-title">{{.title}}</h2>
        <div class="body">
        <p class="prose">{{.introduction}}</p>
        {{#.entries}}
        <article id="{{.anchor}}" aria-labelledby="{{.anchor}}-title">
        <h3 id="{{.anchor}}-title">{{.label}}</h3>
        <p class="figure-value"><span>{{.value}}</span>{{#.unit}} <small>{{.}}</small>{{/.unit}}{{#.status}} <i class="status">{{.}}</i>{{/.status}}</p>
        <dl>
        {{#.facts}}
        <div{{#.isRepeated}} class="repeated"{{/.isRepeated}}><dt>{{.term}}</dt><dd{{#.isCode}} class="code"{{/.isCode}}>{{.detail}}</dd></div>
        {{/.facts}}
        </dl>
        {{#.hasSteps}}
        <ol class="prose">
        {{#.steps}}
        <li>{{.text}}</li>
        {{/.steps}}
        </ol>
        {{/.hasSteps}}
        {{#.hasNotices}}
        <ul class="prose">
        {{#.notices}}
        <li>{{.text}}</li>
        {{/.notices}}
        </ul>
        {{/.hasNotices}}
        {{#.hasInputs}}
        <details{{#.isOpen}} open{{/.isOpen}}>
        <summary>{{.inputsTitle}}</summary>
        <div class="table" role="region" aria-label="{{.caption}}" tabindex="0">
        <table class="inputs">
        <caption>{{.caption}}</caption>
        <thead><tr><th scope="col">{{placeTitle}}</th><th scope="col">{{valuesTitle}}</th><th scope="col">{{fileTitle}}</th><th scope="col">{{hashTitle}}</th></tr></thead>
        <tbody>
        {{#.inputs}}
        <tr><th scope="row">{{.place}}</th><td>{{.values}}</td><td>{{.file}}</td><td>{{.hash}}</td></tr>
        {{/.inputs}}
        </tbody>
        </table>
        </div>
        </details>
        {{/.hasInputs}}
        </article>
        {{/.entries}}
        </div>
        </section>

        """
}
