extension HTMLTemplate {
    static let page = """
        <!doctype html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta name="generator" content="{{product}}">
        <title>{{title}}</title>
        <link rel="icon" href="data:,">
        <style>
        {{{style}}}
        </style>
        </head>
        <body>
        <a class="skip" href="#report">{{skip}}</a>
        <div class="paper">
        {{#hasBanners}}
        <div class="banners" role="region" aria-label="{{importantNotice}}">
        {{#banners}}
        <p class="banner {{.kind}}"><strong>{{.name}}</strong> {{.text}}</p>
        {{/banners}}
        </div>
        {{/hasBanners}}
        <div class="sheet">
        <header class="masthead">
        <h1>{{title}}</h1>
        {{#subtitle}}
        <p class="subtitle">{{.}}</p>
        {{/subtitle}}
        </header>
        <main id="report" tabindex="-1">
        <p class="headline">{{headline}}</p>
        {{#hasContents}}
        <nav class="contents" aria-labelledby="contents-title">
        <h2 id="contents-title">{{contents}}</h2>
        <ol>
        {{#sections}}
        <li><a href="#{{.anchor}}">{{.title}}</a></li>
        {{/sections}}
        {{#passports}}
        <li><a href="#{{.anchor}}">{{.title}}</a></li>
        {{/passports}}
        </ol>
        </nav>
        {{/hasContents}}
        {{> sections}}
        {{#passports}}
        {{> passports}}
        {{/passports}}
        </main>
        <footer class="colophon">
        {{#remarks}}
        <section>
        <h2>{{.title}}</h2>
        <ul>
        {{#.items}}
        <li>{{.text}}</li>
        {{/.items}}
        </ul>
        </section>
        {{/remarks}}
        {{#hasLongNames}}
        <details>
        <summary>{{longNamesTitle}}</summary>
        <ul>
        {{#longNames}}
        <li>{{.name}}</li>
        {{/longNames}}
        </ul>
        </details>
        {{/hasLongNames}}
        <p class="generated">{{generated}}</p>
        </footer>
        </div>
        </div>
        </body>
        </html>

        """

    static let sections = """
        {{#sections}}
        <section id="{{.anchor}}" aria-labelledby="{{.anchor}}-title">
        <h2 id="{{.anchor}}-title">{{.title}}</h2>
        <div class="body">
        {{#.blocks}}
        {{> block}}
        {{/.blocks}}
        </div>
        </section>
        {{/sections}}

        """
}
