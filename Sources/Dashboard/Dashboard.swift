import Diagnostics
import HTTPTypes
import Hummingbird
import Languages
import Reporting
import VisitorLedger
import VisitorModel
public import Workspace

/// The pages of one workspace, for reading, on this machine alone: nobody logs in yet, so nobody else may come in.
public struct Dashboard: Sendable {
    private let workspace: Workspace
    private let documents: Documents
    private let renderer = HTMLRenderer()

    /// The addresses it may be bound to.
    public static let hosts: Set<String> = ["127.0.0.1", "::1", "localhost"]

    /// The pages of a workspace.
    public init(_ workspace: Workspace) {
        self.workspace = workspace
        documents = Documents(workspace)
    }

    /// Answers until the process is told to stop (SIGTERM or SIGINT); requests that have begun are finished.
    ///
    /// - Parameters:
    ///   - host: One of ``hosts``.
    ///   - port: The port.
    /// - Throws: When the address cannot be bound.
    public func run(host: String, port: Int) async throws {
        precondition(Self.hosts.contains(host), "not an address of this machine alone")
        let application = Application(
            responder: responder(),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil))
        try await application.runService()
    }

    /// What answers a request.
    func responder() -> some HTTPResponder<BasicRequestContext> { router().buildResponder() }

    /// Every route there is.
    func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.add(middleware: Guard())
        for page in PageAddress.Page.allCases {
            router.get(RouterPath(page.rawValue)) { request, _ in await self.answer(request, page) }
        }
        router.get("/figure") { request, _ in await self.passport(request) }
        router.get("/place") { request, _ in self.subject(request, .places) { (.place($0), .place($0)) } }
        router.get("/market") { request, _ in self.subject(request, .markets) { (.market($0), .market($0)) } }
        router.get("/health") { _, _ in Self.response("{\"status\":\"ok\"}", type: "application/json") }
        for language in Language.allCases {
            router.get(RouterPath("/assets/\(language.rawValue).css")) { _, _ in
                Self.response(PageStyle.sheet(for: language), type: "text/css; charset=utf-8")
            }
        }
        router.get(RouterPath(PageScript.path)) { _, _ in
            Self.response(PageScript.text, type: "text/javascript; charset=utf-8")
        }
        router.get("/state") { _, _ in
            Self.response("{\"state\":\"\(self.workspace.ledgerState.text)\"}", type: "application/json")
        }
        router.get("/show") { request, _ in SubjectFilter.redirect(Self.address(of: request, .overview), request) }
        ReportRoutes(workspace: workspace).add(to: router)
        APIRoutes(workspace: workspace).add(to: router)
        return router
    }

    private func answer(_ request: Request, _ page: PageAddress.Page) async -> Response {
        let address = Self.address(of: request, page)
        let state = workspace.ledgerState
        do {
            let records = RecordPages(workspace: workspace, language: address.language)
            if let section = try records.section(of: page, through: address.through) {
                let name = page.name(address.language)
                return show([section], title: name, headline: name, at: address, state)
            }
            let document = try await documents.document(in: address.language, through: address.through)
            let headline = page == .overview ? document.headline : page.name(address.language)
            let sections = document.sections.filter { page.sections?.contains($0.id) ?? false }
            return show(
                sections, title: document.title, banners: document.banners, headline: headline, at: address, state)
        } catch {
            return failure(error, address)
        }
    }

    private func passport(_ request: Request) async -> Response {
        let id = Self.id(in: request)
        let address = Self.address(of: request, .overview, subject: .figure(id))
        let state = workspace.ledgerState
        do {
            let identity = try FigureIdentity(id)
            let view = try workspace.view(
                of: [try workspace.metric(named: identity.definition)], through: address.through)
            let figure = try workspace.figure(identity, in: view)
            let passport = workspace.passport(of: figure, in: view, language: address.language)
            return show(
                PassportPage.sections(of: passport, in: address.language), title: passport.label,
                headline: "\(passport.label): \(passport.value)", at: address, state)
        } catch {
            return failure(error, address, .notFound)
        }
    }

    private func subject(
        _ request: Request, _ page: PageAddress.Page, _ named: (String) -> (PageAddress.Subject, ReportSubject)
    ) -> Response {
        let (subject, reported) = named(Self.id(in: request))
        let address = Self.address(of: request, page, subject: subject)
        let state = workspace.ledgerState
        do {
            let document = try workspace.report(on: reported, through: address.through, in: address.language)
            return show(
                document.sections, title: document.title, banners: document.banners, headline: document.headline,
                at: address, state)
        } catch {
            return failure(error, address, .notFound)
        }
    }

    private func show(
        _ sections: [ReportSection], title: String, banners: [ReportBanner] = [], headline: String,
        at address: PageAddress, _ state: LedgerState
    ) -> Response {
        let document = ReportDocument(
            language: address.language, title: title, headline: headline, sections: sections,
            product: Workspace.product)
        let body = renderer.renderSections(of: document) { address.path(to: .figure($0)) }
        let list = address.subject == nil ? SubjectList(workspace: workspace, address: address).markup : ""
        let filter = SubjectFilter(workspace: workspace, address: address).markup
        return Self.page(
            PageFrame(address: address, state: state.text, filter: filter).page(
                title: title, banners: banners, headline: headline, body: "\(list)\(Markup(trusted: body))"))
    }

    private func failure(_ error: any Error, _ address: PageAddress, _ status: HTTPResponse.Status = .conflict)
        -> Response
    {
        let texts: [BilingualText] =
            switch error {
            case let error as DiagnosticsError:
                error.diagnostics.flatMap { [$0.message] + [$0.remedy].compactMap(\.self) }
            case let error as LedgerError: [error.message] + [error.remedy].compactMap(\.self)
            default: [BilingualText(ja: "表示できません。", en: "This cannot be shown.")]
            }
        let lines: [Markup] = texts.map { "<p class=\"prose\">\($0(address.language))</p>\n" }
        let title = BilingualText(ja: "表示できません", en: "Not available")(address.language)
        return Self.page(
            PageFrame(address: address).page(title: title, banners: [], headline: title, body: "\(lines)"),
            status: status)
    }

    static func id(in request: Request) -> String {
        request.uri.queryParameters["id"].map(String.init) ?? ""
    }

    static func address(
        of request: Request, _ page: PageAddress.Page, subject: PageAddress.Subject? = nil
    ) -> PageAddress {
        let parameters = request.uri.queryParameters
        let asked = parameters["lang"].flatMap { Language(rawValue: String($0)) }
        let preferred = request.headers[.acceptLanguage]?.hasPrefix("ja") ?? true
        return PageAddress(
            page: page, language: asked ?? (preferred ? .japanese : .english),
            through: parameters["through"].flatMap { Month(id: $0) }, subject: subject)
    }

    private static func page(_ markup: Markup, status: HTTPResponse.Status = .ok) -> Response {
        response(markup.text, type: "text/html; charset=utf-8", status: status)
    }

    static func response(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
