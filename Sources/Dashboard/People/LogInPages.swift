import Accounts
import HTTPTypes
import Hummingbird
import Languages
import VisitorModel

/// Logging in and out.
struct LogInPages: Sendable {
    static let path = "/login"
    static let logOutPath = "/logout"

    let people: People

    /// Adds the pages.
    func add(to router: Router<DashboardContext>) {
        router.get(RouterPath(Self.path)) { request, context in
            Self.form(request, self.people.site, next: Self.next(request.uri.queryParameters["next"].map(String.init)))
        }
        router.post(RouterPath(Self.path)) { request, context in try await self.logIn(request, context) }
        router.post(RouterPath(Self.logOutPath)) { request, context in try await self.logOut(request, context) }
    }

    /// To the form, and from there back to what was asked for.
    static func redirect(from request: Request) -> Response {
        // Only what is read can be asked for again.
        let target = request.method == .get ? next(request.head.path) : "/"
        return Dashboard.redirect(to: path + "?next=" + PageAddress.encoded(target))
    }

    /// Where to go after logging in: a path of this dashboard, never elsewhere.
    static func next(_ asked: String?) -> String {
        guard let asked, asked.utf8.count <= 1_000, asked.hasPrefix("/"),
            asked.utf8.allSatisfy({ (33...126).contains($0) && $0 != UInt8(ascii: "\\") }),
            !asked.dropFirst().hasPrefix("/")
        else { return "/" }
        return asked
    }

    private func logIn(_ request: Request, _ context: DashboardContext) async throws -> Response {
        guard let store = try people.store() else { return Dashboard.redirect(to: "/") }
        let fields: [String: String]
        do {
            fields = try await BodyReader.form.fields(of: request)
        } catch let problem as BodyProblem {
            people.refused(.logIn, "", problem.outcome, by: "", from: context.address)
            return problem.answer(context)
        }
        let next = Self.next(fields["next"])
        let (name, password) = (fields["name"] ?? "", fields["password"] ?? "")
        guard let form = request.cookies[people.site.formCookie].flatMap({ Secret($0.value) }),
            let token = fields["form"], Secret.isSame(token, form.derived(for: "form"))
        else {
            people.refused(.logIn, "", .forged, by: "", from: context.address)
            return Self.form(request, people.site, next: next, said: Words.again, status: .forbidden)
        }
        let (account, hash) = try store.credential(of: name)
        // Somebody may have typed the password where the name goes: only names that exist are written down.
        let claimed = account?.name ?? "?"
        let isKnown = try account.map { account in try store.isKnown(context.address, to: account) } ?? false
        let wait = people.wait(account: name, address: context.address, isKnown: isKnown)
        guard wait == 0 else {
            people.refused(.logIn, "", .slowed, by: claimed, from: context.address)
            var response = Self.form(
                request, people.site, next: next, said: Words.slowed(wait), status: .tooManyRequests)
            response.headers[.retryAfter] = String(wait)
            return response
        }
        let tried = String(decoding: Array(password.utf8.prefix(AccountStore.longestPassword + 1)), as: UTF8.self)
        guard let fits = try await people.desk.accepts(tried, hash) else {
            people.refused(.logIn, "", .slowed, by: claimed, from: context.address)
            return Self.form(request, people.site, next: next, said: Words.slowed(5), status: .serviceUnavailable)
        }
        guard fits, let account else {
            people.failed(account: name, address: context.address)
            people.refused(.logIn, "", .wrongPassword, by: claimed, from: context.address)
            return Self.form(request, people.site, next: next, said: Words.wrong, status: .forbidden)
        }
        let former = request.cookies[people.site.sessionCookie].flatMap { Secret($0.value) }
        try store.record(.logIn, by: account.name, from: context.address)
        let secret = try store.openSession(for: account, replacing: former)
        var response = Dashboard.redirect(to: next)
        response.headers.append(Self.cookie(people.site.sessionCookie, secret.text, people.site))
        response.headers.append(Self.cookie(people.site.formCookie, "", people.site, seconds: 0))
        return response
    }

    private func logOut(_ request: Request, _ context: DashboardContext) async throws -> Response {
        guard case .person(let account, let secret) = context.visitor, let store = try people.store() else {
            return Dashboard.redirect(to: "/")
        }
        do {
            let fields = try await BodyReader.form.fields(of: request)
            guard Secret.isSame(fields["form"] ?? "", context.visitor.formToken ?? "-") else {
                people.refused(.logOut, "", .forged, by: account.name, from: context.address)
                return Response(status: .forbidden)
            }
        } catch let problem as BodyProblem {
            people.refused(.logOut, "", problem.outcome, by: account.name, from: context.address)
            return problem.answer(context)
        }
        try store.endSession(secret)
        try store.record(.logOut, by: account.name, from: context.address)
        var response = Dashboard.redirect(to: Self.path)
        response.headers.append(Self.cookie(people.site.sessionCookie, "", people.site, seconds: 0))
        return response
    }

    static func cookie(_ name: String, _ value: String, _ site: Site, seconds: Int? = nil) -> HTTPField {
        // Without a time it ends with the browser. No script reads it, and no other page's request carries it.
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        let secure = site.isSecure ? "; Secure" : ""
        return HTTPField(name: .setCookie, value: "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict\(secure)\(age)")
    }

    private static func form(
        _ request: Request, _ site: Site, next: String, said: BilingualText? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let address = Dashboard.address(of: request, .overview)
        let language = address.language
        let secret = request.cookies[site.formCookie].flatMap { Secret($0.value) } ?? Secret()
        let note: Markup = said.map { "<p class=\"prose\" role=\"alert\">\($0(language))</p>\n" } ?? ""
        let body: Markup = """
            \(note)<form class="log-in" method="post" action="\(path)?lang=\(language.rawValue)">
            <input type="hidden" name="form" value="\(secret.derived(for: "form"))">
            <input type="hidden" name="next" value="\(next)">
            <p><label for="name">\(Words.name(language))</label>
            <input id="name" name="name" autocomplete="username" autocapitalize="none" required autofocus></p>
            <p><label for="password">\(Words.password(language))</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required></p>
            <p><button type="submit">\(Words.logIn(language))</button></p>
            </form>

            """
        var frame = PageFrame(address: address)
        frame.isBare = true
        let title = Words.logIn(language)
        var response = Dashboard.page(
            frame.page(title: title, banners: [], headline: title, body: body), status: status)
        response.headers.append(cookie(site.formCookie, secret.text, site))
        return response
    }

    enum Words {
        static let logIn = BilingualText(ja: "ログイン", en: "Log in")
        static let name = BilingualText(ja: "名前", en: "Name")
        static let password = BilingualText(ja: "パスワード", en: "Password")
        static let wrong = BilingualText(ja: "名前かパスワードが違います。", en: "The name or the password is wrong.")
        static let again = BilingualText(
            ja: "もう一度入力してください。ブラウザーで Cookie を使えるようにしてください。",
            en: "Please try again; the browser must accept cookies.")

        static func slowed(_ seconds: Int) -> BilingualText {
            BilingualText(
                ja: "失敗が続いたため、\(seconds) 秒ほど待ってからもう一度入力してください。",
                en: "There were many failures. Please wait \(seconds) seconds and try again.")
        }
    }
}
