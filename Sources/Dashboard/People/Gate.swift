import Accounts
import Diagnostics
import HTTPTypes
import Hummingbird
import Languages
import Reporting
import Workspace

/// Lets in whoever may come in: everybody to read as long as there are no accounts, afterwards sessions and tokens.
///
/// What is not named here as open is closed, so a route that is added later is closed until its author decides.
struct Gate: RouterMiddleware {
    typealias Context = DashboardContext

    let people: People

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.address = people.site.address(peer: context.peer, forwarded: request.headers[values: .forwardedFor])
        let path = request.uri.path
        let isReading = request.method == .get || request.method == .head
        if isReading, path == "/health" || path.hasPrefix("/assets/") { return try await next(request, context) }
        guard let store = try people.store() else {
            // Nobody can be told from anybody else: all may look, none may write.
            context.visitor = .anyone
            return isReading ? try await next(request, context) : Response(status: .methodNotAllowed)
        }
        if !isReading, !people.site.isOwn(origin: request.headers[.origin], authority: request.head.authority) {
            people.refused(request, .forged, context)
            return Response(status: .forbidden)
        }
        let problem: AuditOutcome
        (context.visitor, problem) = try visitor(of: request, in: store)
        if case .stranger = context.visitor {
            if path == LogInPages.path { return try await next(request, context) }
            people.refused(request, problem, context)
            return path.hasPrefix("/api/") ? Self.unauthorized() : LogInPages.redirect(from: request)
        }
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            people.refused(request, .notFound, context)
            throw error
        }
    }

    private func visitor(of request: Request, in store: AccountStore) throws -> (Visitor, AuditOutcome) {
        if let shown = request.headers[.authorization] {
            // A token opens the API alone, and whoever shows one is nobody else.
            let words = shown.split(separator: " ")
            guard request.uri.path.hasPrefix("/api/"), words.count == 2, words[0].lowercased() == "bearer",
                let secret = Secret(String(words[1])), let token = try store.token(secret)
            else { return (.stranger, .badToken) }
            return (.program(token), .done)
        }
        guard let cookie = request.cookies[people.site.sessionCookie] else { return (.stranger, .noSession) }
        guard let secret = Secret(cookie.value), let account = try store.session(secret) else {
            return (.stranger, .badSession)
        }
        return (.person(account, secret), .done)
    }

    private static func unauthorized() -> Response {
        let problem = Diagnostic(
            code: "api.unauthorized",
            message: BilingualText(ja: "トークンが要ります。", en: "A token is needed."),
            remedy: BilingualText(
                ja: "dmo token add で作り、Authorization: Bearer に付けてください。",
                en: "Make one with dmo token add and send it as Authorization: Bearer."))
        var response = Dashboard.response(
            ProblemDocument.document([problem]).text(pretty: true) + "\n", type: "application/json",
            status: .unauthorized)
        response.headers[.wwwAuthenticate] = "Bearer realm=\"dmo\""
        return response
    }
}

extension HTTPField.Name {
    static let forwardedFor = Self("X-Forwarded-For")!
}
