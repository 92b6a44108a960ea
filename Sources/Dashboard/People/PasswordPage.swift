import Accounts
import Diagnostics
import HTTPTypes
import Hummingbird
import Languages

/// Somebody's own password, changed by whoever knows the present one.
struct PasswordPage: Sendable {
    static let path = "/password"

    let dashboard: Dashboard
    let people: People

    /// Adds the page.
    func add(to router: Router<DashboardContext>) {
        router.get(RouterPath(Self.path)) { request, context in
            guard case .person = context.visitor else { return dashboard.refuse(.viewer, request, context) }
            return show(request, context)
        }
        router.post(RouterPath(Self.path)) { request, context in
            try await SentForm.taking(request, context, at: .viewer, in: dashboard, people) { form in
                try await change(form, request, context)
            }
        }
    }

    private func change(
        _ form: SentForm, _ request: Request, _ context: DashboardContext
    ) async throws -> Response {
        guard let store = try people.store() else { return Dashboard.redirect(to: "/") }
        let account = form.account
        // Whoever found an open session may guess no faster than somebody at the log-in.
        let wait = people.wait(account: account.name, address: context.address, isKnown: false)
        guard wait == 0 else {
            people.refused(.changePassword, account.name, .slowed, by: account.name, from: context.address)
            return show(request, context, said: LogInPages.Words.slowed(wait), status: .tooManyRequests)
        }
        let new = form.fields["new"] ?? ""
        guard new == form.fields["again"] else {
            return show(request, context, said: Words.unlike, status: .badRequest)
        }
        let tried = String(
            decoding: Array((form.fields["present"] ?? "").utf8.prefix(AccountStore.longestPassword + 1)), as: UTF8.self
        )
        guard let fits = try await people.desk.accepts(tried, store.credential(of: account.name).hash) else {
            people.refused(.changePassword, account.name, .slowed, by: account.name, from: context.address)
            return show(request, context, said: LogInPages.Words.slowed(5), status: .serviceUnavailable)
        }
        guard fits else {
            people.failed(account: account.name, address: context.address)
            people.refused(.changePassword, account.name, .wrongPassword, by: account.name, from: context.address)
            return show(request, context, said: Words.wrong, status: .forbidden)
        }
        do {
            let cost = people.desk.cost
            let changed: Void? = try await people.desk.unlessTooMany {
                try store.setPassword(new, of: account.name, cost: cost)
            }
            guard changed != nil else {
                return show(request, context, said: LogInPages.Words.slowed(5), status: .serviceUnavailable)
            }
        } catch let error as DiagnosticsError {
            return show(request, context, said: error.diagnostics.first?.message, status: .badRequest)
        }
        try store.record(.changePassword, account.name, by: account.name, from: context.address)
        // Every session ended with the old password; whoever just showed it goes on in a new one.
        var response = Dashboard.redirect(to: "/?lang=" + Dashboard.address(of: request, .overview).language.rawValue)
        response.headers.append(
            LogInPages.cookie(people.site.sessionCookie, try store.openSession(for: account).text, people.site))
        return response
    }

    private func show(
        _ request: Request, _ context: DashboardContext, said: BilingualText? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let address = Dashboard.address(of: request, .overview, subject: .other(path: Self.path))
        let language = address.language
        let note: Markup = said.map { "<p class=\"prose\" role=\"alert\">\($0(language))</p>\n" } ?? ""
        let body: Markup = """
            \(note)<p class="prose" id="rule">\(Words.rule(language))</p>
            <form class="log-in" method="post" action="\(Self.path)?lang=\(language.rawValue)">
            <input type="hidden" name="form" value="\(context.visitor.formToken ?? "")">
            <p><label for="present">\(Words.present(language))</label>
            <input id="present" name="present" type="password" autocomplete="current-password" required></p>
            <p><label for="new">\(Words.new(language))</label>
            <input id="new" name="new" type="password" autocomplete="new-password" minlength="\(AccountStore.shortestPassword)" aria-describedby="rule" required></p>
            <p><label for="again">\(Words.again(language))</label>
            <input id="again" name="again" type="password" autocomplete="new-password" minlength="\(AccountStore.shortestPassword)" required></p>
            <p><button type="submit">\(Words.change(language))</button></p>
            </form>

            """
        var response = dashboard.show(
            [], title: Words.title(language), headline: Words.title(language), at: address, for: context.visitor,
            after: body)
        response.status = status
        return response
    }

    enum Words {
        static let title = BilingualText(ja: "パスワードの変更", en: "Change password")
        static let rule = BilingualText(
            ja: "\(AccountStore.shortestPassword) 文字以上。変えると、ほかで開いているセッションは終わります。",
            en: "At least \(AccountStore.shortestPassword) characters. Sessions that are open elsewhere end.")
        static let present = BilingualText(ja: "いまのパスワード", en: "Present password")
        static let new = BilingualText(ja: "新しいパスワード", en: "New password")
        static let again = BilingualText(ja: "新しいパスワード（もう一度）", en: "New password, again")
        static let change = BilingualText(ja: "変更する", en: "Change")
        static let wrong = BilingualText(ja: "いまのパスワードが違います。", en: "The present password is wrong.")
        static let unlike = BilingualText(ja: "新しいパスワードが一致しません。", en: "The new passwords differ.")
    }
}
