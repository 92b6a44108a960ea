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
        <div><dt>{{.term}}</dt><dd{{#.isCode}} class="code"{{/.isCode}}>{{.detail}}</dd></div>
        {{/.facts}}
        </dl>
        {{#.hasInputs}}
        <details{{#.isOpen}} open{{/.isOpen}}>
        <summary>{{.inputsTitle}}</summary>
        {{#.inputs}}
        {{> table}}
        {{/.inputs}}
        </details>
        {{/.hasInputs}}
        </article>
        {{/.entries}}
        </div>
        </section>

        """
}
