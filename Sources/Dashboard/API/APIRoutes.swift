import Diagnostics
import HTTPTypes
import Hummingbird
import Languages
import Reporting
import VisitorLedger
import Workspace

/// Answers programs: the same JSON as the command line prints, or the problems in both languages.
struct APIRoutes: Sendable {
    let workspace: Workspace
    /// Where answers are worked out: no page waits for them.
    private let desk = WorkDesk("answers", longestQueue: 64)

    init(workspace: Workspace) { self.workspace = workspace }

    /// Adds every endpoint, and an answer for addresses below `/api` that lead nowhere.
    func add(to router: Router<DashboardContext>) {
        for endpoint in APIEndpoint.all {
            router.get(RouterPath(endpoint.path)) { request, _ in await answer(request, endpoint) }
        }
        router.get(RouterPath(OpenAPIDocument.path)) { _, _ in Self.response(OpenAPIDocument.value) }
        router.get("/api/**") { request, _ in Self.response([.noSuchAddress(request.uri.path)], .notFound) }
    }

    private func answer(_ request: Request, _ endpoint: APIEndpoint) async -> Response {
        let work: APIEndpoint.Work
        do throws(DiagnosticsError) {
            let asked = request.uri.queryParameters.map { (name: String($0.key), value: String($0.value)) }
            work = try endpoint.read(
                APIQuery(
                    asked, allowing: endpoint.parameters, needing: endpoint.required,
                    months: AskableMonths.range(at: Workspace.machineClock())))
        } catch {
            return Self.response(error.diagnostics, .badRequest)
        }
        do {
            return try await desk.run { [workspace] in Self.response(try work(workspace)) }
        } catch is WorkDesk.TooMany {
            var response = Self.response([.tooMany], .serviceUnavailable)
            response.headers[.retryAfter] = "5"
            return response
        } catch let error as DiagnosticsError {
            return Self.response(error.diagnostics, .notFound)
        } catch let error as LedgerError where error.code == .unknownLoad {
            return Self.response([error.diagnostic], .notFound)
        } catch let error as LedgerError {
            return Self.response([error.diagnostic], .internalServerError)
        } catch {
            return Self.response([.failed], .internalServerError)
        }
    }

    private static func response(_ problems: [Diagnostic], _ status: HTTPResponse.Status) -> Response {
        response(ProblemDocument.document(problems), status)
    }

    private static func response(_ value: JSONValue, _ status: HTTPResponse.Status = .ok) -> Response {
        Dashboard.response(value.text(pretty: true) + "\n", type: "application/json", status: status)
    }
}

extension Diagnostic {
    fileprivate static func noSuchAddress(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "api.no-such-address", value: path,
            message: BilingualText(ja: "この宛先はありません。", en: "There is no such address."),
            remedy: BilingualText(
                ja: "\(OpenAPIDocument.path) に一覧があります。", en: "\(OpenAPIDocument.path) lists them."))
    }

    fileprivate static let tooMany = Diagnostic(
        code: "api.too-many",
        message: BilingualText(ja: "順番を待つ問い合わせが多すぎます。", en: "Too many questions are waiting."),
        remedy: BilingualText(ja: "数秒後にもう一度尋ねてください。", en: "Ask again in a few seconds."))

    fileprivate static let failed = Diagnostic(
        code: "api.failed", message: BilingualText(ja: "答えられません。", en: "This cannot be answered."))
}
