import Accounts
import Diagnostics
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Languages
import Reporting
import VisitorLedger
import VisitorModel
public import Workspace

/// The pages of one workspace: for everybody on this machine as long as there are no accounts, afterwards for those who
/// log in.
public struct Dashboard: Sendable {
    private let workspace: Workspace
    private let documents: Documents
    private let people: People
    private let rendered = RenderedPages()
    private let uploads: UploadDesk
    private let uploadBody: BodyReader
    private let renderer = HTMLRenderer()
    /// Where pages are drawn up.
    private let desk = WorkDesk("pages", longestQueue: 64)

    /// The addresses of this machine alone; it may be bound to others only when nobody comes in without logging in.
    public static let hosts: Set<String> = ["127.0.0.1", "::1", "localhost"]

    /// How many connections are answered at a time; more wait.
    private static let connections = 512

    /// The pages of a workspace.
    ///
    /// - Parameter site: Under which names it is reached.
    public init(_ workspace: Workspace, site: Site = .local) {
        self.init(workspace, people: People(workspace.folder, site: site))
    }

    init(_ workspace: Workspace, people: People, uploadBody: BodyReader = .file) {
        self.workspace = workspace
        self.people = people
        self.uploadBody = uploadBody
        uploads = UploadDesk(workspace, clock: people.clock)
        documents = Documents(workspace)
    }

    /// Answers until the process is told to stop (SIGTERM or SIGINT); requests that have begun are finished.
    ///
    /// - Parameters:
    ///   - host: One of ``hosts``, or another address when there are accounts.
    ///   - port: The port.
    /// - Throws: `DiagnosticsError` for another machine's address as long as there are no accounts; when the address
    ///   cannot be bound.
    public func run(host: String, port: Int) async throws {
        guard try Self.hosts.contains(host) || people.store() != nil else {
            throw DiagnosticsError(.openToOthers(host))
        }
        let application = Application(
            responder: responder(),
            // Whoever sends no whole request in this time is hung up on.
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.connections)))
        try await application.runService()
    }

    /// What answers a request.
    func responder() -> some HTTPResponder<DashboardContext> { router().buildResponder() }

    /// Every route there is.
    func router() -> Router<DashboardContext> {
        let router = Router(context: DashboardContext.self)
        router.add(middleware: Guard(people: people))
        router.add(middleware: Gate(people: people))
        for page in PageAddress.Page.allCases {
            router.get(RouterPath(page.rawValue)) { request, context in
                await self.answer(request, page, context.visitor)
            }
        }
        router.get("/figure") { request, context in
            await self.drawn(request, context) { self.passport(request, context.visitor) }
        }
        router.get("/place") { request, context in
            await self.drawn(request, context) {
                self.subject(request, .places, context.visitor) { (.place($0), .place($0)) }
            }
        }
        router.get("/market") { request, context in
            await self.drawn(request, context) {
                self.subject(request, .markets, context.visitor) { (.market($0), .market($0)) }
            }
        }
        LogInPages(people: people).add(to: router)
        router.get(RouterPath(AuditPage.path)) { request, context in
            guard let role = context.visitor.role, role >= .editor else {
                return self.refuse(.editor, request, context)
            }
            let address = Self.address(of: request, .overview, subject: .other(path: AuditPage.path))
            do {
                let section = try AuditPage(people: self.people).section(in: address.language)
                return self.show(
                    [section], title: section.title, headline: section.title, at: address, for: context.visitor)
            } catch {
                return self.failure(error, address, context.visitor)
            }
        }
        PasswordPage(dashboard: self, people: people).add(to: router)
        EditorPages(dashboard: self, workspace: workspace, people: people).add(to: router)
        UploadPages(dashboard: self, people: people, desk: uploads, body: uploadBody).add(to: router)
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
        ReportRoutes(workspace: workspace, desk: desk).add(to: router)
        APIRoutes(workspace: workspace).add(to: router)
        return router
    }

    private func answer(_ request: Request, _ page: PageAddress.Page, _ visitor: Visitor) async -> Response {
        let address = Self.address(of: request, page)
        if let page = rendered.page(at: address, workspace.ledgerState) {
            return send(page, at: address, to: visitor)
        }
        do {
            return send(try await desk.run { try drawUp(address) }, at: address, to: visitor)
        } catch is WorkDesk.TooMany {
            return Self.tooMany
        } catch {
            return failure(error, address, visitor)
        }
    }

    /// A page of the navigation; whoever waited for another to have it drawn up gets the same.
    private func drawUp(_ address: PageAddress) throws -> RenderedPage {
        // Read before the page is drawn up: a load that ends meanwhile is seen the next time.
        let ledger = workspace.ledgerState
        if let page = rendered.page(at: address, ledger) { return page }
        let page: RenderedPage
        let records = RecordPages(workspace: workspace, language: address.language)
        if let section = try records.section(of: address.page, through: address.through) {
            let name = address.page.name(address.language)
            page = render([section], title: name, headline: name, at: address, state: ledger)
        } else {
            let document = try documents.document(in: address.language, through: address.through)
            let headline = address.page == .overview ? document.headline : address.page.name(address.language)
            let sections = document.sections.filter { address.page.sections?.contains($0.id) ?? false }
            page = render(
                sections, title: document.title, banners: document.banners, headline: headline, at: address,
                state: ledger)
        }
        rendered.keep(page, at: address, ledger)
        return page
    }

    /// An answer that takes its time, when it is its turn.
    private func drawn(
        _ request: Request, _ context: DashboardContext, _ draw: @escaping @Sendable () -> Response
    ) async -> Response {
        do { return try await desk.run(draw) } catch { return Self.tooMany }
    }

    /// What whoever asks while too many wait is told.
    static var tooMany: Response { Response(status: .serviceUnavailable, headers: [.retryAfter: "5"]) }

    private func passport(_ request: Request, _ visitor: Visitor) -> Response {
        let id = Self.id(in: request)
        let address = Self.address(of: request, .overview, subject: .figure(id))
        let ledger = workspace.ledgerState
        do {
            let identity = try FigureIdentity(id)
            let view = try workspace.view(
                of: [try workspace.metric(named: identity.definition)], through: address.through)
            let figure = try workspace.figure(identity, in: view)
            let passport = workspace.passport(of: figure, in: view, language: address.language)
            return show(
                PassportPage.sections(of: passport, in: address.language), title: passport.label,
                headline: "\(passport.label): \(passport.value)", at: address, for: visitor,
                state: ledger)
        } catch {
            return failure(error, address, visitor, .notFound)
        }
    }

    private func subject(
        _ request: Request, _ page: PageAddress.Page, _ visitor: Visitor,
        _ named: (String) -> (PageAddress.Subject, ReportSubject)
    ) -> Response {
        let (subject, reported) = named(Self.id(in: request))
        let address = Self.address(of: request, page, subject: subject)
        let ledger = workspace.ledgerState
        do {
            let document = try workspace.report(on: reported, through: address.through, in: address.language)
            return show(
                document.sections, title: document.title, banners: document.banners, headline: document.headline,
                at: address, for: visitor, state: ledger)
        } catch {
            return failure(error, address, visitor, .notFound)
        }
    }

    /// Shows a page. Where it names the state of the ledger it was drawn up from, it draws itself up again after a load.
    func show(
        _ sections: [ReportSection], title: String, banners: [ReportBanner] = [], headline: String,
        at address: PageAddress, for visitor: Visitor, state: LedgerState? = nil, after: Markup = ""
    ) -> Response {
        let page = render(
            sections, title: title, banners: banners, headline: headline, at: address, state: state, after: after)
        return send(page, at: address, to: visitor)
    }

    private func send(_ page: RenderedPage, at address: PageAddress, to visitor: Visitor) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: page.body(for: PageFrame(address: address, visitor: visitor).bar))
    }

    private func render(
        _ sections: [ReportSection], title: String, banners: [ReportBanner] = [], headline: String,
        at address: PageAddress, state: LedgerState?, after: Markup = ""
    ) -> RenderedPage {
        let document = ReportDocument(
            language: address.language, title: title, headline: headline, sections: sections,
            product: Workspace.product)
        let body = renderer.renderSections(of: document) { address.path(to: .figure($0)) }
        let list = address.subject == nil ? SubjectList(workspace: workspace, address: address).markup : ""
        let filter = SubjectFilter(workspace: workspace, address: address).markup
        let parts = PageFrame(address: address, state: state?.text ?? "", filter: filter).parts(
            title: title, banners: banners, headline: headline, body: "\(list)\(Markup(trusted: body))\(after)")
        return RenderedPage(before: parts.before, after: parts.after)
    }

    func failure(
        _ error: any Error, _ address: PageAddress, _ visitor: Visitor, _ status: HTTPResponse.Status = .conflict
    ) -> Response {
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
            PageFrame(address: address, visitor: visitor).page(
                title: title, banners: [], headline: title, body: "\(lines)"),
            status: status)
    }

    /// Nothing, for whoever may not; the log says so.
    func refuse(_ role: Role, _ request: Request, _ context: DashboardContext) -> Response {
        people.refused(request, .role, context)
        return failure(
            DiagnosticsError(.notAllowed(role)), Self.address(of: request, .overview), context.visitor, .forbidden)
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
            through: parameters["through"].flatMap { Month(id: $0) }.flatMap { month in
                AskableMonths.range(at: Workspace.machineClock())?.contains(month) == true ? month : nil
            }, subject: subject)
    }

    static func page(_ markup: Markup, status: HTTPResponse.Status = .ok) -> Response {
        response(markup.text, type: "text/html; charset=utf-8", status: status)
    }

    static func response(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension Dashboard {
    /// To another path of this dashboard.
    static func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}

extension Diagnostic {
    fileprivate static func openToOthers(_ host: String) -> Diagnostic {
        Diagnostic(
            code: "serve.open-to-others", value: host,
            message: BilingualText(
                ja: "利用者がいない間は、この機械だけに開きます。",
                en: "As long as there are no users, only this machine is answered."),
            remedy: BilingualText(ja: "先に dmo user add で利用者を作ってください。", en: "Make a user first: dmo user add."))
    }

    fileprivate static func notAllowed(_ role: Role) -> Diagnostic {
        Diagnostic(
            code: "serve.role", value: role.rawValue,
            message: BilingualText(
                ja: "このページには \(role.rawValue) の役割が要ります。", en: "This page needs the role \(role.rawValue)."),
            remedy: BilingualText(
                ja: "利用者と役割は dmo user で決めます。", en: "Users and roles are set with dmo user."))
    }
}
