import Accounts
import Diagnostics
import HTTPTypes
import Hummingbird

/// Turns away requests for other hosts, and tells browsers to run nothing and to fetch nothing from anywhere else.
///
/// A page from outside may make its own name point at this machine; the host it asks for gives it away.
struct Guard: RouterMiddleware {
    typealias Context = DashboardContext

    let people: People

    // The library's closures leave the caller's isolation, and so must these to fit.
    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard people.site.isOurs(request.head.authority) else {
            var context = context
            context.address = context.peer
            people.refused(request, .otherHost, context)
            return Response(status: .misdirectedRequest)
        }
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as HTTPError {
            // What is not there is no less guarded than what is.
            response = Response(status: error.status)
        } catch is DiagnosticsError {
            // The accounts cannot be read: nobody comes in.
            response = Response(status: .internalServerError)
        }
        for (name, value) in Self.headers where name != .contentSecurityPolicy || response.headers[name] == nil {
            response.headers[name] = value
        }
        return response
    }

    /// Whether an authority, with or without port, names this machine.
    static func isOurs(_ authority: String?) -> Bool {
        guard let authority else { return false }
        let host: Substring
        if authority.hasPrefix("[") {
            host = authority.dropFirst().prefix { $0 != "]" }
        } else {
            host = authority.prefix { $0 != ":" }
        }
        return Dashboard.hosts.contains(host.lowercased())
    }

    private static let headers: [(HTTPField.Name, String)] = [
        (
            .contentSecurityPolicy,
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        ),
        (.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store"),
        // Other sites learn nothing; our own pages' forms carry their origin, which they would not with "no-referrer".
        (HTTPField.Name("Referrer-Policy")!, "same-origin"),
        (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
    ]
}
